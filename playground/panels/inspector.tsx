import { useEffect, useState } from 'react';
import { type ByteSource, type MemoryState, pageSize, toAddress } from '../trace/memory-state.ts';
import { formatAddress } from '../view-model/hexadecimal.ts';
import { inspect, pointerAt } from '../view-model/inspection.ts';
import type { Place } from '../view-model/place.ts';
import type { PanelProps } from './panel-props.ts';

interface InspectorProps {
  readonly state: MemoryState;
  readonly bytes: ByteSource;
  readonly address: number;
  readonly selection: Place | null;
  readonly onSelect: PanelProps['onSelect'];
}

/** The bytes at the cursor read as every number type, and as a pointer that can be followed. */
export function Inspector({ state, bytes, address, selection, onSelect }: InspectorProps) {
  const [values, setValues] = useState(new Uint8Array());
  useEffect(() => {
    let isCurrent = true;
    bytes.read({ start: toAddress(address), end: toAddress(address + 8) }).then((read) => {
      if (isCurrent) setValues(read as Uint8Array<ArrayBuffer>);
    });
    return () => {
      isCurrent = false;
    };
    // A new step may have changed the bytes at the same place.
  }, [bytes, address, state.step]);
  const target = pointerAt(values);
  const canFollow = target !== null && target < state.pages * pageSize;
  const length = selection ? selection.range.end - selection.range.start : 1;
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
      <table>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Little-endian</th>
            <th scope="col">Big-endian</th>
            <th scope="col">Aligned</th>
          </tr>
        </thead>
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
