/** Which header declares a name of `std`, for the names that beginners use. */
const headerOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    algorithm:
      'sort stable_sort find find_if count count_if copy fill max min swap_ranges reverse any_of all_of for_each',
    array: 'array',
    chrono: 'chrono',
    cmath: 'sqrt pow abs sin cos floor ceil round',
    cstddef: 'size_t ptrdiff_t byte max_align_t',
    cstdint: 'uint8_t uint16_t uint32_t uint64_t int8_t int16_t int32_t int64_t uintptr_t intptr_t',
    cstdio: 'printf fprintf snprintf puts putchar getchar fopen',
    cstdlib: 'malloc calloc realloc free exit abort atoi getenv atexit',
    cstring: 'memcpy memset memmove memcmp strlen strcpy strcmp strncpy strcat',
    deque: 'deque',
    functional: 'function bind hash plus',
    iomanip: 'setw setfill setprecision hex_float',
    iostream: 'cout cin cerr endl clog',
    list: 'list',
    map: 'map multimap',
    memory: 'unique_ptr shared_ptr weak_ptr make_unique make_shared',
    new: 'bad_alloc nothrow',
    numeric: 'accumulate iota reduce',
    optional: 'optional nullopt make_optional',
    queue: 'queue priority_queue',
    set: 'set multiset',
    span: 'span',
    sstream: 'stringstream ostringstream istringstream',
    stack: 'stack',
    stdexcept: 'runtime_error logic_error out_of_range invalid_argument',
    string: 'string to_string stoi getline',
    string_view: 'string_view',
    tuple: 'tuple make_tuple',
    unordered_map: 'unordered_map',
    unordered_set: 'unordered_set',
    utility: 'pair make_pair move swap exchange',
    variant: 'variant visit get_if',
    vector: 'vector',
  }).flatMap(([header, names]) => names.split(' ').map((name) => [name, header] as const)),
);

const unknownInStd =
  /^(?:no (?:template|type|member) named '(?<named>\w+)' in namespace 'std'|implicit instantiation of undefined template 'std::(?:__2::)?(?<template>basic_string|vector|array|tuple|function|optional)\b)/;

const unknown = "(?:unknown type name|use of undeclared identifier|unknown class name) '";
/** What Emscripten's own names want. */
const forEmscripten: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${unknown}(?:EMSCRIPTEN_KEEPALIVE|EM_JS|EM_ASM\\w*)'`), 'add `#include <emscripten.h>`'],
  [new RegExp(`^${unknown}EMSCRIPTEN_BINDINGS'`), 'add `#include <emscripten/bind.h>`'],
  [new RegExp(`^${unknown}EMSCRIPTEN_BINDING'`), 'its name is `EMSCRIPTEN_BINDINGS`'],
  [/^reference to 'index' is ambiguous/, 'write `emscripten::index`: C has a function `index`, too'],
  [
    /^static assertion failed.*: Implicitly binding raw pointers is illegal/,
    'in EMSCRIPTEN_BINDINGS, put `allow_raw_pointers()` behind the function',
  ],
];

const underPublic = 'members of a `class` are private unless `public:` stands above them';
/** What is private without being meant so. Embind makes and deletes objects from outside of their class. */
const forPrivate: readonly (readonly [RegExp, string])[] = [
  [/^deleted function '~[^']+' cannot override/, 'is the destructor of its base class below `public:`?'],
  [/^calling a private (?:con|de)structor of class '/, 'it has to stand below `public:`'],
  [/^implicitly declared private here$/, underPublic],
];

/** What C's own headers declare outside of `std` as well. */
const unknownOfC = /^(?:unknown type name|use of undeclared identifier) '(?!byte')(?<name>\w+)'/;
const ofC = /^c(?:std(?:def|int|io|lib)|string|math)$/;

/**
 * A message about a name that no included header declares, that two do, or that is private, with what to write; any other as it is. In a C file,
 * `isC`, headers have their names of C.
 */
export function nameMissingInclude(message: string, isC = false): string {
  const hint = [...forEmscripten, ...forPrivate].find(([pattern]) => pattern.test(message));
  if (hint) return `${message}; ${hint[1]}`;
  const groups = unknownInStd.exec(message)?.groups;
  const name = groups?.named ?? groups?.template?.replace('basic_string', 'string');
  const header = headerFor(name);
  if (header !== undefined) return `${message}; add \`#include <${header}>\``;
  const plain = headerFor(unknownOfC.exec(message)?.groups?.name);
  if (plain === undefined || !ofC.test(plain)) return message;
  return `${message}; add \`#include <${isC ? `${plain.slice(1)}.h` : plain}>\``;
}

const headerFor = (name: string | undefined): string | undefined =>
  name === undefined || !Object.hasOwn(headerOf, name) ? undefined : headerOf[name];
