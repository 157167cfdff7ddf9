import { pageSize } from '../../trace/memory-state.ts';
import type { CreateGlue, GlueModule } from './glue.ts';
import { isWasiProgram, wasiModules } from './wasi-imports.ts';

/** Whether a script names Emscripten's module object, or may: then it is given the real one. */
export const mentionsModule = (script: string): boolean => /\bModule\b|\\u/.test(script);

/** What hosts provide themselves besides WASI, and what stands in place of the glue: see `ownImports`. */
const ownNames = [
  ...['exit', 'proc_exit', 'emscripten_force_exit', '_abort_js', '__assert_fail', 'emscripten_resize_heap'],
];

/**
 * Whether a module needs Emscripten's glue. One does not that asks it for no more than memory: a module of plain exports,
 * or one that was made for WASI. `scripts` will run beside it; who does not know them gives none, and glue is needed.
 */
export function needsGlue(module: WebAssembly.Module, scripts: readonly string[] | undefined): boolean {
  if (!scripts || scripts.some(mentionsModule)) return true;
  const isWasi = isWasiProgram(module);
  return WebAssembly.Module.imports(module).some(({ module: from, name, kind }) => {
    if (kind !== 'function' || ownNames.includes(name)) return false;
    return wasiModules.includes(from) ? !isWasi : from === 'env';
  });
}

/** What stands in place of glue for a program that needs none: it grows memory. */
export const bareGlue: CreateGlue = async (options) => {
  let exports: WebAssembly.Exports = {};
  const glue: GlueModule = Object.assign(options, {
    programImports: {
      emscripten_resize_heap: (size: number) => grow(exports.memory as WebAssembly.Memory, size >>> 0),
    },
    programScripts: '',
    renewMemoryViews() {},
    FS: null,
    ENV: {},
  });
  exports = (
    await new Promise<{ readonly exports: WebAssembly.Exports }>((resolve) => {
      options.instantiateWasm({}, resolve);
    })
  ).exports;
  for (const run of options.preRun) run(glue);
  return glue;
};

/** The largest memory that the glue asks for. */
const largest = 2 ** 31;

/** Grows memory as the glue does, so that the same program has the same pages: by a fifth at least, if it can. */
function grow(memory: WebAssembly.Memory, wanted: number): boolean {
  const before = memory.buffer.byteLength;
  if (wanted > largest) return false;
  for (const divisor of [1, 2, 4]) {
    const generous = Math.min(before * (1 + 0.2 / divisor), wanted + 100_663_296);
    const size = Math.min(largest, Math.ceil(Math.max(wanted, generous) / pageSize) * pageSize);
    try {
      memory.grow(Math.floor((size - before + pageSize - 1) / pageSize));
      return true;
    } catch {} // less may do
  }
  return false;
}
