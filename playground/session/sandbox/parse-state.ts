import {
  type Address,
  type Block,
  type ByteRange,
  type Growth,
  type Layout,
  type MemoryView,
  toAddress,
  type ViewType,
} from '../../trace/memory-state.ts';
import type { ReportedState } from './messages.ts';
import { either, list, natural, naturalOrNull, record, text } from './parse-values.ts';

const viewTypes: readonly ViewType[] = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'DataView',
];

/** Reads a reported state; throws `Malformed`. */
export function parseState(data: unknown): ReportedState {
  const state = record(data);
  return {
    step: natural(state.step),
    pages: natural(state.pages),
    maximumPages: naturalOrNull(state.maximumPages),
    layout: state.layout === null ? null : parseLayout(state.layout),
    stackPointer: address(state.stackPointer),
    stackLow: address(state.stackLow),
    heapEnd: address(state.heapEnd),
    blocks: list(state.blocks, parseBlock),
    growths: list(state.growths, parseGrowth),
    views: list(state.views, parseView),
  };
}

function address(data: unknown): Address {
  return toAddress(natural(data));
}

function parseLayout(data: unknown): Layout {
  const layout = record(data);
  return {
    data: parseRange(layout.data),
    stack: parseRange(layout.stack),
    heapBase: address(layout.heapBase),
    symbols: list(layout.symbols, (item) => {
      const symbol = record(item);
      return { name: text(symbol.name), address: address(symbol.address), size: natural(symbol.size) };
    }),
  };
}

function parseRange(data: unknown): ByteRange {
  const { start, end } = record(data);
  return { start: address(start), end: address(end) };
}

function parseBlock(data: unknown): Block {
  const block = record(data);
  return {
    id: natural(block.id),
    address: address(block.address),
    size: natural(block.size),
    state: either(['live', 'freed'], block.state),
    allocatedBy: text(block.allocatedBy),
  };
}

function parseGrowth(data: unknown): Growth {
  const growth = record(data);
  return {
    from: natural(growth.from),
    to: natural(growth.to),
    by: either(['program', 'javascript'], growth.by),
  };
}

function parseView(data: unknown): MemoryView {
  const view = record(data);
  const state = record(view.state);
  const kind = either(['live', 'detached'], state.kind);
  return {
    id: natural(view.id),
    type: either(viewTypes, view.type),
    byteOffset: address(view.byteOffset),
    length: natural(view.length),
    bytesPerElement: natural(view.bytesPerElement),
    madeAtLine: naturalOrNull(view.madeAtLine),
    state: kind === 'live' ? { kind } : { kind, byLine: naturalOrNull(state.byLine), growth: natural(state.growth) },
  };
}
