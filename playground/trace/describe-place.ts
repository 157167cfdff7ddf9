import { type Block, type ByteRange, type MemoryState, type MemoryView, pageSize, toAddress } from './memory-state.ts';
import { code, type Phrase, phrase } from './phrase.ts';
import type { ScriptAccess } from './script-history.ts';
import type { Change, Frame, Value, Variable } from './trace.ts';
import { viewName } from './view-words.ts';

/** What of a moment names its bytes. */
export interface Surroundings {
  readonly state: MemoryState;
  readonly frames: readonly Frame[];
  readonly globals: readonly Variable[];
  /** What scripts did to bytes of views in the step. */
  readonly accesses?: readonly ScriptAccess[];
}

/** What some bytes are to the learner. */
interface NamedPlace {
  readonly words: Phrase;
  /** `own`: the program's source names it; `memory`: a block, a view or a frame does; `none`: nothing does. */
  readonly by: 'own' | 'memory' | 'none';
  /** The variable, element or field that is exactly these bytes. */
  readonly value: Value | null;
  /** The type of what these bytes exactly are. */
  readonly type: string | null;
}

/** A change of memory under the name of its bytes. */
export interface NamedChange extends NamedPlace {
  readonly change: Change;
  /** Its place among all changes of the step; of the last, where it stands for several. */
  readonly index: number;
  /** Changes that it stands for. */
  readonly count: number;
}

/** Names each change. What a library writes piece by piece, as `memset` does, is one change of all the bytes. */
export function nameChanges(changes: readonly Change[], around: Surroundings): readonly NamedChange[] {
  const named: NamedChange[] = [];
  for (const [index, change] of changes.entries()) {
    const each = { ...nameOfPlace(change.range, around), change, index, count: 1 };
    const last = named.at(-1);
    const whole = last && last.by === each.by && each.by !== 'own' ? united(last.change, change) : null;
    if (!last || !whole) named.push(each);
    else named.splice(-1, 1, { ...nameOfPlace(whole.range, around), change: whole, index, count: last.count + 1 });
  }
  return named;
}

/** Two changes of neighbouring bytes as one; null where they are no neighbours. */
function united(one: Change, other: Change): Change | null {
  const [low, high] = one.range.start < other.range.start ? [one, other] : [other, one];
  if (low.range.end !== high.range.start) return null;
  return {
    range: { start: low.range.start, end: high.range.end },
    before: Uint8Array.of(...low.before, ...high.before),
    after: Uint8Array.of(...low.after, ...high.after),
  };
}

/**
 * The changes that tell a learner most, first: variables and what pointers lead to, as wholes before parts, then blocks
 * and views. What a library wrote for itself counts only where nothing else is.
 */
export function mostTelling(changes: readonly NamedChange[]): readonly NamedChange[] {
  const own = changes.filter(({ by }) => by === 'own');
  const isWhole = ({ value, type }: NamedChange): boolean => value !== null || type !== null;
  const telling = [
    ...own.filter(isWhole),
    ...own.filter((each) => !isWhole(each)),
    ...changes.filter(({ by }) => by === 'memory'),
  ];
  return telling.length > 0 ? telling : changes;
}

/** Names bytes by what the learner wrote before what the library did with it: a variable, what a pointer leads to, a view, a block. */
function nameOfPlace(range: ByteRange, around: Surroundings): NamedPlace {
  return (
    accessedAt(range, around) ??
    variableAt(range, around) ??
    pointedAt(range, around) ??
    viewAt(range, around) ??
    memoryAt(range, around)
  );
}

const holds = (whole: ByteRange, { start, end }: ByteRange): boolean => start >= whole.start && end <= whole.end;
const isSame = (one: ByteRange, { start, end }: ByteRange): boolean => start === one.start && end === one.end;

