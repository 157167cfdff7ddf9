import {
  comparisonInWords,
  firstCallInWords,
  intervalInWords,
  remarksOn,
  throughputInWords,
  timeInWords,
} from '../measure/measure-words.ts';
import type { Row } from '../measure/summary.ts';
import { MeasureStrip } from './measure-strip.tsx';
import { TableHead } from './table-head.tsx';
import './measure-table.css';

interface MeasureTableProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** The smallest step of the clock, in milliseconds; null before it is known. */
  readonly resolution: number | null;
  readonly onShowLine: (path: string, line: number) => void;
}

/** The times of variants beside each other: in numbers, and below each all of its samples, on one scale from 0. */
export function MeasureTable({ caption, rows, resolution, onShowLine }: MeasureTableProps) {
  const end = Math.max(...rows.map(({ times }) => times?.whiskers[1] ?? 0)) * 1.02;
  return (
    <table className="measure-table">
      <caption className="visually-hidden">{caption}</caption>
      <TableHead titles={['Variant', 'Time a call', 'Beside the fastest']} />
      {rows.map((row) => (
        <MeasureRows key={row.variant.name} {...{ row, end, resolution, onShowLine }} />
      ))}
      {end > 0 && (
        <tfoot>
          <tr>
            <td colSpan={3}>
              <span className="measure-scale">
                <span>0</span>
                <span>{timeInWords(end)}</span>
              </span>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface MeasureRowsProps extends Pick<MeasureTableProps, 'onShowLine' | 'resolution'> {
  readonly row: Row;
  readonly end: number;
}

function MeasureRows({ row, end, resolution, onShowLine }: MeasureRowsProps) {
  const { variant, times, comparison } = row;
  const { place, name } = variant;
  return (
    <tbody data-state={variant.problem ? 'left-out' : comparison?.kind}>
      <tr>
        <th scope="row">
          {name}{' '}
          {place && (
            <button type="button" className="link measure-line" onClick={() => onShowLine(place.path, place.line)}>
              line {place.line}
            </button>
          )}
        </th>
        <td>
          {times ? timeInWords(times.median) : '—'}
          {times?.interval && <small>{intervalInWords(times.interval)}</small>}
          {variant.warmUp && <small>first call: {firstCallInWords(variant, resolution)}</small>}
        </td>
        <td className="measure-comparison">{comparison ? comparisonInWords(comparison) : '—'}</td>
      </tr>
      <tr className="measure-details">
        <td colSpan={3}>
          <MeasureStrip {...{ row, end }} />
          {times && <span>{throughputInWords(times).join(', ')}</span>}
          {remarksOn(variant).map((remark) => (
            <p key={remark} className="measure-remark">
              {remark}
            </p>
          ))}
        </td>
      </tr>
    </tbody>
  );
}
