import {
  type Address,
  type Block,
  type ByteRange,
  type CodePlace,
  type EmbindHandle,
  type Growth,
  type HeapTotals,
  type Layout,
  type MemoryView,
  pageSize,
  type ReferenceCount,
  toAddress,
  viewTypes,
} from '../../trace/memory-state.ts';
import type { ReportedState } from './messages.ts';
import { either, flag, list, Malformed, natural, naturalOrNull, record, text } from './parse-values.ts';

/** Characters of a script's path. */
const longestPath = 200;

/** Reads a reported state; throws `Malformed`. */
export function parseState(data: unknown): ReportedState {
  const state = record(data);
  return {
    step: natural(state.step),
    pages: pagesOf(state.pages),
    maximumPages: state.maximumPages === null ? null : pagesOf(state.maximumPages),
    layout: state.layout === null ? null : parseLayout(state.layout),
    stackPointer: orNull(address, state.stackPointer),
    stackLow: orNull(address, state.stackLow),
    heapEnd: orNull(address, state.heapEnd),
    blocks: list(state.blocks, parseBlock),
    heap: parseTotals(state.heap),
    growths: list(state.growths, parseGrowth),
    views: list(state.views, parseView),
    handles: list(state.handles, parseHandle),
    ...(state.unlistedVals !== undefined && { unlistedVals: natural(state.unlistedVals) }),
  };
}

/** Pages of 64 KiB that a memory with 32-bit addresses has at most, and the bytes in them. */
const mostPages = 65_536;
const largestMemory = mostPages * pageSize;

/** Characters of what a handle holds. */
const longestPreview = 100;

function pagesOf(data: unknown): number {
  return natural(data, mostPages);
}

function orNull<What>(parse: (data: unknown) => What, data: unknown): What | null {
  return data === null ? null : parse(data);
}

function address(data: unknown): Address {
  return toAddress(natural(data, largestMemory));
}

function parseLayout(data: unknown): Layout {
  const layout = record(data);
  return {
    data: orNull(parseRange, layout.data),
    stack: orNull(parseRange, layout.stack),
    heapBase: orNull(address, layout.heapBase),
    symbols: list(layout.symbols, (item) => {
      const symbol = record(item);
      return { name: text(symbol.name), address: address(symbol.address), size: natural(symbol.size, largestMemory) };
    }),
  };
}

function parseRange(data: unknown): ByteRange {
  const { start, end } = record(data);
  const range = { start: address(start), end: address(end) };
  if (range.end < range.start) throw new Malformed();
  return range;
}

function parseBlock(data: unknown): Block {
  const block = record(data);
  return {
    id: natural(block.id),
    address: address(block.address),
    size: natural(block.size, largestMemory),
    state: either(['live', 'freed'], block.state),
    allocatedBy: text(block.allocatedBy),
    ...(block.within !== undefined && { within: natural(block.within) }),
  };
}

function parseTotals(data: unknown): HeapTotals {
  const totals = record(data);
  return {
    liveBlocks: natural(totals.liveBlocks),
    liveBytes: natural(totals.liveBytes),
    freedBlocks: natural(totals.freedBlocks),
    freedBytes: natural(totals.freedBytes),
  };
}

function parseGrowth(data: unknown): Growth {
  const growth = record(data);
  return {
    from: pagesOf(growth.from),
    to: pagesOf(growth.to),
    by: either(['program', 'javascript'], growth.by),
  };
}

function parseHandle(data: unknown): EmbindHandle {
  const handle = record(data);
  return {
    kind: either(['val', 'object', 'shared-object'], handle.kind),
    number: natural(handle.number, largestMemory),
    holds: text(handle.holds).slice(0, longestPreview),
    references: natural(handle.references),
    counts: list(handle.counts, parseCount),
    madeAt: orNull(parsePlace, handle.madeAt),
    madeInStep: natural(handle.madeInStep),
    goneInStep: naturalOrNull(handle.goneInStep),
  };
}

function parseCount(data: unknown): ReferenceCount {
  const { step, references } = record(data);
  return { step: natural(step), references: natural(references) };
}

function parsePlace(data: unknown): CodePlace {
  const place = record(data);
  return { path: text(place.path), line: natural(place.line), column: natural(place.column) };
}

function parseView(data: unknown): MemoryView {
  const view = record(data);
  const state = record(view.state);
  const kind = either(['live', 'detached'], state.kind);
  return {
    id: natural(view.id),
    type: either(viewTypes, view.type),
    byteOffset: address(view.byteOffset),
    length: natural(view.length, largestMemory),
    tracksLength: flag(view.tracksLength),
    bytesPerElement: natural(view.bytesPerElement, 8),
    madeBy: either(['script', 'glue'], view.madeBy),
    madeAtLine: naturalOrNull(view.madeAtLine),
    ...(view.madeInFile !== undefined && { madeInFile: text(view.madeInFile).slice(0, longestPath) }),
    madeInStep: natural(view.madeInStep),
    state:
      kind === 'live'
        ? { kind }
        : {
            kind,
            byLine: naturalOrNull(state.byLine),
            ...(state.byFile !== undefined && { byFile: text(state.byFile).slice(0, longestPath) }),
            growth: naturalOrNull(state.growth),
            inStep: natural(state.inStep),
          },
  };
}
