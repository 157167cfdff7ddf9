import { createHash } from 'node:crypto';
import { evaluateChecks } from '../../playground/exercises/evaluate-checks.ts';
import { parseCheck } from '../../playground/exercises/parse-check.ts';
import { createHighlight } from './highlight.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import { createProgramRunner } from './program-runner.ts';
import { proveExercise } from './prove-exercise.ts';

/** Modules that pages load, by their address on the site. */
export type KeptModules = Map<string, Uint8Array>;

/** The real tools: the page's compiler and engine in Node. `cacheFolder` keeps compiled programs between builds. */
export async function createLessonTools(modules: KeptModules, cacheFolder: string): Promise<LessonTools> {
  const runner = createProgramRunner(cacheFolder);
  return {
    runner,
    highlight: await createHighlight(),
    parseCheck,
    proveExercise: (exercise) => proveExercise(exercise, runner, evaluateChecks),
    keepModule: (wasm) => {
      // Named by content: a changed program is a new file, which no cache can confuse with the old one.
      const address = `programs/${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}.wasm`;
      modules.set(address, wasm);
      return address;
    },
  };
}
