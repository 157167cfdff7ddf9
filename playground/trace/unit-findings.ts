import { formatAddress } from './address-text.ts';
import { calledBy } from './describe-finding.ts';
import { elementBytes, type MemoryView, viewTypes } from './memory-state.ts';
import { placeAt } from './moment-of.ts';
import { callerOf } from './script-frames.ts';
import type { ScriptMisuse } from './script-history.ts';
import { type Found, placeOfStatement, type Surroundings } from './script-mistakes.ts';
import type { Finding } from './trace.ts';
import { viewName } from './view-words.ts';

type Words = Pick<Finding, 'kind' | 'text'>;

/** Elements between two uses of a line that goes through a list. */
const nearby = 64;

/** Bytes counted as elements, and elements as bytes: where what is used has no meaning, and what was meant has one. */
export function* unitMistakes(around: Surroundings): Iterable<Found> {
  const { script, views } = around;
  const { history } = script;
  const last = new Map<string, number>();
  for (const { view: id, address, step, statement, kind } of history.accesses()) {
    const view = views.get(id);
    if (!view || view.bytesPerElement === 1 || view.byteOffset !== 0) continue;
    const index = address / view.bytesPerElement;
    const line = `${history.siteAt(history.momentAt(statement))} ${id}`;
    const before = last.get(line);
    last.set(line, index);
    // A line that goes through a list comes by every number.
    if (before !== undefined && Math.abs(index - before) <= nearby) continue;
    const words = addressAsIndex(view, index, kind, step, around);
    if (!words) continue;
    const place = placeOfStatement(script, statement);
    yield { step: statement, known: step, place, what: words.kind, view: id, tell: () => ({ ...words, cause: null }) };
  }
  for (const view of views.values()) {
    const words = view.madeBy === 'script' && view.bytesPerElement > 1 ? mistakenBounds(view, around) : null;
    if (!words) continue;
    const step = Math.max(0, view.madeInStep - 1);
    around.engine.seek(step);
    const place = placeAt(around.engine.moment().at, around.facts);
    yield { step, known: step, place, what: words.kind, view: view.id, tell: () => ({ ...words, cause: null }) };
  }
}

/** Whether an index is the address of something, and its element is of nothing: `HEAP32[p]` for `HEAP32[p >> 2]`. */
export function addressAsIndex(
  view: MemoryView,
  index: number,
  how: string,
  step: number,
  { bytes }: Surroundings,
): Words | null {
  const size = view.bytesPerElement;
  if (size === 1 || view.byteOffset !== 0 || !Number.isInteger(index) || index <= 0) return null;
  const start = bytes.elementAt(index, size, step);
  const used = index * size;
  // In the same block it is just as wrong: nobody meant so far into it.
  const isMeant = bytes.isUsed(used, step) && bytes.blockAt(used, step)?.address !== index;
  if (start === null || isMeant) return null;
  const verb = how.startsWith('read') ? 'Read' : how === 'write' || how === 'write-outside' ? 'Wrote to' : 'Used';
  return {
    kind: 'address as index',
    text: `${verb} element ${index} of ${viewName(view)}. ${index} is the address of ${start}, in bytes, and the index counts elements of ${size} bytes: ${placeOfElement(how, used)}. Divide the address: ${index} >> ${Math.log2(size)} is ${index / size}.`,
  };
}

/** Where the element is whose index was an address, and what came of it where the view has no such element. */
function placeOfElement(how: string, address: number): string {
  const end: Record<string, string> = {
    'read-outside': 'that gives undefined',
    'write-outside': 'nothing was stored, and no error tells',
  };
  const outcome = end[how];
  if (outcome === undefined) return `that element is at ${formatAddress(address)}`;
  return `that element would be at ${formatAddress(address)}, past the end of the view; ${outcome}`;
}

