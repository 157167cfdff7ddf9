import type { Verdict } from '../../playground/exercises/attempt.ts';
import { evaluateChecks } from '../../playground/exercises/evaluate-checks.ts';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import { allFiles, type ProgramSource } from '../build/executed-program.ts';
import { runInBrowser } from '../build/test-browser/run-in-browser.ts';

/** Milliseconds that `main`, a script or a call may take, on a busy machine. */
const patience = 60_000;

/**
 * Runs a submission in the site's sandbox, in a headless browser, and decides here what it recorded: the lesson need not be
 * part of a site. `environment` says where the browser is. A string is why nothing was decided.
 */
export async function gradeInBrowser(
  wasm: Uint8Array,
  program: ProgramSource,
  checks: readonly StatedCheck[],
  environment: Readonly<Partial<Record<string, string>>>,
): Promise<readonly Verdict[] | string> {
  const live = await runInBrowser(wasm, program, patience, environment);
  if (typeof live === 'string') return live;
  try {
    const { outcome, state, trace, call, exit } = live;
    return await evaluateChecks(
      checks.map(({ check }) => check),
      { outcome, output: live.stdout(), state, bytes: live, sources: allFiles(program), trace, call, exit },
    );
  } catch (error) {
    return `It was not decided in the browser: ${(error as Error).message.split('\n')[0]}`;
  } finally {
    await live.end();
  }
}
