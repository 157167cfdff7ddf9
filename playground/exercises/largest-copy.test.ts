import { expect, it } from 'vitest';
import { boundaryOf, keep, main, verdicts } from './decide-in-node.ts';

const room = main('', `unsigned char room[64]; ${keep} unsigned char* at() { return room; }`);
const before = 'const at = exports.at();\nconst view = new Uint8Array(memory.buffer, at, 64);\n';

const out = [
  ...['view.slice()', 'view.slice("0")', 'Uint8Array.prototype.slice.call(view)', 'view.map((byte) => byte)'],
  ...[
    'view.toSorted()',
    'view.toReversed()',
    'view.with(0, 1)',
    'view.filter(() => true)',
    'view.join()',
    'String(view)',
  ],
  ...[
    'Array.from(view)',
    'Array.from(view, (byte) => byte + 1)',
    'Array.from(view.values())',
    'Array.from(view.entries())',
  ],
  ...['Float32Array.from(view)', '[...view]', 'Math.max(...view)', 'new Set(view)'],
  ...['const [first, ...rest] = view', 'new Uint8Array(view.values())'],
  ...['[].concat.apply([], view)', 'Reflect.apply(Math.max, null, view)', 'Reflect.construct(Array, view)'],
  ...['view[Symbol.isConcatSpreadable] = true; [].concat(view)', '[].slice.call(view)', '[].map.call(view, Number)'],
  ...[
    'new Uint8Array(64).set(view)',
    'new Float64Array(64).set(view)',
    'new Uint8Array(view)',
    'new Float64Array(view)',
  ],
  ...['memory.buffer.slice(at, at + 64)', 'memory.grow(1); memory.buffer.slice(at, at + 64)', 'structuredClone(view)'],
  ...['structuredClone(memory.buffer)', 'structuredClone({ deep: [view] })', 'JSON.stringify({ view })'],
  ...['Object.values(view)', 'Object.entries(view)', 'Object.assign([], view)'],
  ...['new TextDecoder().decode(view)', 'new TextDecoder("latin1").decode(memory.buffer)', 'new Response(view)'],
];
const into = [
  ...[
    'view.set(new Uint8Array(64))',
    'view.set(new Array(64).fill(1))',
    'view.set("1".repeat(64))',
    'view.set(new Uint8Array(64), "0")',
  ],
  ...[
    'view.set({ get length() { return 64; } })',
    'view.set(new Proxy(new Array(64), {}))',
    'new Uint8Array(memory.buffer, 1024).copyWithin(0, 64, 128)',
  ],
  'new TextEncoder().encodeInto("x".repeat(64), view)',
];

it('largest-copy sees each way of copying at once, out of memory and into it', async () => {
  const lines = [...out, ...into].map((code) => `{ const view = new Uint8Array(memory.buffer, at, 64); ${code}; }`);
  const { parts } = await boundaryOf(room, ['const at = exports.at();', ...lines].join('\n'));
  const copied = parts.flatMap((part) =>
    part.kind === 'copy' && part.range.end - part.range.start >= 64 ? [part] : [],
  );
  const inWay = (way: string) =>
    copied.filter(({ direction }) => direction === way).map(({ place }) => lines[(place?.line ?? 0) - 2]);
  expect(new Set(inWay('out'))).toEqual(new Set(lines.slice(0, out.length)));
  expect(new Set(inWay('in'))).toEqual(new Set(lines.slice(out.length)));
});

it.each([
  ['one that grows memory while it is made', 'view.map((byte) => (memory.grow(0), byte))'],
  ['one within another', 'Array.from(view.subarray(0, 1), () => view.slice())'],
  [
    'one within another, by a built-in function',
    'view.subarray(0, 1).map(Uint8Array.prototype.toSorted.bind(view, undefined))',
  ],
  ['one whose methods were taken away', 'Object.setPrototypeOf(view, null); Uint8Array.prototype.slice.call(view)'],
  [
    'one by a method that was kept',
    'const { slice } = Uint8Array.prototype; Uint8Array.prototype.slice = () => 0; slice.call(view)',
  ],
  ['one after replacing iteration', 'Array.prototype[Symbol.iterator] = () => [].values(); view.slice()'],
  [
    'one after replacing what tells of properties',
    'Object.getOwnPropertyDescriptor = Reflect.apply = () => {}; ArrayBuffer.isView = () => false; view.slice()',
  ],
  ['one of a class of its own', '(class extends Uint8Array {}).from(view)'],
  [
    'one of a view that no script seems to have made',
    'await Promise.resolve(memory.buffer).then(Reflect.construct.bind(null, Uint8Array)).catch(() => 0); await Promise.resolve([memory.buffer, at, 64]).then(Reflect.construct.bind(null, Uint8Array)).then((own) => own.slice())',
  ],
  ['one after ten thousand small ones', 'for (let i = 0; i < 10_100; ++i) view.slice(0, 1); view.slice()'],
  [
    'one through an iterator whose next cannot be taken away',
    'const all = view.values(); try { delete all.next; } catch {} [...all]',
  ],
])('largest-copy sees the copy of a script that hides it: %s', async (_what, code) => {
  const [copied] = await verdicts(room, `${before}${code};`, 'largest-copy <= 63');
  expect(copied).toMatch(/copied [\d,]+ bytes out of memory at once/);
});

it('largest-copy counts no view, no element that is read one by one, and nothing of a script’s own', async () => {
  const script = `${before}view.subarray(1); new Uint8Array(view.buffer, at); new Uint8Array([1, 2]); view.fill(1); view.at(1);
let sum = 0;
for (const byte of view) sum += byte;
for (const [index, byte] of view.entries()) {
  sum += index * byte;
}
view.forEach((byte) => { sum += byte; });
sum = view.reduce((total, byte) => total + byte, 0);
const own = [];
for (let i = 0; i < view.length; ++i) own.push(view[i]);
[...own, ...new Uint8Array(64)]; Math.max.apply(null, own); structuredClone(own); new Uint8Array(own).slice(); [].concat(view);
Uint8Array.prototype.subarray.apply(view, [1]);`;
  expect(await verdicts(room, script, 'largest-copy 0', 'views 4')).toEqual(['passed', 'passed']);
});

it('a view that is made through another function is seen where the script asked for it', async () => {
  const script =
    'Reflect.construct(Uint8Array, [memory.buffer, 0, 4]);\nUint8Array.prototype.subarray.apply(new Uint8Array(memory.buffer), [8, 9]);';
  expect(await verdicts(room, script, 'views 3', 'views 0')).toEqual([
    'passed',
    expect.stringContaining(
      'length 4 (line 1); Uint8Array at 0x00000, length 262144 (line 2); Uint8Array at 0x00008, length 1 (line 2)',
    ),
  ]);
});
