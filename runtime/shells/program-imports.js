// A library for emcc: it gathers every JavaScript function that a C or C++ program may import into one object, which
// the glue gives out as `programImports`. What ends a program (exit, abort, assert) is the host's own and not here.
// Left out on purpose: sockets, timers and signals by timer, main loops, and running JavaScript from strings that a
// program makes as it runs.
// A program that needs one of those is told so by name.
{
  const wasi = [
    'fd_close',
    'fd_fdstat_get',
    'fd_pread',
    'fd_pwrite',
    'fd_read',
    'fd_seek',
    'fd_sync',
    'fd_write',
    'environ_get',
    'environ_sizes_get',
    'clock_res_get',
    'clock_time_get',
    'random_get',
  ];
  const systemCalls = [
    'chdir',
    'chmod',
    'dup',
    'dup3',
    'faccessat',
    'fadvise64',
    'fallocate',
    'fchdir',
    'fchmod',
    'fchmodat2',
    'fchown32',
    'fchownat',
    'fcntl64',
    'fdatasync',
    'fstat64',
    'fstatfs64',
    'ftruncate64',
    'getcwd',
    'getdents64',
    'ioctl',
    'linkat',
    'lstat64',
    'mkdirat',
    'mknodat',
    'newfstatat',
    'openat',
    'pipe2',
    'poll',
    'poll_nonblocking',
    'readlinkat',
    'renameat',
    'rmdir',
    'stat64',
    'statfs64',
    'symlinkat',
    'truncate64',
    'umask',
    'unlinkat',
    'utimensat',
    'getuid32',
    'getgid32',
    'geteuid32',
    'getegid32',
  ].map((name) => `__syscall_${name}`);
  const time = [
    '_gmtime_js',
    '_localtime_js',
    '_mktime_js',
    '_timegm_js',
    'strptime',
    'strptime_l',
    'emscripten_get_now',
    'emscripten_get_now_res',
    'emscripten_date_now',
    'emscripten_performance_now',
  ];
  const memory = [
    'emscripten_resize_heap',
    'emscripten_get_heap_max',
    'emscripten_notify_memory_growth',
    '_mmap_js',
    '_munmap_js',
    '_msync_js',
  ];
  const inlineScripts = ['int', 'double', 'ptr'].flatMap((type) => [
    `emscripten_asm_const_${type}`,
    `emscripten_asm_const_${type}_sync_on_main_thread`,
  ]);
  inlineScripts.push('emscripten_asm_const_async_on_main_thread');
  const other = [
    'emscripten_random',
    'emscripten_out',
    'emscripten_err',
    'emscripten_outn',
    'emscripten_errn',
    'emscripten_console_log',
    'emscripten_console_warn',
    'emscripten_console_error',
    'emscripten_console_trace',
    '_emscripten_log_formatted',
    '_emscripten_get_progname',
    '__call_sighandler',
    '_emscripten_runtime_keepalive_clear',
    'emscripten_get_callstack',
    'emscripten_return_address',
    'emscripten_has_asyncify',
    '_Unwind_Backtrace',
    '_Unwind_GetIPInfo',
    '_Unwind_FindEnclosingFunction',
  ];
  // What the bodies of EM_ASM and EM_JS may call besides.
  const usedByScripts = [
    ...['UTF8ToString', 'UTF8ArrayToString', 'stringToUTF8', 'stringToUTF8Array', 'lengthBytesUTF8', 'stringToNewUTF8'],
    ...['stringToUTF8OnStack', 'AsciiToString', 'stringToAscii', 'UTF16ToString', 'stringToUTF16', 'lengthBytesUTF16'],
    ...['UTF32ToString', 'stringToUTF32', 'lengthBytesUTF32', 'intArrayFromString', 'intArrayToString'],
    ...['writeArrayToMemory', 'getValue', 'setValue', 'stackSave', 'stackRestore', 'stackAlloc', 'ccall', 'cwrap'],
    ...['callUserCallback', 'FS', 'ENV'],
  ].map((name) => `$${name}`);
  const names = [...wasi, ...systemCalls, ...time, ...memory, ...inlineScripts, ...other];
  // A library may not depend on this one by name; the shell program calls tzset(), which brings it in.
  const all = [...names, '_tzset_js'];
  // The functions of EM_ASM: one thread, so all of them run at once.
  const runConstant = (code, signature, values) => programScripts.constants[code](...readEmAsmArgs(signature, values));
  const inlineScript = (name) => ({ [name]: runConstant, [`${name}__deps`]: ['$programScripts', '$readEmAsmArgs'] });
  addToLibrary({
    ...Object.assign({}, ...inlineScripts.map(inlineScript)),
    // The bodies of the program's EM_ASM and EM_JS, by address and by name. The host puts them in place of this text.
    $programScripts: '="pagewise program scripts"',
    $programScripts__deps: usedByScripts,
    // emcc spells the JavaScript name of a C function with one more underscore.
    $programImports: `={ ${all.map((name) => `${name}: _${name}`).join(', ')} }`,
    $programImports__deps: names,
  });
}