/** Whether an address of something lies between two elements: `HEAP32[p >> 2]` where `p` is no multiple of 4. */
export function betweenElements(
  { first, step }: ScriptMisuse,
  view: MemoryView,
  { bytes }: Surroundings,
): Words | null {
  const size = view.bytesPerElement;
  if (size === 1 || view.byteOffset !== 0 || !bytes.isUsed(first, step)) return null;
  const what = bytes.elementAt(first, 1, step);
  const before = first - (first % size);
  return {
    kind: 'address between elements',
    text: `Used ${first}${what === null ? '' : `, the address of ${what},`} as an address for ${viewName(view)}, whose elements have ${size} bytes and begin at multiples of ${size}. The shift drops the rest: it used element ${before / size}, which begins at ${formatAddress(before)}, ${first - before} ${first - before === 1 ? 'byte' : 'bytes'} before. A DataView reads and writes at any byte.`,
  };
}

/** Whether a constructor was given an index, `p >> 2`, for the address that it wants. */
export function misalignedByIndex({ kind, view, first, step }: ScriptMisuse, { bytes }: Surroundings): Words | null {
  const type = viewTypes[view] ?? 'DataView';
  return kind === 'make-misaligned' ? indexAsAddress(type, first, step, bytes) : null;
}

function indexAsAddress(
  type: MemoryView['type'],
  offset: number,
  step: number,
  bytes: Surroundings['bytes'],
): Words | null {
  const size = elementBytes[type];
  const start = bytes.elementAt(offset * size, size, step);
  if (start === null || bytes.isUsed(offset, step)) return null;
  return {
    kind: 'index as address',
    text: `Made a view, type ${type}, that begins at byte ${offset}. ${offset * size}, ${size} times that, is the address of ${start}: the constructor counts its offset in bytes. Give it the address as it is, and divide only indices.`,
  };
}

function mistakenBounds(view: MemoryView, { bytes }: Surroundings): Words | null {
  const { byteOffset, length, bytesPerElement: size, type, madeInStep } = view;
  const block = bytes.blockAt(byteOffset, madeInStep);
  if (length > 0 && block?.address === byteOffset && block.size === length && (block.to ?? madeInStep) >= madeInStep) {
    return {
      kind: 'bytes as elements',
      text: `Made a view, type ${type}, of ${length} elements over block ${block.id}, which has ${length} bytes: the view reaches ${length * (size - 1)} bytes past its end. The length counts in elements, and malloc counts in bytes: ${length} bytes hold ${length / size} elements, and ${length} elements need ${length * size} bytes.`,
    };
  }
  if (byteOffset === 0 || bytes.isUsed(byteOffset, madeInStep)) return null;
  const index = byteOffset / size;
  const start = bytes.elementAt(index, size, madeInStep);
  if (start === null) return indexAsAddress(type, byteOffset, madeInStep, bytes);
  return {
    kind: 'address as index',
    text: `Made a view, type ${type}, that begins at element ${index}, byte ${byteOffset}. ${index} is the address of ${start}, in bytes, and subarray counts in elements of ${size} bytes. Divide the address: ${index} >> ${Math.log2(size)} is ${index / size}.`,
  };
}

/** Reads of blocks that had been freed. The engine finds the writes. */
export function* readsAfterFree({ script, views, bytes, engine, facts }: Surroundings): Iterable<Found> {
  for (const { kind, view: id, address, size, step, statement } of script.history.accesses()) {
    const view = kind === 'read' ? views.get(id) : undefined;
    const block = view && bytes.blockAt(address, step);
    if (!view || !block || block.to === null || block.to > step || address + size > block.address + block.size)
      continue;
    const freed = block.to;
    yield {
      step: statement,
      known: step,
      place: placeOfStatement(script, statement),
      what: `read of freed block ${block.id}`,
      view: id,
      tell: () => {
        engine.seek(freed);
        const { at } = engine.moment();
        const how = calledBy('it was freed here', callerOf(at, facts.script));
        const cause = { step: freed, place: placeAt(at, facts), text: how };
        const text = `Read ${size} ${size === 1 ? 'byte' : 'bytes'} at ${formatAddress(address)}, byte ${address - block.address} of block ${block.id}, through ${viewName(view)}. The block had been freed. Use a block only before you free it.`;
        return { kind: 'use-after-free', text, cause };
      },
    };
  }
}
