import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Variable } from '../trace/trace.ts';
import { formatAddress } from '../view-model/hexadecimal.ts';
import { variablePlace } from '../view-model/moment-places.ts';
import { isSamePlace, type Place } from '../view-model/place.ts';
import { type VariableRow, variableRows } from '../view-model/variable-rows.ts';
import { TableHead } from './table-head.tsx';

interface VariableTableProps {
  readonly label: string;
  /** Tells the rows of this table from those of others. */
  readonly scope: string;
  readonly of: readonly Variable[];
  readonly toggled: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly selection: Place | null;
  readonly onSelect: (place: Place) => void;
}

/**
 * Variables as a tree in a table, by the WAI-ARIA Authoring Practices: arrows move and open, Enter selects the bytes,
 * Tab reaches the buttons of the row.
 */
export function VariableTable({ label, scope, of, toggled, onToggle, selection, onSelect }: VariableTableProps) {
  const rows = useMemo(() => variableRows(of, toggled, scope), [of, toggled, scope]);
  const [focused, setFocused] = useState('');
  const body = useRef<HTMLTableSectionElement>(null);
  const current = rows.find(({ id }) => id === focused) ?? rows[0];
  if (!current) return <p className="frame-empty">No variables here.</p>;
  const focus = (row: VariableRow | undefined) => {
    if (!row) return;
    setFocused(row.id);
    body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const at = rows.indexOf(current);
    const parent = rows.slice(0, at).findLast(({ level }) => level < current.level);
    const place = placeOf(current, scope);
    const keys: Record<string, () => void> = {
      ArrowDown: () => focus(rows[at + 1]),
      ArrowUp: () => focus(rows[at - 1]),
      Home: () => focus(rows[0]),
      End: () => focus(rows.at(-1)),
      ArrowRight: () => (current.isOpen === false ? onToggle(current.id) : focus(rows[at + 1])),
      ArrowLeft: () => (current.isOpen ? onToggle(current.id) : focus(parent)),
      Enter: () => place && onSelect(place),
    };
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    // Enter on a button of the row is that button's.
    if (event.key === 'Enter' && (event.target as Element).matches('button')) return;
    event.preventDefault();
    act();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that open and close are what a treegrid is
    <table className="variables" role="treegrid" aria-label={label}>
      <TableHead titles={['Name', 'Value', 'Type', 'Address']} />
      <tbody ref={body} onKeyDown={press}>
        {rows.map((row) => (
          <Row
            key={row.id}
            {...{ row, onToggle, onSelect }}
            place={placeOf(row, scope)}
            isCurrent={row === current}
            selection={selection}
            onFocus={() => setFocused(row.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The bytes of a row, under a name that no symbol and no variable of another function has. */
function placeOf({ id, range }: VariableRow, scope: string): Place | null {
  if (!range) return null;
  const path = id
    .slice(scope.length + 1)
    .replaceAll(/\/(raw\/)?\d+ /g, '.')
    .replaceAll('.[', '[');
  return variablePlace(path, range, scope === 'globals' ? null : scope.replace(/^frame \d+ /, ''));
}

interface RowProps {
  readonly row: VariableRow;
  readonly place: Place | null;
  readonly isCurrent: boolean;
  readonly selection: Place | null;
  readonly onToggle: (id: string) => void;
  readonly onSelect: (place: Place) => void;
  readonly onFocus: () => void;
}

function Row({ row, place, isCurrent, selection, onToggle, onSelect, onFocus }: RowProps) {
  const { id, level, name, type, value, isKnown, range, pointsTo, isChanged, role, isOpen } = row;
  const tabIndex = isCurrent ? 0 : -1;
  const isSelected = place !== null && isSamePlace(selection, place);
  return (
    <tr
      data-row={id}
      aria-level={level}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isSelected}
      tabIndex={tabIndex}
      onFocus={onFocus}
      data-changed={isChanged || undefined}
      data-known={isKnown}
    >
      <th scope="row" style={{ paddingInlineStart: `calc(${level - 1} * 0.9rem + 0.25rem)` }}>
        {isOpen === null ? (
          <span className="disclosure-space" />
        ) : (
          <button
            type="button"
            className="disclosure"
            tabIndex={-1}
            aria-label={`${isOpen ? 'Close' : 'Open'} ${name}`}
            aria-expanded={isOpen}
            onClick={() => onToggle(id)}
          />
        )}
        {place ? (
          <button type="button" className="link" tabIndex={tabIndex} onClick={() => onSelect(place)}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <td className="variable-value">
        {value}
        {isChanged && <span className="changed-sign">changed</span>}
        {pointsTo && (
          <button
            type="button"
            className="link points-to"
            tabIndex={tabIndex}
            onClick={() => onSelect({ range: pointsTo.range, label: placeName(pointsTo.what, pointsTo.range.start) })}
          >
            → {pointsTo.what}
          </button>
        )}
      </td>
      <td className="variable-type">
        {type}
        {(role === 'parameter' || role === 'constant') && <span className="tag">{role}</span>}
      </td>
      <td>{range ? formatAddress(range.start) : ''}</td>
    </tr>
  );
}

/** `block 3 (freed)` is `block 3` in every panel; what has no name is its address. */
function placeName(what: string, address: number): string {
  return /^block \d+/.exec(what)?.[0] ?? formatAddress(address);
}
