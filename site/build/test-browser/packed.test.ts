import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pack, unpack } from './packed.ts';

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt(),
  fc.uint8Array(),
  fc.uint32Array(),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree')), fc.record({ kind: fc.string(), words: tie('tree') })),
}));

it('what is unpacked is what was packed', () => {
  fc.assert(
    fc.property(tree, (data) => {
      expect(unpack(pack(data))).toEqual(data);
    }),
  );
});

it('arrays are a part of their buffers when they are packed, and have buffers of their own afterwards', () => {
  const [part, beside] = unpack(pack([new Uint32Array(8).fill(7).subarray(2, 5), new Uint8Array(3)])) as [
    Uint32Array,
    Uint8Array,
  ];
  expect(part).toEqual(new Uint32Array([7, 7, 7]));
  expect([part.buffer.byteLength, beside.buffer.byteLength]).toEqual([12, 3]);
});

it('what is cut short is refused', () => {
  const bytes = pack({ contents: new Uint8Array([1, 2]) });
  expect(() => unpack(bytes.subarray(0, 9))).toThrow();
  expect(() => unpack(bytes.subarray(0, bytes.length - 1))).toThrow();
});
