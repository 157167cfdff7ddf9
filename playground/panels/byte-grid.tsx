import { type KeyboardEvent, useId, useMemo } from 'react';
import { type ByteRange, type MemoryState, pageSize } from '../trace/memory-state.ts';
import { type ByteMark, byteMarks } from '../view-model/byte-marks.ts';
import type { ChangedBytes } from '../view-model/changed-bytes.ts';
import { addressDigits, formatAddress, formatByte, printable } from '../view-model/hexadecimal.ts';
import { type Place, viewOf } from '../view-model/place.ts';
import { regionsOf } from '../view-model/regions.ts';
import './regions.css';

interface ByteGridProps {
  readonly state: MemoryState;
  /** Where variables of open calls lie. */
  readonly variables: readonly Place[];
  /** Bytes in a row. */
  readonly columns: number;
  readonly start: number;
  readonly end: number;
  readonly values: Uint8Array;
  readonly changed: ChangedBytes;
  readonly selection: Place | null;
  /** What the selected pointer points at. */
  readonly target: ByteRange | null;
  /** The byte that the arrow keys start from. */
  readonly cursor: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPick: (address: number, extend: boolean) => void;
}

/** Rows of bytes in hexadecimal, their text beside them, under a ruler of 4 and 8. */
export function ByteGrid(props: ByteGridProps) {
  const { state, variables, columns, start, end, values, changed, selection, target, cursor, onKeyDown, onPick } =
    props;
  const id = useId();
  const regions = useMemo(() => regionsOf(state), [state]);
  const marks = useMemo(
    () => byteMarks(state, regions, variables, start, end, viewOf(state, selection)),
    [state, regions, variables, start, end, selection],
  );
  const digits = addressDigits(state.pages * pageSize);
  const isSelected = (address: number): boolean =>
    selection !== null && address >= selection.range.start && address < selection.range.end;
  return (
    <div
      className="bytes-grid"
      role="grid"
      aria-label="Bytes"
      aria-activedescendant={cursor >= start && cursor < end ? `${id}${cursor}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Ruler columns={columns} digits={digits} />
      {Array.from({ length: Math.ceil((end - start) / columns) }, (_, row) => {
        const rowStart = start + row * columns;
        const addresses = Array.from({ length: Math.min(columns, end - rowStart) }, (_, column) => rowStart + column);
        return (
          <div className="bytes-row" role="row" key={rowStart} tabIndex={-1}>
            <span
              className="bytes-address"
              role="rowheader"
              tabIndex={-1}
              data-offset={offsetIn(marks[rowStart - start])}
            >
              {formatAddress(rowStart).padStart(digits + 2)}
            </span>
            {addresses.map((address) => {
              const mark = marks[address - start];
              const value = values[address - start];
              return (
                <span
                  key={address}
                  id={`${id}${address}`}
                  role="gridcell"
                  tabIndex={-1}
                  className="byte"
                  aria-selected={isSelected(address)}
                  {...attributesOf(mark)}
                  data-changed={changed.has(address) || undefined}
                  data-cursor={address === cursor || undefined}
                  data-target={(target && address >= target.start && address < target.end) || undefined}
                  title={inWords(formatAddress(address), mark, changed.get(address))}
                  onMouseDown={(event) => onPick(address, event.shiftKey)}
                  onMouseEnter={(event) => event.buttons === 1 && onPick(address, true)}
                >
                  {value === undefined ? '  ' : formatByte(value)}
                </span>
              );
            })}
            <span className="bytes-text" aria-hidden="true">
              {addresses.map((address) => (
                <span key={address} data-selected={isSelected(address) || undefined}>
                  {printable(values[address - start] ?? 0)}
                </span>
              ))}
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** The last digit of each column's addresses; those divisible by 8 and by 4 have longer marks. */
function Ruler({ columns, digits }: { readonly columns: number; readonly digits: number }) {
  return (
    <div className="bytes-row bytes-ruler" aria-hidden="true">
      <span className="bytes-address">{' '.repeat(digits + 2)}</span>
      {Array.from({ length: columns }, (_, column) => (
        <span key={column} className="byte" data-aligned={column % 8 === 0 ? 8 : column % 4 === 0 ? 4 : undefined}>
          +{column.toString(16).toUpperCase()}
        </span>
      ))}
    </div>
  );
}

/** The index of an element that begins here; of single bytes only each fourth one's has room, and is no empty text. */
function indexOf({ element, bytesPerElement }: NonNullable<ByteMark['view']>): string | null {
  if (element === null) return null;
  return bytesPerElement > 1 || element % 4 === 0 ? `${element}` : '';
}

/** Where a row begins in the view that is drawn there: its titles say it too. */
const offsetIn = (mark: ByteMark | undefined): string | undefined =>
  mark?.view ? `+0x${mark.view.offset.toString(16)}` : undefined;

function attributesOf(mark: ByteMark | undefined) {
  if (!mark) return {};
  const { region, owner, isOwnerStart, isFreed, view } = mark;
  return {
    'data-region': region ?? undefined,
    'data-owner': owner === null ? undefined : isOwnerStart ? 'start' : 'inside',
    'data-freed': isFreed || undefined,
    'data-view': view ? (view.detached ? 'ghost' : 'live') : undefined,
    'data-element': view ? (indexOf(view) ?? undefined) : undefined,
  };
}

function inWords(address: string, mark: ByteMark | undefined, before: number | undefined): string {
  const view = mark?.view;
  const words = [
    address,
    mark?.owner,
    mark?.isFreed && 'freed',
    view && `view ${view.id}${view.detached ? ', detached' : ''}: ${view.at}`,
    before !== undefined && `changed, was ${formatByte(before)}`,
  ];
  return words.filter(Boolean).join(', ');
}
