import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Compiler } from '../compiler/compilation.ts';
import type { ExportCall } from '../lesson/program.ts';
import { mentionsModule } from '../session/host/bare-glue.ts';
import type { OpenRun, Run } from '../session/run.ts';
import type { ByteSource, MemoryState } from '../trace/memory-state.ts';
import type { Breakpoint } from '../view-model/breakpoints.ts';
import type { GlueText } from '../view-model/glue-listing.ts';
import type { PixelSettings } from '../view-model/pixel-settings.ts';
import { type FileActions, fileActions, type LabStorage } from './file-actions.ts';
import { isEdited } from './lab-files.ts';
import { emptyJavaScript, type LabProgram } from './lab-program.ts';
import {
  initialState,
  type LabEvent,
  type LabState,
  reduce,
  shownFiles,
  shownMemory,
  splitArguments,
  withLineEnd,
} from './lab-state.ts';
import { LivePicture } from './live-picture.ts';
import type { OpenedModule } from './open-module.ts';
import { ownWork } from './other-tabs.ts';
import { missingInWords } from './outcome-words.ts';
import { callStep, mainStep, type Step, scriptSteps } from './run-steps.ts';
import {
  breakpointsPath,
  breakpointsToSave,
  pixelsPath,
  pixelsToSave,
  savedBreakpoints,
  savedPixels,
  withSaved,
} from './saved-lab.ts';
import { useModuleBytes } from './use-module-bytes.ts';
import { useRecording } from './use-recording.ts';
import { useSyntaxCheck } from './use-syntax-check.ts';
import { type Times, useTimes } from './use-times.ts';

/** What the lab works with. Injected, so that tests need neither clang nor a sandbox. */
export interface LabServices {
  readonly compiler: Compiler;
  readonly openRun: OpenRun;
  readonly fetchModule: (address: string) => Promise<Uint8Array>;
}

export interface Lab extends FileActions, Times {
  readonly state: LabState;
  /** What the panels of memory show: the chosen moment of a recorded run, or the live memory. */
  readonly memory: MemoryState | null;
  /** The bytes of that memory. */
  readonly bytes: ByteSource;
  readonly dispatch: (event: LabEvent) => void;
  /** What the program's script drew. */
  readonly picture: LivePicture;
  /** Adds a line to the input, or its end, and runs the program again. */
  giveInput(line: string | null): void;
  setBreakpoints(breakpoints: readonly Breakpoint[]): void;
  /** The glue of the program that runs, and what it reaches of it; null when it has none. */
  glue(): Promise<GlueText | null>;
  /** Has the glue's statements be steps, or no more: runs the program again. */
  setStepsIntoGlue(stepsIntoGlue: boolean): void;
  /** Sets what the pixels panel shows; null to let it guess. */
  setPixels(pixels: PixelSettings | null): void;
  /** Puts a module in place of the program, and runs it. */
  openModule(module: OpenedModule): void;
  /** Brings the program back. */
  closeModule(): void;
  /** A fresh instance: `main`, then the JavaScript, then the program's calls, as long as each finishes; `then` in any case. */
  run(how?: { readonly recorded: boolean }, then?: readonly ExportCall[]): Promise<void>;
  /** The JavaScript once more, on the live instance. */
  runJavaScript(): Promise<void>;
  call(name: string, args: readonly string[]): Promise<void>;
  stop(): void;
}

