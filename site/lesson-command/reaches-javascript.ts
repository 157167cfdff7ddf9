import { programScripts } from '../../playground/session/host/program-scripts.ts';

/** What C and C++ ask of their host for memory, time, files of their own, and to end. None of it runs JavaScript. */
const harmless = [
  /^wasi_snapshot_preview1\./,
  /^env\.__syscall_\w+$/,
  /^env\._(abort|tzset|localtime|gmtime|mktime|timegm|mmap|munmap|setitimer)_js$/,
  /^env\._emscripten_(system|get_progname|runtime_keepalive_clear|lookup_name)$/,
  /^env\.emscripten_(resize_heap|notify_memory_growth|date_now|get_now|get_now_res|get_heap_max|force_exit)$/,
  /^env\.(exit|proc_exit|__assert_fail|getentropy|strftime(_l)?|_abort_js)$/,
  /^env\._embind_register_\w+$/,
  /^env\._emval_(incref|decref|take_value)$/,
  /^env\.(memory|__indirect_function_table|__stack_pointer|__cpp_exception|__c_longjmp)$/,
];

/** Why a module could run JavaScript on this machine, in words; null where it cannot. */
export function reachesJavaScript(wasm: Uint8Array): string | null {
  if (programScripts(wasm).length > 0) return 'it holds JavaScript, as EM_JS or EM_ASM';
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  const reaching = WebAssembly.Module.imports(module)
    .map((each) => `${each.module}.${each.name}`)
    .find((name) => !harmless.some((pattern) => pattern.test(name)));
  return reaching === undefined ? null : `it calls \`${reaching.replace(/^env\./, '')}\`, which may run JavaScript`;
}
