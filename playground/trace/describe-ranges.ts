import { formatAddress } from './address-text.ts';
import { elementsInWords } from './describe-place.ts';
import { type ByteRange, type MemoryState, toAddress } from './memory-state.ts';
import { code, type Phrase, phrase } from './phrase.ts';
import type { ScriptAccess } from './script-history.ts';
import type { Change } from './trace.ts';
import { bytesText } from './typed-text.ts';

interface Shown {
  readonly state: Pick<MemoryState, 'views'>;
  readonly changes: readonly Change[];
  /** What scripts did to bytes of views in the step. */
  readonly accesses?: readonly ScriptAccess[];
}

/** Ranges that are told one by one. */
const mostTold = 3;

/** Methods that may stop before they have read all of a view, and those that read as one asks them. */
const searches = ['indexOf', 'lastIndexOf', 'includes', 'find', 'findIndex', 'findLast', 'findLastIndex'];
const conditions = ['every', 'some'];
const iterators = ['values', 'entries'];

/** What methods of views did to whole ranges: "wrote 16 bytes at 0x00410 with `set` (3 changed)". */
export function rangesInWords({ state, changes, accesses = [] }: Shown): readonly Phrase[] {
  const ranges = accesses.filter(({ method }) => method !== null);
  const more = ranges.length - mostTold;
  const told = ranges.slice(0, mostTold).map((access): Phrase => {
    const { size, address, view: id } = access;
    const range = rangeOf(access);
    const view = state.views.find((each) => each.id === id);
    const place = view && address >= view.byteOffset ? phrase`, ${elementsInWords(view, range)}` : [];
    const value = shortBytes(range, changes);
    const verb = access.kind === 'read' ? verbOf(access) : [access.kind === 'write' ? 'wrote' : 'rewrote'];
    return phrase`${verb} ${bytes(size)}${value} at ${formatAddress(address)}${withMethod(access)}${changedOf(access)}${place}`;
  });
  return more > 0 ? [...told, [`used ${more} more ${more === 1 ? 'range' : 'ranges'} of bytes`]] : told;
}

/** Whether a method wrote these bytes: they are told with all of its range. */
export function isInRange(range: ByteRange, accesses: readonly ScriptAccess[] = []): boolean {
  return accesses.some((access) => {
    const { start, end } = rangeOf(access);
    return access.method !== null && access.kind !== 'read' && range.start >= start && range.end <= end;
  });
}

const rangeOf = ({ address, size }: ScriptAccess): ByteRange => ({
  start: toAddress(address),
  end: toAddress(address + size),
});

function verbOf({ method }: ScriptAccess): Phrase {
  if (searches.includes(method ?? '') || conditions.includes(method ?? '')) return ['searched'];
  return [iterators.includes(method ?? '') ? 'iterated over' : 'read'];
}

const withMethod = ({ kind, method }: ScriptAccess): Phrase =>
  kind === 'read' && iterators.includes(method ?? '') ? [] : phrase` with ${code(method ?? '')}`;

function changedOf({ kind, changed, size }: ScriptAccess): string {
  if (kind === 'read' || changed === null) return '';
  if (changed === size) return size === 1 ? ' (it changed)' : ' (all changed)';
  return changed === 0 ? ' (none changed)' : ` (${changed.toLocaleString('en')} changed)`;
}

/** The bytes themselves, where all of a short range was logged. */
function shortBytes({ start, end }: ByteRange, changes: readonly Change[]): Phrase {
  const whole = changes.find(({ range }) => range.start === start && range.end === end);
  return whole && whole.after.length <= 8 ? phrase`, ${code(bytesText(whole.after))},` : [];
}

const bytes = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'byte' : 'bytes'}`;