/** Milliseconds after which a forgotten run is stopped. */
const timeLimit = 60_000;
const nothing: ByteSource = { read: async () => new Uint8Array() };
export function useLab(program: LabProgram, services: LabServices, storage: LabStorage): Lab {
  const [state, setState] = useState(() => withSaved(initialState(program), storage.read(program.id)));
  const [own] = useState(() => ownWork(storage.read(program.id)));
  const run = useRef<Run | null>(null);
  const stopper = useRef(new AbortController());
  const [picture] = useState(() => new LivePicture());
  // Ahead of what is drawn: somebody who types and runs at once gets what was typed.
  const latest = useRef(state);
  const dispatch = useCallback((event: LabEvent) => {
    latest.current = reduce(latest.current, event);
    setState(latest.current);
  }, []);
  useEffect(
    () => () => {
      stopper.current.abort();
      run.current?.end();
    },
    [],
  );
  const { record, recordSoon } = useRecording(run, latest, dispatch);
  const edited = useSyntaxCheck(state, services.compiler, dispatch);
  const moduleBytes = useModuleBytes(program, services, latest, dispatch);

  /** Opens a fresh instance in a fresh sandbox; the one before is gone. Null when nothing is to run, or another run began. */
  const open = useCallback(
    async (isRecorded: boolean): Promise<Run | null> => {
      stopper.current.abort();
      stopper.current = new AbortController();
      const { signal } = stopper.current;
      run.current?.end();
      run.current = null;
      dispatch({ kind: 'started-over', isRecorded });
      picture.clear();
      const wasm = await moduleBytes(signal);
      if (signal !== stopper.current.signal) return null;
      if (!wasm) {
        dispatch({ kind: 'closed' });
        return null;
      }
      // What is not recorded tells no state: that of the run before is not its.
      if (!isRecorded) dispatch({ kind: 'closed' });
      dispatch({ kind: 'activity', activity: 'running' });
      const { argumentLine, input, inputEnds, buffer, module, stepsIntoGlue } = latest.current;
      const { files, scripts } = shownFiles(latest.current);
      const opened = await services.openRun({
        ...{ wasm, files, stepsIntoGlue, input, inputEnds, buffer, timeLimit, signal, rewritten: isRecorded },
        arguments: splitArguments(argumentLine),
        scripts: scripts.map(({ text }) => text),
        runsWithMissing: module !== null,
        onOutput: (stream, text) => dispatch({ kind: 'printed', line: { stream, text } }),
        onFrame: picture.show,
        onState(memory) {
          dispatch({ kind: 'reported', memory });
          // Between requests timers of the JavaScript go on.
          if (latest.current.activity === 'idle') recordSoon();
        },
      });
      if (signal !== stopper.current.signal) {
        opened.end();
        return null;
      }
      run.current = opened;
      dispatch({ kind: 'opened', functions: opened.exports });
      const { missing } = opened;
      if (missing.length > 0) dispatch({ kind: 'printed', line: { stream: 'note', text: missingInWords(missing) } });
      return opened;
    },
    [moduleBytes, services, recordSoon],
  );

  /** Performs `steps` one after the other while each finishes; tells how each ended. */
  const perform = useCallback(
    async (isFresh: boolean, steps: readonly Step[], isRecorded = true): Promise<void> => {
      let what = 'main';
      // Another run may begin while this one is awaited: then this one has nothing more to tell.
      let own = stopper.current;
      latest.current.travel?.end();
      dispatch({ kind: 'requested' });
      try {
        const reused = !isFresh && latest.current.isLive ? run.current : null;
        const opening = reused ?? open(isRecorded);
        own = stopper.current;
        const live = await opening;
        if (!live) return;
        dispatch({ kind: 'activity', activity: 'running' });
        let isOver = false;
        for (const step of reused ? steps : [mainStep, ...steps]) {
          if (isOver && !step.always) continue;
          what = step.what;
          const outcome = await step.perform(live);
          if (own !== stopper.current) return;
          dispatch({ kind: 'ended', what, outcome });
          isOver ||= outcome.status !== 'finished';
          if (outcome.status === 'stopped') break;
        }
      } catch (error) {
        if (own !== stopper.current) return;
        const message = error instanceof Error ? error.message : String(error);
        dispatch({ kind: 'ended', what, outcome: { status: 'threw', message, location: null } });
      } finally {
        if (own === stopper.current) {
          dispatch({ kind: 'activity', activity: 'idle' });
          void record();
        }
      }
    },
    [open, record],
  );

  const { travel, moment } = state;
  const times = useTimes(program, services.openRun, state, latest, moduleBytes, dispatch);
  const bytes = useMemo<ByteSource>(() => {
    if (travel && moment) return { read: (range) => travel.read(moment.step, range) };
    return { read: (range) => (run.current ?? nothing).read(range) };
  }, [travel, moment]);
  const actions = fileActions({ program, storage, latest, own, dispatch, onChanged: edited });
  useEffect(() => storage.shown?.(program.id, actions.keep), [storage, program.id]);
  const scripts = () => scriptSteps(shownFiles(latest.current).scripts);
  const runAll = ({ recorded } = { recorded: true }, then: readonly ExportCall[] = []) => {
    const { module } = latest.current;
    const after = then.map((call) => ({ ...callStep(call), always: true }));
    if (!module) return perform(true, [...scripts(), ...program.calls.map(callStep), ...after], recorded);
    // Its script is empty until somebody writes one.
    return perform(true, module.javascript === emptyJavaScript ? [] : scripts(), recorded);
  };
  return {
    state,
    memory: shownMemory(state),
    bytes,
    dispatch,
    picture,
    ...times,
    ...actions,
    glue: async () => (await run.current?.glue?.()) ?? null,
    setStepsIntoGlue(stepsIntoGlue) {
      dispatch({ kind: 'glue-steps', stepsIntoGlue });
      if (latest.current.isLive) void runAll();
    },
    setBreakpoints(breakpoints) {
      dispatch({ kind: 'breakpoints', breakpoints });
      if (!latest.current.module) storage.write(program.id, breakpointsPath, breakpointsToSave(breakpoints, program));
    },
    setPixels(pixels) {
      dispatch({ kind: 'pixels', pixels });
      if (!latest.current.module)
        storage.write(program.id, pixelsPath, pixelsToSave(pixels, program)[pixelsPath] ?? null);
    },
    giveInput(line) {
      actions.set(
        line === null ? { inputEnds: true } : { input: `${withLineEnd(state.input)}${line}\n`, inputEnds: false },
      );
      void runAll();
    },
    openModule(module) {
      const isOther = module.wasm !== latest.current.module?.wasm;
      dispatch({ kind: 'module-opened', module });
      if (isOther) void runAll();
    },
    closeModule() {
      stopper.current.abort();
      run.current?.end();
      run.current = null;
      dispatch({ kind: 'started-over', isRecorded: true });
      picture.clear();
      dispatch({ kind: 'closed' });
      const saved = storage.read(program.id);
      const given = initialState(program);
      dispatch({ kind: 'module-closed', breakpoints: savedBreakpoints(saved, given.breakpoints) });
      dispatch({ kind: 'pixels', pixels: savedPixels(saved, given.pixels) });
      if (program.prebuilt && !isEdited(latest.current, program)) void runAll();
    },
    run: runAll,
    runJavaScript: () => {
      // A program that needed no glue was opened without: a script that asks for it needs another instance.
      const asksForGlue = shownFiles(latest.current).scripts.some(({ text }) => mentionsModule(text));
      return perform(asksForGlue && run.current?.glue === null, scripts());
    },
    call: (name, args) => perform(false, [callStep({ name, arguments: args })]),
    stop() {
      stopper.current.abort();
      // Between requests only timers of the JavaScript run; nobody waits for their end.
      if (latest.current.activity !== 'idle') return;
      dispatch({ kind: 'ended', what: 'The instance', outcome: { status: 'stopped', by: 'learner' } });
    },
  };
}
