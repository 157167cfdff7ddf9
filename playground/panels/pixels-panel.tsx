import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { MemoryState } from '../trace/memory-state.ts';
import { guessPixels, placeToGuess, reshaped } from '../view-model/guess-pixels.ts';
import { formatAddress } from '../view-model/hexadecimal.ts';
import { jumpTo } from '../view-model/jump.ts';
import { pointerAtRange } from '../view-model/owner-of-byte.ts';
import { areasOf } from '../view-model/pixel-areas.ts';
import { formatFacts, isWaveform } from '../view-model/pixel-formats.ts';
import { findImage, imageInWords, type PixelImage, pixelAt, rangeOfPixel } from '../view-model/pixel-image.ts';
import { formatPixels, type PixelSettings } from '../view-model/pixel-settings.ts';
import { changedInWords, pixelInWords } from '../view-model/pixel-words.ts';
import { fittingZoom, nextZoom, zoomInWords } from '../view-model/pixel-zoom.ts';
import { type Place, rangeOf, sizeOf } from '../view-model/place.ts';
import { ActionButton } from './action-button.tsx';
import type { PanelProps, TraceProps } from './panel-props.ts';
import { PixelForm } from './pixel-form.tsx';
import { PixelPicture } from './pixel-picture.tsx';
import type { PixelPlace } from './pixel-surface.ts';
import { PixelTable } from './pixel-table.tsx';
import { PixelWave } from './pixel-wave.tsx';
import { usePixels } from './use-pixels.ts';
import { useSize } from './use-size.ts';
import './pixels-panel.css';

interface PixelsPanelProps extends PanelProps, Pick<TraceProps, 'trace'> {
  /** Null while nobody chose any: then they are guessed of what is selected. */
  readonly settings: PixelSettings | null;
  readonly onSettings: (settings: PixelSettings | null) => void;
}

/** Any bytes of memory as a picture, or as a waveform, at the chosen step. */
export function PixelsPanel(props: PixelsPanelProps) {
  if (!props.state) return <p className="empty">Pictures in memory appear when a program runs.</p>;
  return <LoadedPixels {...props} state={props.state} />;
}

function LoadedPixels(props: PixelsPanelProps & { readonly state: MemoryState }) {
  const { state, moment, trace, bytes, selection, onSelect, settings, onSettings } = props;
  const panel = useRef<HTMLDivElement>(null);
  const room = useSize(panel, { width: 360, height: 400 });
  const place = selection && sizeOf(selection.range) >= leastGuessed ? selection : (placeToGuess(state) ?? selection);
  const guess = useMemo(() => (settings || !place ? null : guessPixels(place, state)), [settings, place, state]);
  const meant = settings ?? guess?.settings ?? null;
  const found = useMemo(() => meant && findImage(meant, state), [meant, state]);
  const shown = usePixels(found?.ok ? found.image : null, bytes, state.step, trace, moment);
  const target = selection && moment ? pointerAtRange(moment, selection.range) : null;
  // While only the place was chosen, its size and format go on to be guessed.
  const isGuessed = useRef(true);
  if (!settings) isGuessed.current = true;
  const take = (wanted: PixelSettings) => {
    if (meant && isWaveform(meant.format) !== isWaveform(wanted.format)) {
      isGuessed.current = false;
      return onSettings(reshaped(meant, wanted.format));
    }
    isGuessed.current &&= meant === null || formatPixels({ ...wanted, start: meant.start }) === formatPixels(meant);
    const jump = isGuessed.current ? jumpTo(wanted.start, state) : null;
    onSettings(jump?.ok ? { ...guessPixels(jump, state).settings, start: wanted.start } : wanted);
  };
  const use = (wanted: Place) => onSettings(guessPixels(wanted, state).settings);
  return (
    <div className="pixels-panel" ref={panel}>
      <PixelForm
        state={state}
        onSettings={take}
        settings={meant}
        problems={found?.ok === false ? found.problems : []}
      />
      <div className="pixel-uses">
        <ActionButton isOff={!selection} onPress={() => selection && use(selection)}>
          {selection ? `Show ${selection.label}` : 'Show the selection'}
        </ActionButton>
        {target && (
          <button
            type="button"
            className="button"
            onClick={() => use({ range: target.range, label: nameOf(target.what, target.range.start) })}
          >
            Show what it points at
          </button>
        )}
        {settings && (
          <button type="button" className="link" onClick={() => onSettings(null)}>
            Guess of what is selected
          </button>
        )}
        {guess && <span className="pixel-guess">{guess.words}</span>}
      </div>
      {!meant && (
        <p className="empty">
          Select bytes that hold a picture (a block, a view, a variable), or type where one begins.
        </p>
      )}
      {shown && (
        <ShownPixels
          {...{ ...shown, room, selection, state }}
          onSelect={(selected) => {
            // What is looked at stays, though another place is selected now.
            if (!settings && meant) onSettings(meant);
            onSelect(selected);
          }}
        />
      )}
    </div>
  );
}

/** Bytes of a selection that a picture is guessed of; fewer are rather a value. */
const leastGuessed = 16;

/** What a pointer points at, as {@link Place}s are called. */
const nameOf = (what: string, address: number): string => /^block \d+/.exec(what)?.[0] ?? formatAddress(address);

