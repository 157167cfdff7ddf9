import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type MemoryState, pageSize, toAddress } from '../trace/memory-state.ts';
import { byteMarks } from '../view-model/byte-marks.ts';
import { addressDigits, formatAddress, formatByte, printable } from '../view-model/hexadecimal.ts';
import { jumpTo } from '../view-model/jump.ts';
import { regionsOf } from '../view-model/regions.ts';
import { rowScale } from '../view-model/scroll-rows.ts';
import { Inspector } from './inspector.tsx';
import type { PanelProps, PanelSelection } from './panel-props.ts';
import { useChangedBytes } from './use-changed-bytes.ts';
import './bytes-panel.css';

const rowHeight = 24;
const visibleRows = 14;

/** The bytes themselves: only the rows in sight are asked for, so that 4 GiB scroll as 64 KiB do. */
export function BytesPanel(props: PanelProps) {
  if (!props.state) return <p className="empty">The bytes appear with the first run.</p>;
  return <LoadedBytes {...props} state={props.state} />;
}

function LoadedBytes({ state, bytes, selection, onSelect }: PanelProps & { readonly state: MemoryState }) {
  const columns = useColumns();
  const size = state.pages * pageSize;
  const rows = Math.ceil(size / columns);
  const scale = useMemo(() => rowScale(rows, rowHeight, visibleRows), [rows]);
  const [top, setTop] = useState(() => Math.floor((selection?.range.start ?? state.layout.data.start) / columns));
  const scroller = useRef<HTMLDivElement>(null);
  const cursor = Math.min(selection?.range.start ?? state.layout.data.start, size - 1);
  const firstRow = Math.max(0, Math.min(top, rows - visibleRows));
  const start = firstRow * columns;
  const end = Math.min(size, start + visibleRows * columns);
  const { values, changed } = useChangedBytes(bytes, state.step, start, end);

  const show = (address: number) => {
    const row = Math.floor(address / columns);
    if (row < firstRow || row >= firstRow + visibleRows) {
      const wanted = Math.max(0, row - 2);
      setTop(wanted);
      if (scroller.current) scroller.current.scrollTop = scale.topOf(wanted);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls only when another place is selected
  useEffect(() => {
    if (selection) show(selection.range.start);
  }, [selection]);

  const select = (address: number, extend = false) => {
    const at = Math.max(0, Math.min(size - 1, address));
    const from = extend && selection ? Math.min(selection.range.start, at) : at;
    const to = extend && selection ? Math.max(selection.range.end, at + 1) : at + 1;
    onSelect({ range: { start: toAddress(from), end: toAddress(to) }, label: formatAddress(from) });
  };
  const move = (event: KeyboardEvent) => {
    const last = event.shiftKey && selection ? selection.range.end - 1 : cursor;
    const step = steps(columns)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select(last + step, event.shiftKey);
    show(last + step);
  };
  return (
    <div className="bytes-panel">
      <JumpField state={state} onJump={onSelect} />
      <div
        className="bytes-scroll"
        ref={scroller}
        style={{ height: visibleRows * rowHeight }}
        onScroll={(event) => setTop(scale.rowAt(event.currentTarget.scrollTop))}
      >
        <div style={{ height: scale.height }}>
          <ByteGrid
            {...{ state, columns, start, end, values, changed, selection, cursor }}
            onKeyDown={move}
            onPick={select}
          />
        </div>
      </div>
      <Inspector state={state} bytes={bytes} address={cursor} selection={selection} onSelect={onSelect} />
    </div>
  );
}

function steps(columns: number): Record<string, number> {
  const page = columns * (visibleRows - 1);
  return {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: page,
    PageUp: -page,
  };
}

interface GridProps {
  readonly state: MemoryState;
  readonly columns: number;
  readonly start: number;
  readonly end: number;
  readonly values: Uint8Array;
  readonly changed: ReadonlySet<number>;
  readonly selection: PanelSelection | null;
  readonly cursor: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPick: (address: number, extend: boolean) => void;
}

function ByteGrid({ state, columns, start, end, values, changed, selection, cursor, onKeyDown, onPick }: GridProps) {
  const regions = useMemo(() => regionsOf(state), [state]);
  const marks = useMemo(() => byteMarks(state, regions, start, end), [state, regions, start, end]);
  const digits = addressDigits(state.pages * pageSize);
  const rows = Math.ceil((end - start) / columns);
  return (
    <div className="bytes-grid" role="grid" aria-label="Bytes" tabIndex={0} onKeyDown={onKeyDown}>
      {Array.from({ length: rows }, (_, row) => {
        const rowStart = start + row * columns;
        const addresses = Array.from({ length: Math.min(columns, end - rowStart) }, (_, column) => rowStart + column);
        return (
          <div className="bytes-row" role="row" key={rowStart} tabIndex={-1}>
            <span className="bytes-address" role="rowheader" tabIndex={-1}>
              {formatAddress(rowStart, digits)}
            </span>
            {addresses.map((address) => {
              const mark = marks[address - start];
              const isSelected =
                selection !== null && address >= selection.range.start && address < selection.range.end;
              const value = values[address - start];
              const words = [
                formatAddress(address, digits),
                mark?.owner,
                mark?.isFreed && 'freed',
                mark?.view && `view ${mark.view.id}${mark.view.detached ? ', detached' : ''}`,
                changed.has(address) && 'changed',
              ];
              return (
                <span
                  key={address}
                  role="gridcell"
                  tabIndex={-1}
                  className="byte"
                  aria-selected={isSelected}
                  data-region={mark?.region ?? undefined}
                  data-owner={mark?.owner ? (mark.isOwnerStart ? 'start' : 'inside') : undefined}
                  data-freed={mark?.isFreed || undefined}
                  data-view={mark?.view ? (mark.view.detached ? 'ghost' : 'live') : undefined}
                  data-changed={changed.has(address) || undefined}
                  data-cursor={address === cursor || undefined}
                  title={words.filter(Boolean).join(', ')}
                  onMouseDown={(event) => onPick(address, event.shiftKey)}
                  onMouseEnter={(event) => event.buttons === 1 && onPick(address, true)}
                >
                  {value === undefined ? '  ' : formatByte(value)}
                </span>
              );
            })}
            <span className="bytes-text" aria-hidden="true">
              {addresses.map((address) => printable(values[address - start] ?? 0)).join('')}
            </span>
          </div>
        );
      })}
    </div>
  );
}

function JumpField({ state, onJump }: { readonly state: MemoryState; readonly onJump: PanelProps['onSelect'] }) {
  const [message, setMessage] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const jump = jumpTo(String(new FormData(event.currentTarget).get('place') ?? ''), state);
    setMessage(jump.ok ? '' : jump.message);
    if (jump.ok) onJump({ range: jump.range, label: jump.label });
  };
  return (
    <form className="jump" onSubmit={submit}>
      <label>
        Go to <input name="place" placeholder="0x400, a symbol, block 1" list="jump-symbols" spellCheck={false} />
      </label>
      <datalist id="jump-symbols">
        {state.layout.symbols.slice(0, 200).map(({ name, address }) => (
          <option key={`${name}-${address}`} value={name} />
        ))}
      </datalist>
      <button type="submit" className="button">
        Go
      </button>
      <span role="status" className="jump-message">
        {message}
      </span>
    </form>
  );
}

/** Sixteen bytes a row, eight where there is little room. */
function useColumns(): number {
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const query = matchMedia('(max-width: 640px)');
    const update = () => setNarrow(query.matches);
    update();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return isNarrow ? 8 : 16;
}
