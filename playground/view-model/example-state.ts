import { type MemoryState, toAddress } from '../trace/memory-state.ts';

/** A small state for tests: data, stack and heap in four pages, one live and one freed block, one view of each state. */
export const exampleState: MemoryState = {
  step: 1,
  pages: 4,
  maximumPages: 16,
  layout: {
    data: { start: toAddress(0x400), end: toAddress(0x500) },
    stack: { start: toAddress(0x500), end: toAddress(0x10500) },
    heapBase: toAddress(0x10500),
    symbols: [{ name: 'greeting', address: toAddress(0x410), size: 4 }],
  },
  stackPointer: toAddress(0x10480),
  stackLow: toAddress(0x10300),
  heapEnd: toAddress(0x20000),
  blocks: [
    { id: 1, address: toAddress(0x10510), size: 24, state: 'freed', allocatedBy: 'malloc' },
    { id: 2, address: toAddress(0x10530), size: 100, state: 'live', allocatedBy: 'new' },
  ],
  heap: { liveBlocks: 1, liveBytes: 100, freedBlocks: 1, freedBytes: 24 },
  growths: [{ from: 3, to: 4, by: 'javascript' }],
  views: [
    {
      id: 1,
      type: 'Uint8Array',
      byteOffset: toAddress(0),
      length: 196_608,
      tracksLength: false,
      bytesPerElement: 1,
      madeBy: 'script',
      madeAtLine: 2,
      madeInStep: 0,
      state: { kind: 'detached', byLine: 5, growth: 0, inStep: 12 },
    },
    {
      id: 2,
      type: 'Uint32Array',
      byteOffset: toAddress(0x10530),
      length: 4,
      tracksLength: false,
      bytesPerElement: 4,
      madeBy: 'script',
      madeAtLine: 6,
      madeInStep: 0,
      state: { kind: 'live' },
    },
  ],
  handles: [],
};
