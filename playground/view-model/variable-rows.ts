import type { ByteRange } from '../trace/memory-state.ts';
import type { PointsTo, Value, Variable } from '../trace/trace.ts';
import { counted } from './hexadecimal.ts';

/** One row of a table of variables. Parts stand below their whole, one level deeper. */
export interface VariableRow {
  /** The same at every step, so that what was opened stays open. */
  readonly id: string;
  /** From 1. */
  readonly level: number;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly isKnown: boolean;
  readonly range: ByteRange | null;
  readonly pointsTo: PointsTo | null;
  readonly isChanged: boolean;
  readonly role: Variable['role'] | null;
  /** Null where there is nothing to open. */
  readonly isOpen: boolean | null;
}

/** So many parts are shown at once; more only when somebody opens them. */
const fewParts = 6;

/**
 * The rows of some variables. `toggled` has the ids of rows that are not as they are at first: values that only their
 * parts tell are open, everything else is closed.
 */
export function variableRows(
  variables: readonly Variable[],
  toggled: ReadonlySet<string>,
  scope: string,
): readonly VariableRow[] {
  const rows: VariableRow[] = [];
  const add = (id: string, level: number, value: Value, variable: Variable | null): void => {
    const own = value.parts.filter(({ isRaw }) => !isRaw);
    const raw = value.parts.filter(({ isRaw }) => isRaw);
    const isOpenFirst = value.text === '' && own.length > 0 && own.length <= fewParts;
    const isOpen = value.parts.length === 0 ? null : isOpenFirst !== toggled.has(id);
    rows.push({
      id,
      level,
      name: value.name,
      type: value.type,
      value: valueInWords(value),
      isKnown: value.state === 'known',
      range: value.range,
      pointsTo: value.pointsTo,
      isChanged: variable?.changed ?? false,
      role: variable?.role ?? null,
      isOpen,
    });
    if (!isOpen) return;
    for (const [index, part] of own.entries()) add(`${id}/${index} ${part.name}`, level + 1, part, null);
    if (value.isCut) rows.push(note(`${id}/more`, level + 1, 'and more', null));
    if (raw.length === 0) return;
    const rawId = `${id}/raw`;
    const isRawOpen = own.length === 0 || toggled.has(rawId);
    if (own.length > 0) rows.push(note(rawId, level + 1, 'raw fields', isRawOpen));
    if (!isRawOpen) return;
    const rawLevel = own.length > 0 ? level + 2 : level + 1;
    for (const [index, part] of raw.entries()) add(`${rawId}/${index} ${part.name}`, rawLevel, part, null);
  };
  const seen = new Map<string, number>();
  for (const variable of variables) {
    // Two scopes of a function may have a variable of the same name.
    const { name } = variable.value;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    add(`${scope}/${name}${before > 0 ? ` ${before + 1}` : ''}`, 1, variable.value, variable);
  }
  return rows;
}

const note = (id: string, level: number, name: string, isOpen: boolean | null): VariableRow => ({
  id,
  level,
  name,
  type: '',
  value: '',
  isKnown: true,
  range: null,
  pointsTo: null,
  isChanged: false,
  role: null,
  isOpen,
});

/** Characters of a value that is told by its parts. */
const longestParts = 32;

/** `{1, 2, 3}` where that is short, else how many there are. */
function partsInWords(parts: readonly Value[], isCut: boolean): string {
  const isKnown = parts.every(({ text, state, isRaw }) => text !== '' && state === 'known' && !isRaw);
  const values = `{${parts.map(({ text }) => text).join(', ')}}`;
  if (isKnown && !isCut && values.length <= longestParts) return values;
  const what = parts[0]?.name.startsWith('[') ? 'element' : 'field';
  return isCut ? `{more than ${counted(parts.length, what)}}` : `{${counted(parts.length, what)}}`;
}

/** A value as its cell shows it. */
function valueInWords({ state, text, parts, isCut }: Value): string {
  switch (state) {
    case 'known':
      return text === '' && parts.length > 0 ? partsInWords(parts, isCut) : text;
    case 'uninitialised':
      return text === '' ? 'not initialised' : `${text}, not initialised`;
    case 'optimised-out':
      return 'optimised out';
    case 'unavailable':
      return 'not available here';
    default:
      return state satisfies never;
  }
}
