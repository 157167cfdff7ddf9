import { hasMultipleMemories } from '../trace/engine.ts';
import { ModuleReader, section } from './host/module-reader.ts';

/** Bytes of a module that is opened at most. */
const mostModuleBytes = 64 * 1024 * 1024;

/** Flags of a memory's limits (core specification, section 5.3.7; threads). */
const bounded = 1;
const shared = 2;
const wide = 4;

/** Why so large a file is not opened, in words; null when it may be. */
export function sizeProblem(size: number): string | null {
  if (size <= mostModuleBytes) return null;
  const shown = (size / 2 ** 20).toFixed(1);
  return `It has ${shown} MiB; at most 64 MiB can be opened. Build it with -gline-tables-only or with optimisation.`;
}

/** Why a file cannot be run here, in words, and what to do about it; null when it can. None of its code runs. */
export async function moduleProblem(bytes: Uint8Array): Promise<string | null> {
  return notWasm(bytes) ?? memoryProblem(bytes) ?? (await compiledProblem(bytes));
}

/** The first four bytes, and versions: 1 for modules, 13 in a layer of their own for components. */
function notWasm(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
  if (start.trimStart().startsWith('(module')) {
    return 'It is WebAssembly text. Give it a name that ends in .wat, and open it again.';
  }
  if (!start.startsWith('\0asm')) return 'It is no WebAssembly module: those begin with the bytes 00 61 73 6d.';
  if (bytes[6] === 1) return 'It is a WebAssembly component. Open the core module that it was made of.';
  return bytes[4] === 1 ? null : 'It is damaged, or of a version of WebAssembly that is not known: only version 1 is.';
}

function memoryProblem(bytes: Uint8Array): string | null {
  const reader = new ModuleReader(bytes, 8);
  if (!reader.find(section.memory)) return null;
  const memories = reader.size();
  if (memories > 1 && !hasMultipleMemories()) {
    return `It has ${memories} memories, and this browser runs modules with one. A newer one may run it.`;
  }
  for (let memory = 0; memory < memories; memory++) {
    const flags = reader.byte();
    if (flags & wide) return 'Its memory has 64-bit addresses. Build it for wasm32, without -sMEMORY64.';
    if (flags & shared) return 'Its memory is shared between threads. Build it without -pthread.';
    reader.size();
    if (flags & bounded) reader.size();
  }
  return null;
}

async function compiledProblem(bytes: Uint8Array): Promise<string | null> {
  let module: WebAssembly.Module;
  try {
    module = await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `It is damaged, or uses what this browser does not have: ${reason}`;
  }
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const imported = `It imports the ${kind} ${name} from "${from}".`;
    if (kind !== 'function') return `${imported} ${advice[kind] ?? 'Only functions can be imported here.'}`;
  }
  const reader = new ModuleReader(bytes, 8);
  const hasMemory = reader.find(section.memory) && reader.size() > 0;
  return hasMemory ? null : 'It has no memory, so there is nothing to show.';
}

const advice: Readonly<Record<string, string>> = {
  memory: 'A module must have its memory itself: link it without --import-memory, -sIMPORTED_MEMORY or -pthread.',
  table: 'A module must have its table itself: link it without --import-table, and not as a library for another.',
  global: 'Only functions can be imported here: link it as a program, not as a library for another.',
};
