import { expect, it } from 'vitest';
import { strippedSize } from './stripped-size.ts';

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const types = [1, 1, 0];
const custom = [0, 4, 1, 0x78, 5, 6];

it('counts what is no custom section, wherever those stand', () => {
  expect(strippedSize(new Uint8Array(header))).toBe(8);
  expect(strippedSize(new Uint8Array([...header, ...custom, ...types, ...custom]))).toBe(11);
});
