import type { ByteSource } from '../trace/memory-state.ts';
import type { Frame, Moment } from '../trace/trace.ts';
import { frameRows, mostFrameRows } from '../view-model/frame-bytes.ts';
import { formatAddress, formatByte } from '../view-model/hexadecimal.ts';
import { variablePlace } from '../view-model/moment-places.ts';
import { type Place, rangeOf } from '../view-model/place.ts';
import { useChangedBytes } from './use-changed-bytes.ts';
import './frame-bytes.css';

interface FrameBytesProps {
  readonly frame: Frame;
  readonly moment: Moment;
  readonly bytes: ByteSource;
  readonly selection: Place | null;
  readonly onSelect: (place: Place) => void;
}

const columns = 8;

/** A frame's bytes on the shadow stack, lowest address first, with its variables outlined. */
export function FrameBytes({ frame, moment, bytes, selection, onSelect }: FrameBytesProps) {
  const rows = frameRows(frame, columns);
  const start = rows[0]?.start ?? 0;
  const end = Math.min(frame.bytes?.end ?? 0, start + rows.length * columns);
  const { values, changed } = useChangedBytes(bytes, moment.state.step, start, end, moment.changes);
  const isSelected = (address: number): boolean =>
    selection !== null && address >= selection.range.start && address < selection.range.end;
  const select = (address: number, owner: string | null) => {
    const range = frame.variables.find(({ value }) => value.name === owner)?.value.range;
    if (range) onSelect(variablePlace(owner ?? '', range, frame.name));
    else onSelect({ range: rangeOf(address, 1), label: formatAddress(address) });
  };
  return (
    <table className="frame-grid" aria-label={`Bytes of ${frame.name}`}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.start}>
            <th scope="row">{formatAddress(row.start)}</th>
            {row.bytes.map(({ address, owner, isFirst, isLast }) => (
              // The variables beside them are the same places for the keyboard.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <td
                key={address}
                data-owner={owner === null ? undefined : ''}
                data-first={isFirst || undefined}
                data-last={isLast || undefined}
                data-changed={changed.has(address) || undefined}
                data-selected={isSelected(address) || undefined}
                title={owner ?? 'no variable'}
                onClick={() => select(address, owner)}
              >
                {byteInWords(values[address - start])}
              </td>
            ))}
            <td className="frame-names">{row.names.join(', ')}</td>
          </tr>
        ))}
      </tbody>
      {rows.length === mostFrameRows && <caption>The lowest {mostFrameRows * columns} bytes of the frame.</caption>}
    </table>
  );
}

const byteInWords = (byte: number | undefined): string => (byte === undefined ? '' : formatByte(byte));
