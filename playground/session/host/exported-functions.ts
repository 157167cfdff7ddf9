import type { ExportedFunction } from '../run.ts';
import { kind, ModuleReader, type Signature, section } from './module-reader.ts';

/**
 * The functions a module exports, with their types, in the module's order. `WebAssembly.Module.exports` has the names
 * only. Functions with a type that JavaScript cannot pass are left out.
 */
export function exportedFunctions(wasm: Uint8Array): readonly ExportedFunction[] {
  const reader = new ModuleReader(wasm, 8);
  const signatures: (Signature | null)[] = [];
  const functionTypes: number[] = [];
  const found: ExportedFunction[] = [];
  while (reader.offset < wasm.length) {
    const id = reader.byte();
    const end = reader.size() + reader.offset;
    if (id === section.type) reader.times(() => signatures.push(reader.signature()));
    else if (id === section.import) reader.times(() => reader.importedFunction((type) => functionTypes.push(type)));
    else if (id === section.function) reader.times(() => functionTypes.push(reader.size()));
    else if (id === section.export) {
      reader.times(() => {
        const name = reader.name();
        const isFunction = reader.byte() === kind.function;
        const signature = signatures[functionTypes[reader.size()] ?? -1];
        if (isFunction && signature) found.push({ name, ...signature });
      });
      return found;
    }
    reader.offset = end;
  }
  return found;
}

// Exported for the glue or by the linker, not by the learner. `malloc` and `free` are worth a button.
const internal = /^(_|emscripten_|main$|fflush$|strerror$|setThrew$)/;

/** Those that a learner may call from a button. */
export const learnersFunctions = (functions: readonly ExportedFunction[]): readonly ExportedFunction[] =>
  functions.filter(({ name }) => !internal.test(name));

const isLearners = ({ name }: ExportedFunction): boolean => !internal.test(name) && !allocator.test(name);

/** Says that a program exports no function of a name, and which it does export. */
export function noSuchFunction(name: string, functions: readonly ExportedFunction[]): string {
  const names = functions.filter(isLearners).map((each) => each.name);
  if (names.length === 0)
    return `The program exports no function ${name}. Put extern "C" EMSCRIPTEN_KEEPALIVE before it.`;
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return `The program exports no function ${name}, only ${names.slice(0, 8).join(', ')}${more}.`;
}

const allocator = /^(malloc|calloc|realloc|free|aligned_alloc|posix_memalign|memalign)$/;
/** Embind reads the names of types through it. */
const embind = '__getTypeName';

/** Whether a program has functions of its own for JavaScript to call, by their names or by Embind. */
export const isCalledFromOutside = (functions: readonly ExportedFunction[]): boolean =>
  functions.some(isLearners) || functions.some(({ name }) => name === embind);

/** Pages that the module's own memory may grow to; null when it declares no maximum. */
export function maximumPages(wasm: Uint8Array): number | null {
  const reader = new ModuleReader(wasm, 8);
  return reader.find(section.memory) && reader.size() > 0 ? reader.limits() : null;
}

/** The functions that a module imports, with their types; null for types that JavaScript cannot pass. */
export function importedFunctions(wasm: Uint8Array): ReadonlyMap<string, Signature | null> {
  const reader = new ModuleReader(wasm, 8);
  const signatures: (Signature | null)[] = [];
  const found = new Map<string, Signature | null>();
  if (reader.find(section.type)) reader.times(() => signatures.push(reader.signature()));
  if (!reader.find(section.import)) return found;
  reader.times(() => {
    const from = reader.offset;
    reader.name();
    const name = reader.name();
    reader.offset = from;
    reader.importedFunction((type) => found.set(name, signatures[type] ?? null));
  });
  return found;
}
