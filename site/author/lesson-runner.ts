import type { Diagnostic } from '../../playground/compiler/compilation.ts';
import { type GradingServices, gradeAttempt } from '../../playground/exercises/grade-attempt.ts';
import { featuresInWords, lackedHere } from '../../playground/lesson/host-features.ts';
import type { Outcome } from '../../playground/session/run.ts';
import { pageSize, toAddress } from '../../playground/trace/memory-state.ts';
import { openLessonRun } from '../build/lesson-run.ts';
import { neverEnds, timeLimit } from '../build/never-ends.ts';
import type { LessonRunner } from './lesson-request.ts';

/** Pages of memory that are read at the end of a program: 256 MiB. */
const mostPages = 4096;

/** Compiles with the page's compiler and runs in its sandbox. Rejects when one of them cannot be had. */
export function createLessonRunner({ compiler, openRun }: GradingServices): LessonRunner {
  return {
    async run(program, log) {
      const lacked = lackedHere(program.needs ?? []);
      if (lacked.length > 0) return { diagnostics: [refused(`this browser does not have ${featuresInWords(lacked)}`)] };
      const compilation = await compiler.compile(program.files, program.settings);
      if (compilation.status !== 'compiled') {
        return { diagnostics: compilation.status === 'did-not-compile' ? compilation.diagnostics : [] };
      }
      const { wasm, diagnostics: warnings } = compilation;
      const { run, printed, perform } = await openLessonRun(openRun, wasm, program, { log, timeLimit });
      try {
        const outcome = await perform();
        const recorded = run.recorded();
        if (!recorded) return { diagnostics: [neverStarted(outcome)] };
        const { pages } = recorded.known.state;
        if (pages > mostPages) return { diagnostics: [tooLarge(pages)] };
        const memory = await run.read({ start: toAddress(0), end: toAddress(pages * pageSize) });
        return { wasm, warnings, outcome, memory, output: printed.stdout, scriptOutput: printed.javascript, recorded };
      } finally {
        run.end();
      }
    },
    async decide(program, checks) {
      const attempt = { starter: { ...program, wasm: null }, checks };
      const grading = await gradeAttempt(attempt, {}, { compiler, openRun }, new AbortController().signal);
      if (grading.status === 'graded') return { status: 'decided', verdicts: grading.verdicts, broke: null };
      return { status: 'did-not-compile', diagnostics: grading.status === 'cancelled' ? [] : grading.diagnostics };
    },
  };
}

const refused = (message: string): Diagnostic => ({ severity: 'error', path: '', line: 1, column: 1, message });

const tooLarge = (pages: number): Diagnostic =>
  refused(`its memory has ${pages} pages at the end; a lesson's program has at most ${mostPages} here`);

function neverStarted(outcome: Outcome): Diagnostic {
  if (outcome.status === 'stopped') return refused(neverEnds(outcome.by));
  return refused(
    `the program could not start: ${outcome.status === 'trapped' ? outcome.reason : 'it reported no memory'}`,
  );
}
