import { type DataSymbol, type Growth, type Layout, pageSize } from './memory-state.ts';
import type { ReplayEngine } from './replay-engine.ts';

/** A block from the step that allocated it to the one that freed it. */
export interface BlockLife {
  readonly id: number;
  readonly address: number;
  readonly size: number;
  readonly from: number;
  /** Null while nobody freed it. */
  to: number | null;
}

/** What addresses are found by: pieces of memory. */
const pieceBits = 12;

/** Knows what the program has at an address in each step: blocks of the heap, and variables of fixed address. */
export class KnownBytes {
  readonly #blocks = new Map<number, BlockLife[]>();
  readonly #symbols = new Map<number, DataSymbol>();
  /** Pages that scripts added: they use them as they like. */
  readonly #added: readonly Growth[];

  constructor(
    readonly engine: ReplayEngine,
    readonly layout: Layout,
    growths: readonly Growth[],
  ) {
    this.#added = growths.filter(({ by }) => by === 'javascript');
    const byId = new Map<number, BlockLife>();
    for (const { allocations = [], releases = [] } of engine.list(0, engine.steps, ['allocations'])) {
      for (const [step, id, address, size] of allocations) {
        const block = { id, address, size, from: step ?? 0, to: null };
        byId.set(id, block);
        this.#place(block);
      }
      for (const [step, id] of releases) {
        const block = byId.get(id);
        if (block) block.to = step ?? 0;
      }
    }
    for (const symbol of layout.symbols) if (symbol.size > 0) this.#symbols.set(symbol.address, symbol);
  }

  /** The block that holds a byte when a step is over: one that is live, else the one that was freed last. */
  blockAt(address: number, step: number): BlockLife | null {
    let freed: BlockLife | null = null;
    for (const block of this.#blocks.get(address >>> pieceBits) ?? []) {
      if (block.from > step || address < block.address || address >= block.address + Math.max(1, block.size)) continue;
      if (block.to === null || block.to > step) return block;
      if (freed === null || block.to >= (freed.to ?? 0)) freed = block;
    }
    return freed;
  }

  /** What begins at an address, in words: a live block, a variable of fixed address, one of an open call. */
  startAt(address: number, step: number): string | null {
    const block = this.blockAt(address, step);
    if (block?.address === address && isLive(block, step)) return `block ${block.id}`;
    const symbol = this.#symbols.get(address);
    if (symbol) return symbol.name;
    const { stack } = this.layout;
    if (!stack || address < stack.start || address >= stack.end) return null;
    this.engine.seek(step);
    const variables = this.engine.moment().frames.flatMap((frame) => frame.variables);
    return variables.find(({ value }) => value.address === address)?.value.name ?? null;
  }

  /**
   * What begins at an address, or else the live block or the variable of fixed address that has an element of so many bytes
   * there, counted from its start: `byte 8 of block 1`.
   */
  elementAt(address: number, size: number, step: number): string | null {
    const start = this.startAt(address, step);
    if (start !== null || !Number.isInteger(address)) return start;
    const fits = (from: number, length: number) =>
      address > from && address + size <= from + length && (address - from) % size === 0;
    const block = this.blockAt(address, step);
    if (block && isLive(block, step) && fits(block.address, block.size))
      return `byte ${address - block.address} of block ${block.id}`;
    const symbol = this.layout.symbols.find((each) => fits(each.address, each.size));
    return symbol ? `byte ${address - symbol.address} of ${symbol.name}` : null;
  }

  /** Whether the program or its scripts have anything at a byte: data, pages that they added, a live block, the part of the stack that is in use. */
  isUsed(address: number, step: number): boolean {
    const { data, stack } = this.layout;
    if (data && address >= data.start && address < data.end) return true;
    if (this.#added.some(({ from, to }) => address >= from * pageSize && address < to * pageSize)) return true;
    const block = this.blockAt(address, step);
    if (block && isLive(block, step)) return true;
    if (!stack || address < stack.start || address >= stack.end) return false;
    this.engine.seek(step);
    return address >= (this.engine.moment().stackPointer ?? stack.start);
  }

  #place(block: BlockLife): void {
    const last = (block.address + Math.max(1, block.size) - 1) >>> pieceBits;
    for (let piece = block.address >>> pieceBits; piece <= last; piece++) {
      const list = this.#blocks.get(piece);
      if (list) list.push(block);
      else this.#blocks.set(piece, [block]);
    }
  }
}

const isLive = ({ to }: BlockLife, step: number): boolean => to === null || to > step;
