import { useState } from 'react';
import type { ByteSource } from '../trace/memory-state.ts';
import type { Frame, Moment } from '../trace/trace.ts';
import { formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import { framePlace } from '../view-model/moment-places.ts';
import { type Place, sizeOf } from '../view-model/place.ts';
import { FrameBytes } from './frame-bytes.tsx';
import { VariableTable } from './variable-table.tsx';
import './stack-panel.css';

interface StackPanelProps {
  /** Null while the program runs, and where nothing was recorded. */
  readonly moment: Moment | null;
  readonly bytes: ByteSource;
  readonly selection: Place | null;
  readonly onSelect: (place: Place) => void;
  /** Shows a line in its editor. */
  readonly onShowLine: (path: string, line: number) => void;
}

/** The open calls with their variables, the innermost first, and the globals. */
export function StackPanel({ moment, bytes, selection, onSelect, onShowLine }: StackPanelProps) {
  // What somebody opened or closed stays so from step to step.
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  if (!moment) return <p className="empty">The stack appears once a run was recorded: run the program.</p>;
  const toggle = (id: string) =>
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const own = { toggled, onToggle: toggle, selection, onSelect };
  const { frames, globals } = moment;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="stack-panel" aria-label="Stack" tabIndex={0}>
      {frames.length === 0 && <p className="empty">No function runs at this step.</p>}
      {[...frames].reverse().map((frame, index) => {
        const depth = frames.length - 1 - index;
        const id = `frame ${depth} ${frame.name}`;
        // Libraries are closed at first: their variables are rarely what one looks for.
        const isOpen = frame.isLibrary === toggled.has(id);
        return (
          <div key={id} className="frame" data-state={index === 0 ? 'innermost' : 'waiting'}>
            <FrameHead {...{ frame, isOpen, onSelect, onShowLine }} onToggle={() => toggle(id)} />
            {isOpen && (
              <div className="frame-body">
                <VariableTable label={`Variables of ${frame.name}`} scope={id} of={frame.variables} {...own} />
                {frame.bytes && (
                  <div>
                    <button
                      type="button"
                      className="disclosure frame-bytes-toggle"
                      aria-expanded={toggled.has(`${id} bytes`)}
                      onClick={() => toggle(`${id} bytes`)}
                    >
                      Bytes of the frame
                    </button>
                    {toggled.has(`${id} bytes`) && <FrameBytes {...{ frame, moment, bytes, selection, onSelect }} />}
                  </div>
                )}
              </div>
            )}
          </div>
        );
      })}
      {globals.length > 0 && (
        <div className="frame">
          <h3 className="frame-head">Globals</h3>
          <VariableTable label="Globals" scope="globals" of={globals} {...own} />
        </div>
      )}
    </section>
  );
}

interface FrameHeadProps extends Pick<StackPanelProps, 'onSelect' | 'onShowLine'> {
  readonly frame: Frame;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function FrameHead({ frame, isOpen, onToggle, onSelect, onShowLine }: FrameHeadProps) {
  const { name, place, bytes, isLibrary, isInlined } = frame;
  return (
    <h3 className="frame-head">
      <button type="button" className="disclosure" aria-expanded={isOpen} onClick={onToggle}>
        <code>{name}</code>
      </button>
      {isInlined && <span className="tag">inlined</span>}
      {isLibrary && <span className="tag">library</span>}
      {place && (
        <button type="button" className="link" onClick={() => onShowLine(place.path, place.line)}>
          {isLibrary && `${place.path}, `}line {place.line}
        </button>
      )}
      {bytes && (
        <button
          type="button"
          className="link frame-bytes"
          title={`${name} has these bytes of the shadow stack`}
          onClick={() => onSelect(framePlace(name, bytes))}
        >
          {formatSize(sizeOf(bytes))} at {formatAddress(bytes.start)}
        </button>
      )}
    </h3>
  );
}