/** Variables of the learner's open calls, the innermost first, then globals: each with what its name needs beside it. */
function variablesOf({ frames, globals }: Surroundings): readonly { value: Value; inside: Phrase }[] {
  const own = frames.filter(({ isLibrary }) => !isLibrary).toReversed();
  return [
    ...own.flatMap(({ name, variables }, index) =>
      variables.map(({ value }) => ({ value, inside: index === 0 ? [] : phrase` in ${code(name)}` })),
    ),
    ...globals.map(({ value }) => ({ value, inside: [] })),
  ];
}

const ownParts = ({ parts }: Value): readonly Value[] => parts.filter(({ isRaw }) => !isRaw);
const partPath = (path: string, { name }: Value): string =>
  name.startsWith('[') ? `${path}${name}` : `${path}.${name}`;

function variableAt(range: ByteRange, around: Surroundings): NamedPlace | null {
  for (const { value, inside } of variablesOf(around)) {
    const part = partAt(value, value.name, range, around);
    if (!part) continue;
    const { whole, type } = part;
    const isWhole = isSame(whole, range);
    const words = phrase`${isWhole ? '' : 'in '}${code(part.path)}${inside}${blockWords(range, around)}`;
    return { words, by: 'own', value: isWhole ? part.value : null, type: isWhole ? type : null };
  }
  return null;
}

interface Part {
  readonly path: string;
  readonly whole: ByteRange;
  readonly type: string;
  /** Null for an element that is not listed: there are too many. */
  readonly value: Value | null;
}

function partAt(value: Value, path: string, range: ByteRange, around: Surroundings): Part | null {
  const parts = ownParts(value);
  for (const part of parts) {
    const inner = partAt(part, partPath(path, part), range, around);
    if (inner) return inner;
  }
  const [first] = parts;
  if (value.isCut && first?.name === '[0]' && first.range) {
    const element = elementAt(first.range, range, blockRange(first.range, around) ?? value.range);
    if (element) return { path: `${path}[${element.index}]`, whole: element.range, type: first.type, value: null };
  }
  return value.range && holds(value.range, range) ? { path, whole: value.range, type: value.type, value } : null;
}

/** What a pointer of the learner's leads to: `*p` where that is all, `p[2]` where there may be more. */
function pointedAt(range: ByteRange, around: Surroundings): NamedPlace | null {
  const block = blockAt(range, around);
  const search = (value: Value, path: string): NamedPlace | null => {
    const { pointsTo, type } = value;
    const pointee = pointeeOf(type);
    if (pointsTo && pointee !== null && (block ? holds(bytesOf(block), pointsTo.range) : true)) {
      const within = block ? bytesOf(block) : pointsTo.range;
      const element = elementAt(pointsTo.range, range, within);
      if (element) {
        const isOnly =
          element.index === 0 && within.end < pointsTo.range.end + (pointsTo.range.end - pointsTo.range.start);
        const offset = range.start - element.range.start;
        const name = code(isOnly ? `*${path}` : `${path}[${element.index}]`);
        const isWhole = isSame(element.range, range);
        const words = phrase`${isWhole ? '' : offset === 0 ? 'start of ' : `byte ${offset} of `}${name}${blockWords(range, around)}`;
        return { words, by: 'own', value: null, type: isWhole ? pointee : null };
      }
    }
    for (const part of ownParts(value)) {
      const found = search(part, partPath(path, part));
      if (found) return found;
    }
    return null;
  };
  for (const { value } of variablesOf(around)) {
    const found = search(value, value.name);
    if (found) return found;
  }
  return null;
}

/** `int` of `const int*`; null for what is no pointer, or one to nothing in particular. */
function pointeeOf(type: string): string | null {
  const [, pointee] = /^(.*?)\s*\*\s*(?:const)?$/.exec(type) ?? /^\*(?:const|mut) (.*)$/.exec(type) ?? [];
  return pointee === undefined || /\bvoid$/.test(pointee) ? null : pointee;
}

/** The element, as large as the first, that holds a range, as long as it lies within some bytes. */
function elementAt(first: ByteRange, range: ByteRange, within: ByteRange | null) {
  const size = first.end - first.start;
  const index = Math.floor((range.start - first.start) / size);
  const start = first.start + index * size;
  if (index < 0 || range.end > start + size || (within && start + size > within.end)) return null;
  return { index, range: { start: toAddress(start), end: toAddress(start + size) } };
}