interface ShownPixelsProps extends Pick<PanelProps, 'selection' | 'onSelect'> {
  readonly state: MemoryState;
  readonly pixels: NonNullable<ReturnType<typeof usePixels>>['pixels'];
  readonly changed: NonNullable<ReturnType<typeof usePixels>>['changed'];
  readonly room: { readonly width: number; readonly height: number };
}

/** CSS pixels beside a picture and above it, and the least height of one. */
const [beside, above, least] = [34, 210, 160];

function ShownPixels({ pixels, changed, room, selection, onSelect, state }: ShownPixelsProps) {
  const id = useId();
  const { image } = pixels;
  const [chosenZoom, setZoom] = useState<number | null>(null);
  const [hovered, setHovered] = useState<PixelPlace | null>(null);
  const [cursor, setCursor] = useCursor(image, selection);
  const isWave = isWaveform(image.format);
  const fitting = fittingZoom(image.width, image.height, {
    width: room.width - beside,
    height: Math.max(least, room.height - above),
  });
  const zoom = chosenZoom ?? fitting;
  const selected = useMemo(() => (selection ? areasOf(image, selection.range) : []), [image, selection]);
  const pick = ({ x, y }: PixelPlace, extend: boolean) => {
    setCursor({ x, y });
    const own = rangeOfPixel(image, x, y);
    const range =
      extend && selection
        ? rangeOf(
            Math.min(selection.range.start, own.start),
            Math.max(selection.range.end, own.end) - Math.min(selection.range.start, own.start),
          )
        : own;
    onSelect({ range, label: formatAddress(range.start) });
  };
  const move = (event: KeyboardEvent) => {
    const to = moved(cursor, event, image);
    if (!to) return;
    event.preventDefault();
    pick(to, event.shiftKey);
  };
  const looked = hovered && hovered.x < image.width && hovered.y < image.height ? hovered : cursor;
  const changes = changedInWords(changed, isWave);
  const common = {
    ...{ pixels, cursor, selected },
    label: imageInWords(image),
    describedBy: `${id}-words`,
    changed: changed?.areas ?? [],
    onPick: pick,
    onHover: setHovered,
    onKeyDown: move,
  };
  return (
    <>
      {!isWave && (
        <div className="pixel-zoom" role="group" aria-label="Zoom">
          <button type="button" className="button" onClick={() => setZoom(nextZoom(zoom, -1))}>
            Smaller
          </button>
          <span role="status">{zoomInWords(zoom)}</span>
          <button type="button" className="button" onClick={() => setZoom(nextZoom(zoom, 1))}>
            Larger
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={chosenZoom === null}
            onClick={() => setZoom(chosenZoom === null ? fitting : null)}
          >
            Fit
          </button>
        </div>
      )}
      <div className="pixel-scroll" style={{ maxHeight: Math.max(least, room.height - above) + 20 }}>
        {isWave ? (
          <PixelWave {...common} room={room.width - beside} />
        ) : (
          <PixelPicture {...common} zoom={zoom} step={state.step} />
        )}
      </div>
      <p id={`${id}-words`} className="pixel-words">
        {imageInWords(image)}; {formatFacts[image.format].order}. <strong>{changes}</strong>
      </p>
      <p className="pixel-readout" role="status">
        <span className="pixel-swatch" style={{ background: cssColour(pixels.colour(looked.x, looked.y)) }} />
        {pixelInWords(pixels, looked.x, looked.y)}
      </p>
      <PixelTable {...{ pixels, cursor }} />
    </>
  );
}

/** The pixel that keys start from: the one that was picked, or the first one of what is selected elsewhere. */
function useCursor(image: PixelImage, selection: Place | null) {
  const [cursor, setCursor] = useState<PixelPlace>({ x: 0, y: 0 });
  const within = { x: Math.min(cursor.x, image.width - 1), y: Math.min(cursor.y, image.height - 1) };
  useEffect(() => {
    const at = selection && pixelAt(image, selection.range.start);
    // Several pixels may share a byte.
    if (at && rangeOfPixel(image, within.x, within.y).start !== selection.range.start) setCursor(at);
  }, [image, selection]);
  return [within, setCursor] as const;
}

function moved({ x, y }: PixelPlace, event: KeyboardEvent, { width, height }: PixelImage): PixelPlace | null {
  const to = {
    ArrowRight: { x: x + 1, y },
    ArrowLeft: { x: x - 1, y },
    ArrowDown: { x, y: y + 1 },
    ArrowUp: { x, y: y - 1 },
    PageDown: { x, y: y + 16 },
    PageUp: { x, y: y - 16 },
    Home: { x: 0, y: event.ctrlKey ? 0 : y },
    End: { x: width - 1, y: event.ctrlKey ? height - 1 : y },
  }[event.key];
  return to ? { x: Math.max(0, Math.min(width - 1, to.x)), y: Math.max(0, Math.min(height - 1, to.y)) } : null;
}

const cssColour = (colour: number): string =>
  `rgb(${colour & 255} ${(colour >>> 8) & 255} ${(colour >>> 16) & 255} / ${(colour >>> 24) / 255})`;
