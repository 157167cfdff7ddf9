// @vitest-environment happy-dom
import { act, useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { type Block, type ByteRange, type MemoryState, pageSize, toAddress } from '../trace/memory-state.ts';
import type { Moment } from '../trace/trace.ts';
import { exampleState } from '../view-model/example-state.ts';
import type { Place } from '../view-model/place.ts';
import { HeapPanel } from './heap-panel.tsx';
import { testStage } from './test-stage.ts';

/** emmalloc's heap by hand: 64 lists at 0x400, the pointer to the root behind them, and three chunks. */
const [buckets, heapBase, heapEnd] = [0x400, 0x10500, 0x105a8];
const layout = {
  ...exampleState.layout,
  data: { start: toAddress(buckets), end: toAddress(0x900) },
  heapBase: toAddress(heapBase),
};
const block = (id: number, address: number, size: number): Block => {
  return { id, address: toAddress(address), size, state: 'live', allocatedBy: 'malloc' };
};
function stateAt(step: number, blocks: readonly Block[]): MemoryState {
  const heap = { liveBlocks: blocks.length, liveBytes: 0, freedBlocks: 0, freedBytes: 0 };
  return { ...exampleState, step, layout, blocks, heap, heapEnd: toAddress(heapEnd) };
}
const before = stateAt(1, [block(1, 0x10518, 24), block(2, 0x10538, 60), block(3, 0x1057c, 20)]);
const after = stateAt(2, [block(1, 0x10518, 24), block(3, 0x1057c, 20)]);

function memoryOf({ blocks }: MemoryState): Uint8Array {
  const memory = new Uint8Array(exampleState.pages * pageSize);
  const view = new DataView(memory.buffer);
  const write = (at: number, ...words: number[]) => {
    for (const [index, word] of words.entries()) view.setUint32(at + index * 4, word, true);
  };
  const chunk = (at: number, size: number, free = 0) => {
    write(at, size);
    write(at + size - 4, size + free);
  };
  for (let head = buckets; head < buckets + 1024; head += 16) write(head + 4, head, head);
  write(0x800, heapBase);
  chunk(heapBase, 20);
  write(heapBase + 4, 0, heapEnd);
  chunk(0x10514, 32);
  chunk(0x10534, 68, blocks.length < 3 ? 1 : 0);
  chunk(0x10578, 32);
  chunk(0x10598, 16);
  const head = buckets + 6 * 16;
  if (blocks.length < 3) {
    write(0x10538, head, head);
    write(head + 4, 0x10534, 0x10534);
  }
  return memory;
}

const stage = testStage();
let selected: Place | null;
let reads: { reading: number; most: number; all: number };
beforeEach(() => {
  selected = null;
  reads = { reading: 0, most: 0, all: 0 };
});

interface ShownProps {
  readonly state: MemoryState;
  readonly memory: Uint8Array;
  /** Names of the library's functions that are open. */
  readonly open?: readonly string[];
}

function Shown({ state, memory, open }: ShownProps) {
  const [selection, setSelection] = useState<Place | null>(null);
  const [bytes] = useState(() => ({ memory, read: (range: ByteRange) => read(bytes.memory, range) }));
  bytes.memory = memory;
  const moment = open ? momentWithin(state, open) : null;
  selected = selection;
  return (
    <HeapPanel
      {...{ state, bytes, selection, moment, trace: null, ended: false }}
      onSelect={setSelection}
      onGo={() => {}}
    />
  );
}
async function read(memory: Uint8Array, { start, end }: ByteRange): Promise<Uint8Array> {
  reads.all++;
  reads.most = Math.max(reads.most, ++reads.reading);
  await Promise.resolve();
  reads.reading--;
  return memory.slice(start, end);
}
function momentWithin(state: MemoryState, names: readonly string[]): Moment {
  const frame = { place: null, isLibrary: true, isInlined: false, bytes: null, variables: [] };
  const nothing = { place: null, next: null, did: [], changes: [], globals: [], output: 0, findings: [] };
  return { ...nothing, step: 1, state, frames: names.map((name) => ({ ...frame, name })) };
}
const show = (state: MemoryState, memory = memoryOf(state), open?: readonly string[]) =>
  act(async () => stage.root.render(<Shown {...{ state, memory }} {...(open && { open })} />));
const section = () => stage.host.querySelector('.heap-chunks');
const toggle = () => act(async () => stage.host.querySelector<HTMLElement>('.heap-chunks .disclosure')?.click());
const rows = () =>
  [...(section()?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children]
      .slice(0, 3)
      .map(({ textContent }) => textContent)
      .join(' | '),
  );
const button = (text: string) =>
  [...(section()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.includes(text));

it('reads nothing before it is open, then shows each chunk of the step', async () => {
  await show(before);
  expect([reads.all, rows()]).toEqual([0, []]);
  await toggle();
  expect(rows()).toEqual([
    'start of a stretch 0x10500 | 20 | 20',
    'chunk of block 1 0x10514 | 32 | 8',
    'chunk of block 2 0x10534 | 68 | 8',
    'chunk of block 3 0x10578 | 32 | 12',
    'end mark 0x10598 | 16 | 16',
  ]);
  await show(after);
  expect(rows()[2]).toBe('free chunk 0x10534 | 68 | –');
  expect(section()?.querySelector('.free-lists')?.textContent).toBe('list 6, room for 56 bytes to 63: 0x10534');
  expect(reads.most).toBe(1);
});

it('selects the bytes of a row and follows pointers; arrows go from row to row', async () => {
  await show(after);
  await toggle();
  await act(async () => button('chunk of block 3')?.click());
  expect(selected).toEqual({ range: { start: 0x10578, end: 0x10598 }, label: 'chunk of block 3' });
  expect(section()?.querySelector('[data-selected]')?.textContent).toContain('chunk of block 3');
  await act(async () => button('next →')?.click());
  expect(selected?.label).toBe('head of list 6');
  const press = (key: string) =>
    act(async () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  await act(async () => button('start of a stretch')?.focus());
  await press('ArrowDown');
  expect(document.activeElement?.textContent).toContain('chunk of block 1');
  await press('End');
  expect(document.activeElement?.textContent).toContain('end mark');
  expect(section()?.querySelectorAll('tbody button[tabindex="0"]')).toHaveLength(1);
});

it('says where a header was written over, and what it does not know', async () => {
  const memory = memoryOf(before);
  await show(before, memory.fill(0x41, 0x1052c, 0x10538));
  await toggle();
  expect(section()?.textContent).toContain('The walk ends at 0x10514.');
  expect(section()?.textContent).toContain('perhaps past the end of block 1.');
  expect(rows().at(-1)).toMatch(/^not told apart/);
  await show(stateAt(3, before.blocks), new Uint8Array(4 * pageSize));
  expect(section()?.textContent).toContain('Not recognised');
});

it('says that what it shows may be half changed while the program stands within the allocator', async () => {
  await show(before, memoryOf(before), ['std::__2::__throw_length_error', 'abort']);
  await toggle();
  expect(section()?.textContent).not.toContain('half changed');
  await show(before, memoryOf(before), ['operator new(unsigned long)', 'emmalloc_malloc', 'sbrk']);
  expect(section()?.textContent).toContain('The program stands within emmalloc_malloc here');
});
