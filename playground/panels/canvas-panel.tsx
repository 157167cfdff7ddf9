import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type FrameStatistics, framesInWords } from '../view-model/frame-rate.ts';
import { fittingZoom } from '../view-model/pixel-zoom.ts';
import { ActionButton } from './action-button.tsx';
import { useSize } from './use-size.ts';
import './canvas-panel.css';

/** The picture that a program's script draws. It outlives the panel, which need not be in sight. */
export interface DrawnPicture {
  readonly element: HTMLCanvasElement;
  /** Null while nothing was drawn. Changes now and then, not with each frame. */
  readonly statistics: () => FrameStatistics | null;
  readonly subscribe: (listener: () => void) => () => void;
}

interface CanvasPanelProps {
  readonly picture: DrawnPicture;
  readonly isBusy: boolean;
  /** Whether the run that draws is recorded. */
  readonly isRecorded: boolean;
  readonly onRun: (how: { readonly recorded: boolean }) => void;
}

/** CSS pixels above a picture, and the least height of one. */
const [above, least] = [80, 200];

/** What the program's script draws on `canvas`, with the frame rate reached. */
export function CanvasPanel({ picture, isBusy, isRecorded, onRun }: CanvasPanelProps) {
  const statistics = useSyncExternalStore(picture.subscribe, picture.statistics);
  const frame = useRef<HTMLDivElement>(null);
  const words = statistics && framesInWords(statistics);
  const panel = useRef<HTMLDivElement>(null);
  const room = useSize(panel, { width: 360, height: 300 });
  const { width = 0, height = 0 } = statistics ?? {};
  useEffect(() => {
    if (width === 0) return;
    const { element } = picture;
    frame.current?.replaceChildren(element);
    const zoom = fittingZoom(width, height, { width: room.width, height: Math.max(least, room.height - above) });
    // A small picture is enlarged by a whole number, so that its pixels stay squares; a large one is as wide as fits.
    element.style.width = zoom >= 1 ? `${width * zoom}px` : '100%';
  }, [picture, width, height, room]);
  return (
    <div className="canvas-panel" ref={panel}>
      <p className="canvas-how">
        {isRecorded
          ? 'Recorded: every write is kept, which slows each frame down.'
          : 'Not recorded: the module runs at full speed, and there are no steps.'}{' '}
        <ActionButton isOff={isBusy} onPress={() => onRun({ recorded: !isRecorded })}>
          {isRecorded ? 'Run without recording' : 'Run and record'}
        </ActionButton>
      </p>
      {statistics ? (
        <figure className="canvas-figure">
          <div className="canvas-frame" ref={frame} role="img" aria-label={`Drawn by the program: ${words}`} />
          <figcaption>{words}</figcaption>
        </figure>
      ) : (
        <div className="empty">
          <p>Nothing drawn yet. In the JavaScript, draw straight from memory:</p>
          <pre>{`const context = canvas.getContext('2d');
const bytes = new Uint8ClampedArray(memory.buffer, address, width * height * 4);
context.putImageData(new ImageData(bytes, width, height), 0, 0);`}</pre>
        </div>
      )}
    </div>
  );
}
