import { pageSize } from '../../trace/memory-state.ts';
import type { CompileSettings } from '../compilation.ts';

/** Symbols the panels read: where the linker put things. */
const layoutSymbols = ['__stack_pointer', '__heap_base', '__data_end', '__global_base', '__stack_low', '__stack_high'];

/** What the host and the glue call. A symbol named here is linked in even where the program does not use it. */
const hostNeeds = [
  ...['__wasm_call_ctors', '__funcs_on_exit', 'fflush', 'malloc', 'free', 'emscripten_builtin_memalign'],
  ...['_emscripten_stack_alloc', '_emscripten_stack_restore', 'emscripten_stack_get_current'],
];

/** Exported when the program or the allocator defines them. */
const ifDefined = [
  ...['main', '__main_argc_argv', 'emscripten_get_sbrk_ptr'],
  ...['__start_em_asm', '__stop_em_asm', '__start_em_js', '__stop_em_js', '__start_em_lib_deps', '__stop_em_lib_deps'],
];

/** What Embind's glue calls. Naming these brings Embind in, so they are named only for programs that use it. */
const embindNeeds = [
  ...['__getTypeName', '_embind_initialize_bindings', '_emval_coro_resume', '_emval_coro_reject'],
  ...['__cxa_rethrow', '__cxa_increment_exception_refcount', '__cxa_decrement_exception_refcount'],
  ...['__increment_uncaught_exception', '__decrement_uncaught_exception'],
  ...['__get_exception_message', '__thrown_object_from_unwind_exception'],
];

/** The tag of C++ exceptions, by which the host reads one that nobody caught. It would bring libc++abi into C. */
const ifCxxDefined = ['__cpp_exception'];

/** Which libraries a program needs: those of C, of C++, of C++ with Embind. */
export type ProgramKind = 'c' | 'c++' | 'embind';

/**
 * Arguments of `wasm-ld`, as `em++ -v` shows them at -O1 with `-fwasm-exceptions`, with the layout pinned
 * (`--global-base`, stack order) and with the symbols that only JavaScript can provide left as imports; any other that is missing is an error.
 */
export function linkArguments(objects: readonly string[], kind: ProgramKind, settings: CompileSettings): string[] {
  const isCxx = kind !== 'c';
  const usesEmbind = kind === 'embind';
  const optional = [
    ...[...layoutSymbols, ...ifDefined],
    ...(isCxx ? ifCxxDefined : []),
    ...(usesEmbind ? embindNeeds : []),
  ];
  return [
    'wasm-ld',
    ...words(
      '-o /program.wasm --allow-undefined-file=/sysroot/lib/javascript-symbols.txt -Bstatic --no-entry --export-table --table-base=1',
    ),
    ...hostNeeds.map((name) => `--export=${name}`),
    ...optional.map((name) => `--export-if-defined=${name}`),
    ...(settings.stackOrder === 'stack-first' ? ['--stack-first'] : ['--no-stack-first', '--global-base=1024']),
    ...words(`-z stack-size=${settings.stackSize}`),
    `--initial-memory=${settings.initialPages * pageSize}`,
    `--max-memory=${settings.maximumPages * pageSize}`,
    ...objects,
    ...words('-L/sysroot/lib/wasm32-emscripten'),
    ...(usesEmbind ? ['-lembind-rtti'] : []),
    ...words(`-lal -lhtml5 -lstubs -lc -l${settings.allocator} -lclang_rt.builtins-legacysjlj`),
    ...words('-lc++-legacyexcept -lc++abi-legacyexcept -lunwind-legacyexcept -lsockets'),
    ...words('-mllvm -combiner-global-alias-analysis=false -mllvm -wasm-enable-sjlj -mllvm -wasm-use-legacy-eh'),
    ...words('-mllvm -disable-lsr -mllvm -wasm-enable-eh -mllvm -exception-model=wasm'),
  ];
}

const words = (text: string): string[] => text.split(' ');