/** The elements of the view through which a script wrote these bytes. */
function accessedAt(range: ByteRange, around: Surroundings): NamedPlace | null {
  const access = around.accesses?.findLast(
    ({ kind, address, size }) => kind !== 'read' && range.start >= address && range.end <= address + size,
  );
  const view = access && around.state.views.find(({ id }) => id === access.view);
  if (!view || range.start < view.byteOffset) return null;
  const size = view.bytesPerElement;
  const isOne =
    view.type !== 'DataView' && range.end - range.start === size && (range.start - view.byteOffset) % size === 0;
  const words = phrase`${elementsInWords(view, range)}${blockWords(range, around)}`;
  return { words, by: 'own', value: null, type: isOne ? view.type : null };
}

/** The elements of a view that are in some of its bytes: `elements 2 to 3 of the Int16Array made by line 1`. */
export function elementsInWords(view: MemoryView, { start, end }: ByteRange): Phrase {
  const first = Math.floor((start - view.byteOffset) / view.bytesPerElement);
  const last = Math.floor((end - 1 - view.byteOffset) / view.bytesPerElement);
  const isOne = first === last;
  const what = view.type === 'DataView' ? `byte ${first}` : isOne ? `element ${first}` : `elements ${first} to ${last}`;
  return phrase`${what} of ${viewName(view)}`;
}

function viewAt(range: ByteRange, { state }: Surroundings): NamedPlace | null {
  const view = state.views.findLast(({ byteOffset, length, bytesPerElement, state: { kind }, type }) => {
    const end = byteOffset + length * bytesPerElement;
    return (
      kind === 'live' &&
      type !== 'DataView' &&
      length * bytesPerElement < wholeMemory(state) &&
      range.start >= byteOffset &&
      range.end <= end
    );
  });
  if (!view) return null;
  const first = { start: view.byteOffset, end: toAddress(view.byteOffset + view.bytesPerElement) };
  const element = elementAt(first, range, null);
  if (!element) return null;
  const isWhole = isSame(element.range, range);
  const words = phrase`element ${element.index} of view ${view.id}`;
  return { words, by: 'memory', value: null, type: isWhole ? view.type : null };
}

/** Bytes of all pages: a view of everything names nothing. */
const wholeMemory = ({ pages }: MemoryState): number => pages * pageSize;

function memoryAt(range: ByteRange, around: Surroundings): NamedPlace {
  const named = (by: NamedPlace['by'], words: Phrase): NamedPlace => ({ words, by, value: null, type: null });
  const block = blockAt(range, around);
  if (block) {
    const offset = range.start - block.address;
    return named('memory', [`${offset === 0 ? 'start' : `byte ${offset}`} of ${blockName(block)}`]);
  }
  const frame = around.frames.findLast(({ bytes, isLibrary }) => !isLibrary && bytes && holds(bytes, range));
  return frame ? named('none', phrase`in the frame of ${code(frame.name)}`) : named('none', []);
}

/** The block that holds a range: a live one before those that were freed. */
function blockAt(range: ByteRange, { state: { blocks } }: Surroundings): Block | null {
  let freed: Block | null = null;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index] as Block;
    if (range.start < block.address || range.end > block.address + Math.max(block.size, 1)) continue;
    if (block.state === 'live') return block;
    freed ??= block;
  }
  return freed;
}

function blockRange(range: ByteRange, around: Surroundings): ByteRange | null {
  const block = blockAt(range, around);
  return block && bytesOf(block);
}

const bytesOf = ({ address, size }: Block): ByteRange => ({
  start: address,
  end: toAddress(address + Math.max(size, 1)),
});
const blockName = ({ id, state }: Block): string => `block ${id}${state === 'freed' ? ' (freed)' : ''}`;
const blockWords = (range: ByteRange, around: Surroundings): string => {
  const block = blockAt(range, around);
  return block ? `, ${blockName(block)}` : '';
};
