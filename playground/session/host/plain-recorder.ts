import type { Recorder } from './host.ts';

/** Runs a module as the linker wrote it, and records nothing. */
export function plainRecorder(wasm: Uint8Array): Recorder {
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  return {
    runnable: { module, imports: {}, locate: () => null },
    attach() {},
    enter() {},
    state() {
      throw new Error('the state of a run without the engine was asked for');
    },
  };
}
