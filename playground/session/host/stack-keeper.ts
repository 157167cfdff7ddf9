/** A call that trapped leaves the stack pointer where it was; the next call must begin at the stack's upper end again. */
export function stackKeeper(exports: WebAssembly.Exports): { restore(): void } {
  const pointer = exports['pagewise.stack_pointer'] ?? exports.__stack_pointer;
  if (!(pointer instanceof WebAssembly.Global)) return { restore() {} };
  const initial: unknown = pointer.value;
  const restore = exports._emscripten_stack_restore;
  return {
    restore() {
      if (pointer.value === initial) return;
      // The program's own function, where there is one, records the change.
      if (typeof restore === 'function') restore(initial);
      else pointer.value = initial;
    },
  };
}
