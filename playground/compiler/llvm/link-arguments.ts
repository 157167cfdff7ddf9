import { pageSize } from '../../trace/memory-state.ts';
import type { CompileSettings } from '../compilation.ts';

/** Symbols the panels read: where the linker put things. */
const layoutSymbols = ['__stack_pointer', '__heap_base', '__data_end', '__global_base', '__stack_low', '__stack_high'];

/** What the glue calls. */
const glueNeeds = [
  'malloc',
  'free',
  '_emscripten_stack_alloc',
  '_emscripten_stack_restore',
  'emscripten_stack_get_current',
];

/** Exported when the program has them. `__cxa_throw` and its like only for C++: they pull in the demangler. */
const ifDefined = [
  ...['main', '__main_argc_argv', 'fflush', 'strerror', 'emscripten_get_sbrk_ptr', 'setThrew', '__funcs_on_exit'],
  ...['emscripten_builtin_memalign', '_emscripten_timeout', '__cpp_exception', '__trap'],
  ...['__start_em_asm', '__stop_em_asm', '__start_em_js', '__stop_em_js', '__start_em_lib_deps', '__stop_em_lib_deps'],
];
const ifCxxDefined = ['__getTypeName', '_embind_initialize_bindings'];

/**
 * Arguments of `wasm-ld`, as `em++ -v` shows them at -O1 with `-fwasm-exceptions`, with the layout pinned
 * (`--global-base`, stack order) and with every symbol that only JavaScript can provide left as an import.
 */
export function linkArguments(objects: readonly string[], isCxx: boolean, settings: CompileSettings): string[] {
  const exported = [...glueNeeds.map((name) => `--export=${name}`), '--export=__wasm_call_ctors'];
  const optional = [...layoutSymbols, ...ifDefined, ...(isCxx ? ifCxxDefined : [])];
  return [
    'wasm-ld',
    ...words('-o /program.wasm --import-undefined -Bstatic --no-entry --export-table --table-base=1'),
    ...exported,
    ...optional.map((name) => `--export-if-defined=${name}`),
    ...(settings.stackOrder === 'stack-first' ? ['--stack-first'] : ['--no-stack-first', '--global-base=1024']),
    ...words(`-z stack-size=${settings.stackSize}`),
    `--initial-memory=${settings.initialPages * pageSize}`,
    `--max-memory=${settings.maximumPages * pageSize}`,
    ...objects,
    ...words('-L/sysroot/lib/wasm32-emscripten'),
    ...(isCxx ? ['-lembind-rtti'] : []),
    ...words(`-lal -lhtml5 -lstubs -lc -l${settings.allocator} -lclang_rt.builtins-legacysjlj`),
    ...words('-lc++-legacyexcept -lc++abi-legacyexcept -lunwind-legacyexcept -lsockets'),
    ...words('-mllvm -combiner-global-alias-analysis=false -mllvm -wasm-enable-sjlj -mllvm -wasm-use-legacy-eh'),
    ...words('-mllvm -disable-lsr -mllvm -wasm-enable-eh -mllvm -exception-model=wasm'),
  ];
}

const words = (text: string): string[] => text.split(' ');
