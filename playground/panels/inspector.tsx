import { type ReactNode, useEffect, useState } from 'react';
import { type ByteSource, type MemoryState, pageSize, toAddress } from '../trace/memory-state.ts';
import type { ChangedBytes } from '../view-model/changed-bytes.ts';
import { formatAddress, formatByte } from '../view-model/hexadecimal.ts';
import { inspect, pointerAt } from '../view-model/inspection.ts';
import type { Place } from '../view-model/place.ts';
import type { PanelProps } from './panel-props.ts';
import { TableHead } from './table-head.tsx';

interface InspectorProps {
  readonly state: MemoryState;
  readonly bytes: ByteSource;
  readonly address: number;
  readonly selection: Place | null;
  readonly changed: ChangedBytes;
  readonly onSelect: PanelProps['onSelect'];
  /** What else is known of the bytes. */
  readonly children: ReactNode;
}

/** Bytes whose value before is told. */
const mostBefore = 16;

/** The bytes at the cursor read as every number type, and as a pointer that can be followed. */
export function Inspector({ state, bytes, address, selection, changed, onSelect, children }: InspectorProps) {
  const [values, setValues] = useState(new Uint8Array());
  useEffect(() => {
    let isCurrent = true;
    const show = (read: Uint8Array) => {
      if (isCurrent) setValues(read as Uint8Array<ArrayBuffer>);
    };
    // A recording that ends meanwhile answers no more.
    bytes.read({ start: toAddress(address), end: toAddress(address + 8) }).then(show, () => undefined);
    return () => {
      isCurrent = false;
    };
    // A new step may have changed the bytes at the same place.
  }, [bytes, address, state.step]);
  const target = pointerAt(values);
  const canFollow = target !== null && target < state.pages * pageSize;
  const length = selection ? selection.range.end - selection.range.start : 1;
  const range = selection?.range ?? { start: address, end: address + 1 };
  const before = [...changed].filter(([at]) => at >= range.start && at < range.end).sort(([a], [b]) => a - b);
  return (
    <section className="inspector" aria-label="Selected bytes">
      <p>
        <strong>{formatAddress(address)}</strong>
        {selection && selection.label !== formatAddress(address) && ` · ${selection.label}`} ·{' '}
        {length.toLocaleString('en')} {length === 1 ? 'byte' : 'bytes'}
        {canFollow && (
          <button
            type="button"
            className="button"
            onClick={() =>
              onSelect({
                range: { start: toAddress(target), end: toAddress(target + 1) },
                label: formatAddress(target),
              })
            }
          >
            Follow as pointer to {formatAddress(target)}
          </button>
        )}
      </p>
      {before.length > 0 && (
        <p className="inspector-before">
          {before.length === 1 ? '1 byte has' : `${before.length} bytes have`} changed here, from{' '}
          <code>
            {before
              .slice(0, mostBefore)
              .map(([, value]) => formatByte(value))
              .join(' ')}
            {before.length > mostBefore && ' …'}
          </code>
        </p>
      )}
      {children}
      <table>
        <TableHead titles={['Type', 'Little-endian', 'Big-endian', 'Aligned']} />
        <tbody>
          {inspect(address, values).map(({ type, little, big, isAligned }) => (
            <tr key={type}>
              <th scope="row">{type}</th>
              <td>{little ?? '–'}</td>
              <td>{big ?? '–'}</td>
              <td data-state={isAligned ? 'aligned' : 'misaligned'}>{isAligned ? 'yes' : '⚠ no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
