import { transfer } from 'comlink';
import { parseCheck } from '../../playground/exercises/parse-check.ts';
import { takeLog } from '../../playground/session/replay/take-log.ts';
import { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { ExecutedProgram, Failed, ProgramSource } from '../build/executed-program.ts';
import { createHighlight } from '../build/highlight.ts';
import type { ExerciseToProve, LessonTools } from '../build/lesson-build-tools.ts';
import { type ExerciseProblem, proveExercise } from '../build/prove-exercise.ts';
import type { LessonRunner } from './lesson-request.ts';
import { RecentResults } from './recent-results.ts';

/** Programs and proofs that are kept, so that what did not change is not run again. */
const mostKept = 40;

/** The lesson compiler's tools in the page; what was run is kept. */
export class PageTools {
  readonly #runs = new RecentResults<ExecutedProgram | Failed>(mostKept);
  readonly #proofs = new RecentResults<readonly ExerciseProblem[]>(mostKept);
  readonly #addresses = new WeakMap<Uint8Array, string>();

  constructor(
    readonly runner: LessonRunner,
    readonly engine: () => Promise<WebAssembly.Module>,
  ) {}

  /** Tools for one compilation. Where programs are not to be run, `onLeftOut` is told of each that is not known. */
  async tools(runs: boolean, root: string, onLeftOut: () => void): Promise<LessonTools> {
    return {
      runner: {
        run: async (program) => {
          const key = keyOf(program);
          const known = runs ? this.#runs.get(key, () => this.#run(program)) : this.#runs.known(key);
          if (known) return known;
          onLeftOut();
          return { notRun: true };
        },
      },
      highlight: await createHighlight(),
      parseCheck,
      proveExercise: async (exercise) => {
        const key = JSON.stringify([exercise.checks, keyOf(exercise.starter), keyOf(exercise.solution)]);
        const known = runs ? this.#proofs.get(key, () => this.#prove(exercise)) : this.#proofs.known(key);
        if (known) return known;
        onLeftOut();
        return [];
      },
      lessonAddress: (slug) => `${root}lessons/${slug}/`,
      keepModule: (wasm) => this.#addressOf(wasm),
    };
  }

  async #run(program: ProgramSource): Promise<ExecutedProgram | Failed> {
    const { port1, port2 } = new MessageChannel();
    // What comes before the module is known waits in the port.
    const report = await this.runner.run(program, transfer(port2, [port2]));
    if ('diagnostics' in report) return report;
    const { recorded, ...ended } = report;
    const log = takeLog(await this.engine(), ended.wasm, port1);
    const trace = await log.trace(recorded.messages, recorded.known);
    port1.close();
    const { state } = recorded.known;
    return { ...ended, state, moment: null, trace: trace instanceof ReplayTrace ? trace : null };
  }

  #prove(exercise: ExerciseToProve): Promise<readonly ExerciseProblem[]> {
    return proveExercise(exercise, (program, checks) => this.runner.decide(program, checks));
  }

  /** An address from which the lab fetches the module, while this worker lives. */
  #addressOf(wasm: Uint8Array): string {
    const address =
      this.#addresses.get(wasm) ?? URL.createObjectURL(new Blob([wasm as BlobPart], { type: 'application/wasm' }));
    this.#addresses.set(wasm, address);
    return address;
  }
}

/** All that a program's run depends on. */
const keyOf = ({ files, javascript, settings, input, arguments: given, calls }: ProgramSource): string =>
  JSON.stringify([files, javascript, settings, input, given, calls]);
