import { createHash } from 'node:crypto';
import type { Compiler } from '../../playground/compiler/compilation.ts';
import { evaluateChecks } from '../../playground/exercises/evaluate-checks.ts';
import { parseCheck } from '../../playground/exercises/parse-check.ts';
import type { KeepingTools } from './compile-folder.ts';
import { lessonFingerprint } from './fingerprints.ts';
import { createHighlight, plainHighlight } from './highlight.ts';
import { createKeep } from './keep.ts';
import { createProgramRunner, runsHere } from './program-runner.ts';
import { createDecide, type Decide, type DecideModule, lastsAsDecision, proveExercise } from './prove-exercise.ts';

/** Modules that pages load, by their address on the site. */
export type KeptModules = Map<string, Uint8Array>;

/**
 * The real tools: the page's compiler and engine in Node. `cacheFolder` keeps programs, proofs and lessons between builds. Where
 * `isPlain`, code gets no colours: such lessons are kept apart. With `threads`, programs are compiled, and decided, elsewhere.
 */
export async function createLessonTools(
  modules: KeptModules,
  cacheFolder: string,
  isPlain = false,
  threads?: Pick<Compiler, 'compile'> & { readonly decide: DecideModule },
): Promise<KeepingTools & { readonly decide: Decide }> {
  const runner = createProgramRunner(cacheFolder, undefined, threads);
  const keep = createKeep(cacheFolder, lessonFingerprint);
  const decideHere = createDecide(runner, evaluateChecks);
  const run: Decide = async (program, checks) => {
    if (!threads || !runsHere(program.needs)) return decideHere(program, checks);
    const compiled = await runner.compile(program);
    if ('diagnostics' in compiled) return { status: 'did-not-compile', diagnostics: compiled.diagnostics };
    return threads.decide(compiled.wasm, program, checks);
  };
  const decide: Decide = (program, checks) =>
    keep(['decision', program, checks.map(({ check }) => check)], () => run(program, checks), lastsAsDecision);
  return {
    keep,
    decide,
    runner,
    highlight: isPlain ? plainHighlight : await createHighlight(),
    isPlain,
    parseCheck,
    proveExercise: (exercise) => proveExercise(exercise, decide),
    lessonAddress: (slug) => `../${slug}/`,
    keepModule: (wasm) => {
      // Named by content: a changed program is a new file, which no cache can confuse with the old one.
      const address = `programs/${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}.wasm`;
      modules.set(address, wasm);
      return address;
    },
  };
}
