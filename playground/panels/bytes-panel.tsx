import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type MemoryState, pageSize } from '../trace/memory-state.ts';
import { formatAddress } from '../view-model/hexadecimal.ts';
import { variablePlaces } from '../view-model/moment-places.ts';
import { pointerAtRange } from '../view-model/owner-of-byte.ts';
import { rangeOf } from '../view-model/place.ts';
import { rowScale } from '../view-model/scroll-rows.ts';
import { ByteGrid } from './byte-grid.tsx';
import { ByteHistory } from './byte-history.tsx';
import { Inspector } from './inspector.tsx';
import { JumpField } from './jump-field.tsx';
import type { PanelProps, ShownBytes, TraceProps } from './panel-props.ts';
import { useChangedBytes } from './use-changed-bytes.ts';
import { useFollow } from './use-follow.ts';
import { useSize } from './use-size.ts';
import { ViewLegend } from './view-legend.tsx';
import './bytes-panel.css';

const rowHeight = 24;
/** CSS pixels from which on 16 bytes, their address and their text fit side by side. */
const wideGrid = 580;
/** CSS pixels of a panel that its grid leaves to what stands above and below. */
const around = 190;

type BytesPanelProps = PanelProps & TraceProps & Pick<ShownBytes, 'onShown'>;

/** The bytes themselves: only the rows in sight are asked for, so that 4 GiB scroll as 64 KiB do. */
export function BytesPanel(props: BytesPanelProps) {
  if (!props.state) return <p className="empty">The bytes appear when a program runs.</p>;
  return <LoadedBytes {...props} state={props.state} />;
}

function LoadedBytes({
  state,
  moment,
  bytes,
  selection,
  onSelect,
  onShown,
  ...past
}: BytesPanelProps & { readonly state: MemoryState }) {
  const panel = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(panel, { width: 400, height: 400 });
  const columns = width >= wideGrid ? 16 : 8;
  const visible = Math.min(40, Math.max(6, Math.floor((height - around) / rowHeight)));
  const size = state.pages * pageSize;
  const rows = Math.ceil(size / columns);
  const scale = useMemo(() => rowScale(rows, rowHeight, visible), [rows, visible]);
  const first = selection?.range.start ?? state.layout.data?.start ?? 0;
  const [top, setTop] = useState<number>(first);
  const scroller = useRef<HTMLDivElement>(null);
  const cursor = Math.min(first, size - 1);
  const firstRow = Math.max(0, Math.min(Math.floor(top / columns), rows - visible));
  const start = firstRow * columns;
  const end = Math.min(size, start + visible * columns);
  const { values, changed } = useChangedBytes(bytes, state.step, start, end, moment?.changes ?? null);
  const variables = useMemo(() => (moment ? variablePlaces(moment) : []), [moment]);
  const target = selection && moment ? (pointerAtRange(moment, selection.range)?.range ?? null) : null;

  /** The position that was set by us: the event that tells it must not round the row away. */
  const setByUs = useRef(-1);
  const scrollTo = (row: number) => {
    setTop(row * columns);
    if (!scroller.current) return;
    scroller.current.scrollTop = scale.topOf(row);
    setByUs.current = scroller.current.scrollTop;
  };
  /** The row at the top that leaves some before an address. */
  const rowOf = (address: number) => Math.max(0, Math.floor(address / columns) - 2);
  const show = (address: number) => {
    const row = Math.floor(address / columns);
    if (row < firstRow || row >= firstRow + visible) scrollTo(rowOf(address));
  };
  const follow = useFollow(moment, rangeOf(start, end - start), selection, show);
  // Scrolls only when another place is selected.
  useEffect(() => {
    if (selection) show(selection.range.start);
  }, [selection]);
  // Only when rows got another length, or another number fits.
  useEffect(() => scrollTo(firstRow), [columns, visible]);
  useEffect(() => onShown(rangeOf(start, end - start)), [onShown, start, end]);
  useEffect(() => () => onShown(null), [onShown]);

  const select = (address: number, extend = false) => {
    const at = Math.max(0, Math.min(size - 1, address));
    const from = extend && selection ? Math.min(selection.range.start, at) : at;
    const to = extend && selection ? Math.max(selection.range.end, at + 1) : at + 1;
    onSelect({ range: rangeOf(from, to - from), label: formatAddress(from) });
  };
  const move = (event: KeyboardEvent) => {
    const last = event.shiftKey && selection ? selection.range.end - 1 : cursor;
    const step = steps(columns, visible, last % columns)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select(last + step, event.shiftKey);
    show(Math.max(0, Math.min(size - 1, last + step)));
  };
  return (
    <div className="bytes-panel" ref={panel}>
      <JumpField state={state} onJump={onSelect}>
        {moment && (
          <button type="button" className="button" aria-pressed={follow.isOn} onClick={() => follow.set(!follow.isOn)}>
            Follow writes
          </button>
        )}
        {follow.elsewhere && (
          <button
            type="button"
            className="link"
            onClick={() => follow.elsewhere && scrollTo(rowOf(follow.elsewhere.range.start))}
          >
            The step wrote {follow.elsewhere.label}
          </button>
        )}
      </JumpField>
      <div
        className="bytes-scroll"
        ref={scroller}
        style={{ height: (visible + 1) * rowHeight }}
        onScroll={({ currentTarget: { scrollTop } }) => {
          if (scrollTop === setByUs.current) return;
          follow.set(false);
          setTop(scale.rowAt(scrollTop) * columns);
        }}
      >
        <div style={{ height: scale.height + rowHeight }}>
          <ByteGrid
            {...{ state, variables, columns, start, end, values, changed, selection, target, cursor }}
            onKeyDown={move}
            onPick={select}
          />
        </div>
      </div>
      <ViewLegend {...{ views: state.views, start, end, onSelect }} />
      <Inspector {...{ state, bytes, selection, onSelect, changed }} address={cursor}>
        {past.trace && moment && (
          <ByteHistory
            {...{ ...past, trace: past.trace, moment, onSelect }}
            place={selection ?? { range: rangeOf(cursor, 1), label: formatAddress(cursor) }}
          />
        )}
      </Inspector>
    </div>
  );
}

/** How far each key moves, in bytes. `column` is where the cursor is in its row. */
function steps(columns: number, visible: number, column: number): Record<string, number> {
  const page = columns * (visible - 1);
  return {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: page,
    PageUp: -page,
    Home: -column,
    End: columns - 1 - column,
  };
}
