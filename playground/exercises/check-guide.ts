import type { Check, FindingName } from '../lesson/exercise.ts';

/** What an author is told of a kind of check. */
export interface CheckGuide {
  /** As it is written in a lesson. */
  readonly examples: readonly string[];
  /** When it holds. */
  readonly holds: string;
}

/** Every kind of check, in the order of the reference. */
export const checkGuide: { readonly [Kind in Check['kind']]: CheckGuide } = {
  output: { examples: ['output "42\\n"'], holds: 'what was printed (stdout) is exactly this' },
  'output-contains': { examples: ['output-contains "42"'], holds: 'what was printed contains this' },
  'exit-code': { examples: ['exit-code 0'], holds: 'it ended normally, with this exit code' },
  finishes: { examples: ['finishes'], holds: 'it ended normally' },
  traps: { examples: ['traps'], holds: 'it trapped' },
  call: {
    examples: ['call sum(0x10, 4) = 10', 'call sum(&table, 4) = 10', 'call sum(0, -1) traps', 'call clear()'],
    holds:
      'an export gives this result; traps; comes to its end, for one without a result. Addresses may be symbols. The calls are made in the list’s order, on one instance: ask for other inputs than `main`’s, which a solution could have by heart',
  },
  bytes: { examples: ['bytes table = 01 02'], holds: 'these bytes lie at the beginning of a global, at the end' },
  value: {
    examples: ['value total = 10', 'value total:f64 = 0.5'],
    holds:
      'a global holds this, at the end; its first bytes are read as `i32` unless said, or as `u8` `i8` `u16` `i16` `u32` `u64` `i64` `f32` `f64`',
  },
  'no-leak': {
    examples: ['no-leak'],
    holds: 'every block is freed, at the latest by global objects when the program exits',
  },
  'freed-once': { examples: ['freed-once'], holds: 'as `no-leak`, and nothing is freed a second time' },
  'live-blocks': { examples: ['live-blocks <= 2'], holds: 'so many blocks are live at the end' },
  'live-vals': {
    examples: ['live-vals 0', 'live-vals <= 4'],
    holds: 'so many JavaScript values are held by a `val` at the end, before global objects are destroyed',
  },
  allocates: { examples: ['allocates 3'], holds: 'so many blocks were allocated in all' },
  'allocated-bytes': { examples: ['allocated-bytes <= 4096'], holds: 'so many bytes were allocated in all' },
  'peak-bytes': { examples: ['peak-bytes <= 1024'], holds: 'so many bytes were allocated at once, at the most' },
  'stack-bytes': { examples: ['stack-bytes <= 512'], holds: 'so many bytes had the shadow stack at its deepest' },
  pages: { examples: ['pages 4'], holds: 'memory has so many pages at the end' },
  growths: { examples: ['growths <= 1'], holds: 'memory grew so often' },
  aligned: {
    examples: ['aligned table to 16', 'aligned block 1 to 16', 'aligned blocks to 16'],
    holds: 'a global, a block, or each block begins at such a multiple',
  },
  size: {
    examples: ['size table <= 12', 'size type Point <= 12'],
    holds: 'a global, or a type that the program uses, has so many bytes',
  },
  'no-finding': {
    examples: ['no-finding', 'no-finding use-after-free'],
    holds: '*Findings* has nothing; nothing of one kind',
  },
  finding: { examples: ['finding double-free'], holds: 'the mistake was made, in an exercise that asks for it' },
  'within-bounds': {
    examples: ['within-bounds'],
    holds: 'nothing was read or written beyond a live block, the stack, or a view',
  },
  'never-writes': {
    examples: ['never-writes table', 'never-writes 0..64'],
    holds: 'nobody wrote to these bytes; the end is not included',
  },
  calls: {
    examples: ['calls <= 4', 'calls sum <= 1'],
    holds: 'so many calls crossed the boundary, in both directions; so many of one export or import',
  },
  'largest-copy': {
    examples: ['largest-copy <= 64'],
    holds:
      'so many bytes had the largest copy of JavaScript’s, into memory or out of it, at once: by methods (`set`, `slice`, `map`, `join`, `copyWithin`), `Array.from`, `[...view]`, `new Set(view)`, `f.apply(null, view)`, `new Float64Array(view)`, `structuredClone`, `JSON.stringify`, `new Blob`, `encodeInto`, `decode` or the glue. None are what the program prints or a canvas shows, views, and elements that a loop or a callback (`for…of`, `forEach`, `reduce`) takes one by one: hold those to `calls`, or to `reads-through-view`',
  },
  'reads-through-view': {
    examples: ['reads-through-view >= 800', 'reads-through-view samples >= 400', 'reads-through-view block 1 = 0'],
    holds:
      'so many bytes of memory did scripts read themselves, through typed arrays or a `DataView`; so many of a global or a block. A byte that is read twice counts once, and a method such as `reduce` reads all of its view. It tells that the script looked, not what it made of it',
  },
  views: { examples: ['views 2'], holds: 'JavaScript made so many views' },
  'view-live': { examples: ['view-live'], holds: 'the newest view is live at the end' },
  'no-detached-view': { examples: ['no-detached-view'], holds: 'no view is detached at the end' },
  'no-stale-view': { examples: ['no-stale-view'], holds: 'no view was used after it was detached' },
  view: {
    examples: ['view Uint32Array at table length 4'],
    holds: 'a live view of this type covers this; `at` takes a symbol, a byte offset or `block 1`',
  },
  'source-contains': {
    examples: ['source-contains "free("'],
    holds: 'one of the learner’s own files has this text, comments left out',
  },
  'source-lacks': { examples: ['source-lacks "grow"'], holds: 'none of them has it' },
  unchanged: {
    examples: [
      'unchanged words.h',
      'unchanged lab.js from "for (const text"',
      'unchanged lab.js from "for (const text" to "done();"',
    ],
    holds:
      'a file is the starter’s, ends as it does from the one line on that has this text, or has its lines from one to another; comments and spaces may differ. Such lines of a script have been reached, too. For what the task says shall stay: what tries the solution out',
  },
};

/** What each kind of finding is: what `finding` and `no-finding` may name. */
export const findingGuide: Readonly<Record<FindingName, string>> = {
  'double-free': 'a block was freed a second time',
  'invalid-free': 'what was freed is no block’s beginning',
  'mismatched-free': 'what one function allocated, another’s counterpart freed: `new[]` and `delete`',
  'use-after-free': 'a freed block was read or written',
  'heap-overflow': 'an access began or ended beyond a live block',
  'uninitialised-read': 'bytes were used that nobody had written',
  'null-page': 'an access through a null pointer, or close to it',
  'stack-overflow': 'the shadow stack left its region',
  leak: 'a block was live at the end',
  crash: 'the program trapped',
  undeleted: 'JavaScript never deleted an object that it has from Embind',
  'detached-view': 'a view was used after its buffer was detached',
  'misaligned-view': 'a view was to begin at no multiple of its element’s size',
  'view-too-long': 'a view was to reach beyond the buffer',
  'outside-of-a-view': 'an element was used that a view does not have',
  'bytes-as-elements': 'a number of bytes stood where elements are counted',
  'address-as-index': 'a byte address stood where elements are counted',
  'index-as-address': 'a number of elements stood where bytes are counted',
};
