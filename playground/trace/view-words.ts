import { elementBytes, type MemoryView, viewTypes } from './memory-state.ts';
import type { ScriptMisuse } from './script-history.ts';
import type { Finding } from './trace.ts';

/** Emscripten's names of the views that it makes of all memory. */
export const glueNames: Partial<Readonly<Record<MemoryView['type'], string>>> = {
  ...{ Int8Array: 'HEAP8', Uint8Array: 'HEAPU8', Int16Array: 'HEAP16', Uint16Array: 'HEAPU16', Int32Array: 'HEAP32' },
  ...{ Uint32Array: 'HEAPU32', Float32Array: 'HEAPF32', Float64Array: 'HEAPF64' },
  ...{ BigInt64Array: 'HEAP64', BigUint64Array: 'HEAPU64' },
};

/** What a sentence calls a view: `the Int32Array made by line 2`, `the glue's HEAP32`. */
export function viewName({ type, madeBy, madeAtLine, madeInFile, id }: MemoryView): string {
  if (madeBy === 'glue') return `the glue's ${glueNames[type] ?? type}`;
  return madeAtLine === null
    ? `the ${type}, view ${id},`
    : `the ${type} made by ${lineInWords(madeAtLine, madeInFile)}`;
}

/** `line 3`, and of which file where there are several. */
export const lineInWords = (line: number, file: string | undefined): string =>
  file === undefined ? `line ${line}` : `line ${line} of ${file}`;

type Words = Pick<Finding, 'kind' | 'text'>;

/** What to do about a view that is detached. */
function again({ type, madeBy }: MemoryView): string {
  return madeBy === 'script'
    ? 'Make the view again, from memory.buffer, after memory has grown.'
    : `Keep it in no variable: ask for Module.${glueNames[type]} at each use, or make a view from memory.buffer. After memory.grow only that helps: the glue learns of it later.`;
}

/** What to do where the view was looked up first, and then the same statement had memory grow. */
const before =
  'Memory grew within this statement, after it had looked the view up. Do what makes memory grow in a statement before, and ask for the view then.';

/** What a script could not do to a view, in words, and what to do. `isMeanwhile`: memory grew while the statement ran. */
export function misuseOfView({ kind, first, second }: ScriptMisuse, view: MemoryView, isMeanwhile: boolean): Words {
  const name = viewName(view);
  const element = `element ${first.toLocaleString('en')}`;
  const whichOf = Number.isNaN(first) ? name : `${element} of ${name}`;
  const length = `${view.length.toLocaleString('en')} ${view.length === 1 ? 'element' : 'elements'}`;
  const within =
    view.length === 0 ? 'It has none.' : `Its indices go from 0 to ${(view.length - 1).toLocaleString('en')}.`;
  const detached = (text: string): Words => ({
    kind: 'detached view',
    text: `${text} ${isMeanwhile ? before : again(view)}`,
  });
  switch (kind) {
    case 'read-detached':
      return detached(
        `Read ${whichOf}, which is detached: ${Number.isNaN(first) ? 'it is empty now' : 'that gives undefined'}.`,
      );
    case 'write-detached':
      return detached(`Wrote to ${whichOf}, which is detached: nothing was stored, and no error tells.`);
    case 'measure-detached':
      return detached(`Asked ${name} how long it is. It is detached: that gives 0.`);
    case 'use-detached':
      return detached(`Used ${name}, which is detached: that throws a TypeError.`);
    case 'read-outside':
      return outside(`Read ${whichOf}, which has ${length}: that gives undefined. ${within}`);
    case 'write-outside':
      return outside(`Wrote to ${whichOf}, which has ${length}: nothing was stored, and no error tells. ${within}`);
    case 'use-outside':
      return outside(
        `Used ${second.toLocaleString('en')} ${second === 1 ? 'element' : 'elements'} from ${element} on of ${name}, which has ${length}: that throws a RangeError. ${within}`,
      );
    default:
      return outside(
        `Used ${bytes(second)} from byte ${first.toLocaleString('en')} on of ${name}, which has ${bytes(view.length * view.bytesPerElement)}: that throws a RangeError.`,
      );
  }
}

/** The same where no view could be made. `memoryBytes` is the size of memory then. */
export function refusedView({ kind, view, first, second }: ScriptMisuse, memoryBytes: number): Words {
  const type = viewTypes[view] ?? 'DataView';
  const size = elementBytes[type];
  if (kind === 'make-detached') {
    return {
      kind: 'detached view',
      text: `Made a ${type} over a buffer that is detached: that throws a TypeError. Ask for memory.buffer each time, and keep it in no variable.`,
    };
  }
  if (kind === 'make-misaligned') {
    const before = first - (first % size);
    return {
      kind: 'misaligned view',
      text: `Made ${type === 'Int8Array' ? 'an' : article(type)} ${type} that begins at byte ${first.toLocaleString('en')}: that throws a RangeError. Its elements have ${bytes(size)}, so it may begin at multiples of ${size} only, as ${before.toLocaleString('en')} or ${(before + size).toLocaleString('en')}. The offset counts in bytes. A DataView reads at any byte.`,
    };
  }
  const asked = Number.isNaN(second) ? '' : ` with ${second.toLocaleString('en')} elements of ${bytes(size)}`;
  const fits = second % size === 0 && first + second <= memoryBytes && size > 1;
  const hint = fits
    ? ` The length counts in elements: ${bytes(second)} are ${(second / size).toLocaleString('en')} of them.`
    : '';
  return {
    kind: 'view too long',
    text: `Made ${article(type)} ${type} from byte ${first.toLocaleString('en')} on${asked}, which ends past memory's ${bytes(memoryBytes)}: that throws a RangeError.${hint}`,
  };
}

const article = (type: string): string => (type.startsWith('I') ? 'an' : 'a');
const outside = (text: string): Words => ({ kind: 'outside of a view', text });
const bytes = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'byte' : 'bytes'}`;
