import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { FunctionCode, InstructionLine, Moment, Trace } from '../trace/trace.ts';
import { SpaceRow } from './space-row.tsx';
import { TableHead } from './table-head.tsx';
import { useNewest } from './use-newest.ts';
import './wasm-panel.css';

interface WasmPanelProps {
  readonly trace: Trace | null;
  readonly moment: Moment | null;
  readonly onShowLine: (path: string, line: number) => void;
}

/** The instructions of a function that runs, the next one marked, with its locals and the module's globals. */
export function WasmPanel({ trace, moment, onShowLine }: WasmPanelProps) {
  const frames = moment?.frames ?? [];
  const innermost = frames.length - 1;
  // The function that runs, until another call of the stack is chosen.
  const [chosen, setChosen] = useState<number | null>(null);
  const frame = chosen === null ? innermost : Math.min(chosen, innermost);
  const step = moment?.step ?? 0;
  const isThere = trace !== null && frame >= 0;
  const code = useNewest(isThere ? () => trace.code(step, frame) : null, [trace, step, frame]);
  if (!trace || !moment) return <p className="empty">The instructions appear once a run was recorded.</p>;
  if (frame < 0) return <p className="empty">No function runs at this step.</p>;
  return (
    <div className="wasm-panel">
      <label className="wasm-frame">
        Function{' '}
        <select
          value={frame}
          onChange={({ target }) => setChosen(Number(target.value) === innermost ? null : Number(target.value))}
        >
          {frames.map(({ name }, index) => (
            <option key={`${index} ${name}`} value={index}>
              {name}
              {index === innermost && frames.length > 1 ? ', runs now' : ''}
            </option>
          ))}
        </select>
      </label>
      {code ? (
        <>
          <Instructions code={code} onShowLine={onShowLine} />
          <Locals locals={code.locals} />
        </>
      ) : (
        <p className="empty">There are no instructions to show of this function.</p>
      )}
    </div>
  );
}

const rowHeight = 22;

function Instructions({ code, onShowLine }: { readonly code: FunctionCode } & Pick<WasmPanelProps, 'onShowLine'>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: code.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    if (code.current !== null) rows.scrollToIndex(code.current, { align: 'center' });
  }, [code.name, code.current, rows]);
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="wasm-code" ref={scroller} tabIndex={0} aria-label={`Instructions of ${code.name}`}>
      <table>
        <TableHead titles={['Offset', 'Line', 'Instruction']} isSticky />
        <tbody>
          <SpaceRow height={before} columns={3} />
          {items.map(({ index }) => {
            const line = code.lines[index] as InstructionLine;
            const previous = code.lines[index - 1]?.place;
            return (
              <Instruction
                key={index}
                line={line}
                isCurrent={index === code.current}
                // Only where another line begins: most lines have many instructions.
                showsLine={line.place?.line !== previous?.line || line.place?.path !== previous?.path}
                onShowLine={onShowLine}
              />
            );
          })}
          <SpaceRow height={after} columns={3} />
        </tbody>
      </table>
    </section>
  );
}

interface InstructionProps extends Pick<WasmPanelProps, 'onShowLine'> {
  readonly line: InstructionLine;
  readonly isCurrent: boolean;
  readonly showsLine: boolean;
}

function Instruction({ line: { offset, indent, text, place }, isCurrent, showsLine, onShowLine }: InstructionProps) {
  return (
    <tr aria-current={isCurrent ? 'step' : undefined}>
      <td className="wasm-offset">
        {isCurrent && <span className="wasm-next">▶</span>}
        0x{offset.toString(16)}
      </td>
      <td>
        {showsLine && place && (
          <button
            type="button"
            className="link"
            aria-label={`line ${place.line} of ${place.path}`}
            onClick={() => onShowLine(place.path, place.line)}
          >
            {place.line}
          </button>
        )}
      </td>
      <td style={{ paddingInlineStart: `${Math.min(indent, 16) * 0.9}rem` }}>{text}</td>
    </tr>
  );
}

function Locals({ locals }: Pick<FunctionCode, 'locals'>) {
  if (locals.length === 0) return null;
  return (
    <dl className="wasm-locals" aria-label="Locals and globals">
      {locals.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
