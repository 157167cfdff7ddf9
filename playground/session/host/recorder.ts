import { recordProgram } from '../../trace/engine.ts';
import { type ByteRange, type Layout, type MemoryState, pageSize, toAddress } from '../../trace/memory-state.ts';
import type { Recorder } from './host.ts';
import { maximumPagesOf } from './maximum-pages.ts';
import { wasmOffsetOf } from './wasm-offset.ts';

/** Rewrites a module and records what it does to its memory. A module that cannot be read fails to instantiate. */
export async function openRecorder(wasm: Uint8Array, engine: Uint8Array): Promise<Recorder> {
  const recorded = await recordProgram(engine, wasm);
  if (recorded.status === 'malformed') {
    throw new Error(`The module is malformed at byte offset ${recorded.offset}: ${recorded.reason}.`);
  }
  const maximumPages = maximumPagesOf(wasm);
  let exports: WebAssembly.Exports = {};
  let step = 0;
  const value = (name: string): number => {
    const global = exports[name];
    return global instanceof WebAssembly.Global ? Number(global.value) >>> 0 : 0;
  };
  return {
    runnable: {
      module: await WebAssembly.compile(recorded.wasm),
      imports: {},
      locate(error) {
        const offset = wasmOffsetOf(error);
        const place = offset === null ? null : recorded.locate(offset);
        return place && { ...place, path: place.path.replace(/^\/program\//, '') };
      },
    },
    attach(instance) {
      exports = instance.exports;
      recorded.connect(instance);
    },
    enter: () => recorded.resetDepth(),
    state({ growths, views }): MemoryState {
      const memory = exports.memory as WebAssembly.Memory;
      const layout = layoutOf(value, recorded.symbols);
      const stackPointer = value('__stack_pointer');
      const low = value('pagewise.stack_low');
      return {
        step: ++step,
        pages: memory.buffer.byteLength / pageSize,
        maximumPages,
        layout,
        stackPointer: toAddress(stackPointer),
        // The probe starts at the highest value there is: then the stack was never moved.
        stackLow: toAddress(Math.max(layout.stack.start, Math.min(low, stackPointer))),
        heapEnd: toAddress(heapEndOf(exports, memory, layout)),
        blocks: recorded.blocks(),
        growths,
        views,
      };
    },
  };
}

function layoutOf(value: (name: string) => number, symbols: Layout['symbols']): Layout {
  const range = (start: number, end: number): ByteRange => ({
    start: toAddress(start),
    end: toAddress(Math.max(start, end)),
  });
  const stack = range(value('__stack_low'), value('__stack_high'));
  const data = range(value('__global_base'), value('__data_end'));
  return { data, stack, heapBase: toAddress(value('__heap_base')), symbols };
}

/** `sbrk(0)`: Emscripten keeps it in a variable, whose address this export gives. Without an allocator the heap is empty. */
function heapEndOf(exports: WebAssembly.Exports, memory: WebAssembly.Memory, layout: Layout): number {
  const pointer = exports.emscripten_get_sbrk_ptr;
  if (typeof pointer !== 'function') return layout.heapBase;
  const end = new DataView(memory.buffer).getUint32(Number(pointer()) >>> 0, true);
  return Math.max(end, layout.heapBase);
}
