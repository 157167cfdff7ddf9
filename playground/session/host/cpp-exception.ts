import { readText } from './imports.ts';

/** An exception that no C++ handler caught. `what` is null when the type does not derive from `std::exception`. */
export interface CppException {
  readonly type: string;
  readonly what: string | null;
}

// Itanium C++ ABI with 32-bit pointers, as libc++abi and libunwind lay it out. The tag carries a pointer to the
// _Unwind_Exception; the thrown object follows it, and the __cxa_exception header before it starts with these.
const unwindHeaderSize = 32;
const headerSize = 80;

/**
 * Decodes an uncaught C++ exception from memory: its type's name, and `what()`, which is called for that. Null when
 * the thrown value is no C++ exception of this module. Needs the exports `__cpp_exception` and the function table.
 */
export function describeCppException(thrown: unknown, exports: WebAssembly.Exports): CppException | null {
  const tag = exports.__cpp_exception;
  const memory = exports.memory;
  if (!isException(thrown) || tag === undefined || !(memory instanceof WebAssembly.Memory) || !thrown.is(tag))
    return null;
  const pointer = Number(thrown.getArg(tag, 0));
  const view = new DataView(memory.buffer);
  const word = (address: number) => view.getUint32(address >>> 0, true);
  const name = (typeInfo: number) => readText(new Uint8Array(memory.buffer), word(typeInfo + 4));
  const object = pointer + unwindHeaderSize;
  const typeInfo = word(object - headerSize);
  const type = name(typeInfo);
  return {
    type: demangle(type),
    what: derivesFromException(typeInfo, word, name) ? callWhat(object, word, exports) : null,
  };
}

interface WasmException {
  is(tag: unknown): boolean;
  getArg(tag: unknown, index: number): unknown;
}

function isException(thrown: unknown): thrown is WasmException {
  const { Exception } = WebAssembly as unknown as { Exception?: new () => object };
  return Exception !== undefined && thrown instanceof Exception;
}

type Word = (address: number) => number;

/** Follows single public bases; a type with several bases is told by its name alone. */
function derivesFromException(typeInfo: number, word: Word, name: (typeInfo: number) => string): boolean {
  for (let current = typeInfo, depth = 0; depth < 64; depth++) {
    if (name(current) === 'St9exception') return true;
    const kind = name(word(word(current) - 4));
    if (kind !== 'N10__cxxabiv120__si_class_type_infoE') return false;
    current = word(current + 8);
  }
  return false;
}

function callWhat(object: number, word: Word, exports: WebAssembly.Exports): string | null {
  const table = exports.__indirect_function_table;
  const memory = exports.memory;
  if (!(table instanceof WebAssembly.Table) || !(memory instanceof WebAssembly.Memory)) return null;
  try {
    // std::exception's virtual functions: two destructors, then what().
    const what = table.get(word(word(object) + 8)) as ((self: number) => number) | null;
    return what ? readText(new Uint8Array(memory.buffer), what(object)) : null;
  } catch {
    return null; // a learner's own what() may fail in every way
  }
}

const builtIn: Readonly<Record<string, string>> = {
  a: 'signed char',
  b: 'bool',
  c: 'char',
  d: 'double',
  f: 'float',
  h: 'unsigned char',
  i: 'int',
  j: 'unsigned int',
  l: 'long',
  m: 'unsigned long',
  s: 'short',
  t: 'unsigned short',
  w: 'wchar_t',
  x: 'long long',
  y: 'unsigned long long',
  Pc: 'char*',
  PKc: 'const char*',
  Dn: 'std::nullptr_t',
  NSt3__212basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEEE: 'std::string',
};

/** Names of types without template arguments; any other comes back as it is. */
export function demangle(mangled: string): string {
  const known = builtIn[mangled];
  if (known) return known;
  if (/^St\d/.test(mangled)) return `std::${demangle(mangled.slice(2))}`;
  const nested = /^N(St)?(.*)E$/.exec(mangled);
  const parts: string[] = nested?.[1] ? ['std'] : [];
  let rest = nested ? (nested[2] ?? '') : mangled;
  while (rest !== '') {
    const length = /^\d+/.exec(rest)?.[0];
    if (!length) return mangled;
    parts.push(rest.slice(length.length, length.length + Number(length)));
    rest = rest.slice(length.length + Number(length));
  }
  return parts.filter((part) => !/^__[12]$/.test(part) && part !== '_GLOBAL__N_1').join('::');
}
