import { type CompileSettings, defaultSettings, type SourceFile } from '../compilation.ts';
import { compileArguments, isC, isSource, standardFor } from './compile-arguments.ts';

/** A fixed set of headers, parsed once for a standard and an optimisation level, and kept. */
export interface PrecompiledHeader {
  readonly set: 'standard' | 'embind';
  readonly standard: CompileSettings['standard'];
  readonly settings: CompileSettings;
}

const cHeaders = (
  'cassert cctype cerrno cfloat cinttypes climits cmath csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib ' +
  'cstring ctime'
).split(' ');
// What beginners' programs use. More would make it slower to build and to load; the rest is parsed as it is included.
const cxxHeaders = (
  'algorithm array deque exception functional initializer_list iomanip iostream istream iterator limits list map ' +
  'memory new numeric optional ostream queue set span sstream stack stdexcept string string_view tuple type_traits ' +
  'typeinfo unordered_map unordered_set utility variant vector'
).split(' ');
const embindHeaders = ['emscripten/bind.h', 'emscripten/val.h'];

/** What a program may define that makes something else of the headers themselves. */
const alters =
  /^[ \t]*#[ \t]*(?:define|undef)[ \t]+(?:_LIBCPP_\w+|EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES|private|protected)\b/m;
const includes = /^[ \t]*#[ \t]*include[ \t]*<([^>\n]+)>/gm;

/**
 * The precompiled header that a program's C++ files are compiled with, or null when they include nothing that is slow
 * to parse, or define what alters the headers, such as `_LIBCPP_HARDENING_MODE`. It follows from the program alone, so it is
 * the same in the page and in Node.
 */
export function precompiledHeaderFor(
  files: readonly SourceFile[],
  settings: CompileSettings,
): PrecompiledHeader | null {
  if (!files.some(({ path }) => isSource(path) && !isC(path))) return null;
  const names = new Set<string>();
  for (const { path, text } of files) {
    if (isC(path)) continue;
    if (alters.test(text)) return null;
    for (const [, name] of text.matchAll(includes)) if (name) names.add(name);
  }
  const standard = standardFor('main.cpp', settings);
  if (embindHeaders.some((name) => names.has(name))) return { set: 'embind', standard, settings };
  return cxxHeaders.some((name) => names.has(name)) ? { set: 'standard', standard, settings } : null;
}

/** The text of the header that includes the whole set, each only where the standard in use has it. */
export function precompiledHeaderText({ set }: PrecompiledHeader): string {
  const headers = [...cHeaders, ...cxxHeaders, 'emscripten.h', ...(set === 'embind' ? embindHeaders : [])];
  return headers.map((name) => `#if __has_include(<${name}>)\n#include <${name}>\n#endif\n`).join('');
}

/** Names a kept precompiled header: all that it depends on, besides the compiler and its headers. */
export function precompiledHeaderKey({ set, standard, settings }: PrecompiledHeader): string {
  return `${set}-${standard}-${settings.optimisation}`.replaceAll('+', 'x');
}

/** The arguments and headers that every kept header was made with, as text: part of the key that keeps them. */
export function compilerRecipe(): string {
  const header: PrecompiledHeader = { set: 'embind', standard: 'c++23', settings: defaultSettings };
  return [...compileArguments('c++', defaultSettings, 'c++23'), precompiledHeaderText(header)].join(' ');
}
