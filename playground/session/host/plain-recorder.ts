import { recordProgram } from '../../trace/engine.ts';
import type { SourceLocation } from '../run.ts';
import type { Recorder } from './host.ts';
import { locateFrame } from './locate-frame.ts';

/** Runs a module as the linker wrote it, and records nothing. */
export interface PlainRecorder {
  readonly ok: true;
  readonly recorder: Recorder;
  /** The line of the trap that ended the program, if one did. `engine` is `engine.wasm`: it reads the debug information. */
  locateTrap(engine: WebAssembly.Module): Promise<SourceLocation | null>;
}

export function plainRecorder(wasm: Uint8Array): PlainRecorder {
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  let trap: Error | null = null;
  return {
    ok: true,
    recorder: {
      runnable: {
        module,
        imports: {},
        locate(error) {
          trap = error;
          return null;
        },
        locateThrow: () => null,
        hasReachedLimit: () => false,
      },
      log: null,
      attach() {},
      onBoundary() {},
      onChange() {},
      changes: 0,
      enter() {},
      state() {
        throw new Error('the state of a run without the engine was asked for');
      },
    },
    async locateTrap(engine) {
      if (!trap) return null;
      const recorded = await recordProgram(engine, wasm);
      return recorded.status === 'rewritten' ? locateFrame(trap, recorded.locateOriginal) : null;
    },
  };
}
