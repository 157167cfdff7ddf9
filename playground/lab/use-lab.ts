import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Compiler } from '../compiler/compilation.ts';
import type { OpenRun, Outcome, Run } from '../session/run.ts';
import type { ByteSource } from '../trace/memory-state.ts';
import type { LabProgram } from './lab-program.ts';
import { initialState, isEdited, type LabEvent, type LabState, reduce, splitArguments } from './lab-state.ts';

/** What the lab works with. Injected, so that tests need neither clang nor a sandbox. */
export interface LabServices {
  readonly compiler: Compiler;
  readonly openRun: OpenRun;
  readonly fetchModule: (address: string) => Promise<Uint8Array>;
}

/** Where edited files are kept between visits. */
export interface LabStorage {
  read(program: string): Readonly<Record<string, string>>;
  write(program: string, path: string, text: string | null): void;
}

export interface Lab {
  readonly state: LabState;
  readonly bytes: ByteSource;
  readonly dispatch: (event: LabEvent) => void;
  edit(path: string, text: string): void;
  resetFiles(): void;
  run(): Promise<void>;
  runJavaScript(): Promise<void>;
  call(name: string, args: readonly string[]): Promise<void>;
  stop(): void;
}

/** Milliseconds after which a forgotten run is stopped. */
const timeLimit = 60_000;
const nothing: ByteSource = { read: async () => new Uint8Array() };

export function useLab(program: LabProgram, services: LabServices, storage: LabStorage): Lab {
  const [state, dispatch] = useReducer(reduce, program, (given) => withSaved(initialState(given), storage, given.id));
  const run = useRef<Run | null>(null);
  const stopper = useRef(new AbortController());
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => () => stopper.current.abort(), []);

  const moduleBytes = useCallback(async (): Promise<Uint8Array | null> => {
    const { files, settings } = latest.current;
    if (program.prebuilt && !isEdited(latest.current, program)) return services.fetchModule(program.prebuilt);
    await services.compiler.prepare((progress) =>
      dispatch({ kind: 'activity', activity: { kind: 'fetching', progress } }),
    );
    dispatch({ kind: 'activity', activity: { kind: 'compiling' } });
    const result = await services.compiler.compile(files, settings, stopper.current.signal);
    dispatch({ kind: 'diagnosed', diagnostics: result.status === 'cancelled' ? [] : result.diagnostics });
    return result.status === 'compiled' ? result.wasm : null;
  }, [program, services]);

  /** Opens a fresh instance in a fresh sandbox; the one before is gone. Null when there is nothing to run. */
  const open = useCallback(async (): Promise<Run | null> => {
    stopper.current.abort();
    stopper.current = new AbortController();
    run.current?.end();
    run.current = null;
    dispatch({ kind: 'started-over' });
    const wasm = await moduleBytes();
    if (!wasm) {
      dispatch({ kind: 'activity', activity: { kind: 'idle' } });
      return null;
    }
    dispatch({ kind: 'activity', activity: { kind: 'running' } });
    const { argumentLine, input, inputEnds } = latest.current;
    const opened = await services.openRun({
      wasm,
      arguments: splitArguments(argumentLine),
      input,
      inputEnds,
      timeLimit,
      signal: stopper.current.signal,
      onOutput: (stream, text) => dispatch({ kind: 'printed', line: { stream, text } }),
      onState: (memory) => dispatch({ kind: 'reported', memory }),
    });
    run.current = opened;
    dispatch({ kind: 'opened', functions: opened.exports });
    return opened;
  }, [moduleBytes, services]);

  const perform = useCallback(
    async (what: string, action: (live: Run) => Promise<Outcome>): Promise<void> => {
      try {
        let live = run.current;
        if (!live || !latest.current.isLive) {
          live = await open();
          if (!live) return;
          if (what !== 'main') dispatch({ kind: 'ended', what: 'main', outcome: await live.start() });
        }
        dispatch({ kind: 'activity', activity: { kind: 'running' } });
        dispatch({ kind: 'ended', what, outcome: await action(live) });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        dispatch({ kind: 'ended', what, outcome: { status: 'threw', message, location: null } });
      }
    },
    [open],
  );

  const bytes = useMemo<ByteSource>(() => ({ read: (range) => (run.current ?? nothing).read(range) }), []);
  const edit = (path: string, text: string) => {
    dispatch({ kind: 'edited', path, text });
    const original = [...program.files, program.javascript].find((file) => file.path === path)?.text;
    storage.write(program.id, path, text === original ? null : text);
  };
  return {
    state,
    bytes,
    dispatch,
    edit,
    resetFiles() {
      for (const { path } of [...program.files, program.javascript]) storage.write(program.id, path, null);
      dispatch({ kind: 'reset', program });
    },
    async run() {
      run.current?.end();
      run.current = null;
      dispatch({ kind: 'started-over' });
      latest.current = { ...latest.current, isLive: false };
      await perform('main', (live) => live.start());
    },
    runJavaScript: () =>
      perform(latest.current.javascript.path, (live) =>
        live.runJavaScript(latest.current.javascript.text, latest.current.javascript.path),
      ),
    call: (name, args) => perform(`${name}(${args.join(', ')})`, (live) => live.call(name, args)),
    stop() {
      stopper.current.abort();
      dispatch({ kind: 'activity', activity: { kind: 'idle' } });
    },
  };
}

function withSaved(state: LabState, storage: LabStorage, id: string): LabState {
  const saved = storage.read(id);
  return Object.entries(saved).reduce((before, [path, text]) => reduce(before, { kind: 'edited', path, text }), state);
}
