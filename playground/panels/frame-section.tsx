import type { ByteSource } from '../trace/memory-state.ts';
import type { Frame, Moment } from '../trace/trace.ts';
import { formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import { framePlace } from '../view-model/moment-places.ts';
import { type Place, sizeOf } from '../view-model/place.ts';
import { FrameBytes } from './frame-bytes.tsx';
import { VariableTable } from './variable-table.tsx';

interface FrameSectionProps {
  readonly frame: Frame;
  /** From 0, the outermost. */
  readonly depth: number;
  readonly isInnermost: boolean;
  readonly moment: Moment;
  readonly bytes: ByteSource;
  /** What is not as it is at first. */
  readonly toggled: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly selection: Place | null;
  readonly onSelect: (place: Place) => void;
  /** Shows a line in its editor. */
  readonly onShowLine: (path: string, line: number) => void;
}

/** One open call: where it stands, its variables, and its bytes on the shadow stack. */
export function FrameSection(props: FrameSectionProps) {
  const { frame, depth, isInnermost, moment, bytes, toggled, onToggle, selection, onSelect } = props;
  const id = `frame ${depth} ${frame.name}`;
  const bytesId = `${id} bytes`;
  // Libraries are closed at first: their variables are rarely what one looks for.
  const isOpen = frame.isLibrary === toggled.has(id);
  return (
    <div className="frame" data-state={isInnermost ? 'innermost' : 'waiting'}>
      <FrameHead {...props} isOpen={isOpen} onToggle={() => onToggle(id)} />
      {isOpen && (
        <div className="frame-body">
          <VariableTable
            label={`Variables of ${frame.name}`}
            scope={id}
            of={frame.variables}
            {...{ toggled, onToggle, selection, onSelect }}
          />
          {frame.bytes && (
            <div>
              <button
                type="button"
                className="disclosure frame-bytes-toggle"
                aria-expanded={toggled.has(bytesId)}
                onClick={() => onToggle(bytesId)}
              >
                Bytes of the frame
              </button>
              {toggled.has(bytesId) && <FrameBytes {...{ frame, moment, bytes, selection, onSelect }} />}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

interface FrameHeadProps extends Pick<FrameSectionProps, 'frame' | 'onSelect' | 'onShowLine'> {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function FrameHead({ frame, isOpen, onToggle, onSelect, onShowLine }: FrameHeadProps) {
  const { name, place, bytes, isLibrary, isInlined } = frame;
  return (
    <h2 className="frame-head">
      <button type="button" className="disclosure" aria-expanded={isOpen} onClick={onToggle}>
        <code>{name}</code>
      </button>
      {isInlined && <span className="tag">inlined</span>}
      {isLibrary && <span className="tag">{name === 'main' ? 'start-up code, which calls yours' : 'library'}</span>}
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
    </h2>
  );
}
