import type { CompileSettings, SourceFile } from '../compilation.ts';
import { isC, isSource } from './compile-arguments.ts';

/** A fixed set of headers that is parsed once and kept. Which set a program gets follows from its text alone. */
export interface HeaderSet {
  readonly name: 'standard' | 'embind';
  readonly headers: readonly string[];
}

const cHeaders =
  'cassert cctype cerrno cfloat cinttypes climits cmath csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime'.split(
    ' ',
  );
const cxxHeaders = (
  'algorithm any array bit bitset charconv chrono compare complex deque exception fstream functional initializer_list ' +
  'iomanip iostream istream iterator limits list map memory memory_resource new numeric optional ostream queue random ' +
  'ranges regex set span sstream stack stdexcept string string_view system_error tuple type_traits typeinfo ' +
  'unordered_map unordered_set utility variant vector'
).split(' ');
const embindHeaders = ['emscripten/bind.h', 'emscripten/val.h'];
const plainHeaders = ['emscripten.h', 'emscripten/emscripten.h'];

const standard: HeaderSet = { name: 'standard', headers: [...cHeaders, ...cxxHeaders, ...plainHeaders] };
const embind: HeaderSet = { name: 'embind', headers: [...standard.headers, ...embindHeaders] };

const includes = /^[ \t]*#[ \t]*include[ \t]*<([^>\n]+)>/gm;

/**
 * The header set that a program's C++ files are compiled with, or null when they include nothing that is slow to
 * parse. It is the same in the page and in Node, so that both produce the same bytes.
 */
export function headerSetFor(files: readonly SourceFile[]): HeaderSet | null {
  const names = new Set<string>();
  for (const { path, text } of files) {
    if (isSource(path) && isC(path)) continue;
    for (const [, name] of text.matchAll(includes)) if (name) names.add(name);
  }
  if (embindHeaders.some((name) => names.has(name))) return embind;
  return cxxHeaders.some((name) => names.has(name)) ? standard : null;
}

/** The text of the header that includes the whole set, each only where the standard in use has it. */
export function headerSetText(set: HeaderSet): string {
  return set.headers.map((name) => `#if __has_include(<${name}>)\n#include <${name}>\n#endif\n`).join('');
}

/** What a kept precompiled header depends on, besides the compiler itself. */
export function headerSetKey(set: HeaderSet, settings: CompileSettings, standardName: string): string {
  return `${set.name}-${standardName}-${settings.optimisation}`.replaceAll('+', 'x');
}
