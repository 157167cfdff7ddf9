import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { GradeChoice } from '../../playground/command-line/grade-choice.ts';
import { showDiagnostic } from '../../playground/command-line/show-diagnostic.ts';
import { type Streams, say } from '../../playground/command-line/streams.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { withEdits } from '../../playground/lesson/edited-files.ts';
import { formatAuthorError } from '../build/author-errors.ts';
import { checkout } from '../build/checkout.ts';
import { findCourse } from '../build/course-folders.ts';
import { findChromium } from '../build/test-browser/find-chromium.ts';
import { gradeInBrowser } from './grade-in-browser.ts';
import {
  asJson,
  asJunit,
  asText,
  type CheckResult,
  failedResults,
  type GradeReport,
  hasPassed,
  untriedResults,
} from './grade-report.ts';
import { gradeInThread } from './grade-thread.ts';
import { reachesJavaScript } from './reaches-javascript.ts';
import { type GradedExercise, readExercises } from './read-exercise.ts';
import { readSubmission, type Submission } from './read-submission.ts';

/** `pagewise grade`: resolves to the exit status. */
export async function grade(choice: GradeChoice, streams: Streams): Promise<number> {
  const print = (report: GradeReport) => {
    const text = { text: asText, json: asJson, junit: asJunit }[choice.format](report);
    streams.output(new TextEncoder().encode(text));
  };
  /** Text has what stands on standard error alone; the other formats hold it too: who reads them finds them always. */
  const ungraded = (error: string, known: Partial<GradeReport> = {}) => {
    say(streams, `pagewise: ${error}\n`);
    if (choice.format !== 'text')
      print({ lesson: choice.lesson, exercise: choice.exercise, results: [], ...known, error });
  };
  const misused = (message: string, known: Partial<GradeReport> = {}): number => {
    ungraded(message, known);
    return 2;
  };
  const path = lessonAt(choice.lesson);
  if (path === null) return misused(`there is no lesson at ${choice.lesson}`);
  const exercises = readExercises(path);
  const exercise = chooseExercise(exercises, choice);
  const slug = basename(dirname(path)).replace(/^\d+-/, '');
  if (typeof exercise === 'string') return misused(exercise, { lesson: slug });
  const submission = readSubmission(choice.files, exercise.starter);
  const known = { lesson: slug, exercise: exercise.id };
  if (typeof submission === 'string') return misused(submission, known);
  const results = await resultsOf(exercise, submission, { ...choice, path }, streams);
  if (typeof results === 'string') {
    ungraded(results, { ...known, results: untriedResults(exercise.checks) });
    return 3;
  }
  const report: GradeReport = { ...known, error: null, results };
  print(report);
  return hasPassed(report) ? 0 : 1;
}

function lessonAt(name: string): string | null {
  const asNamed = [name, join(name, 'lesson.md')].find((path) => path.endsWith('.md') && existsSync(path));
  if (asNamed) return asNamed;
  const lessons = findCourse(join(checkout(), 'lessons')).parts.flatMap((part) => part.lessons);
  const found = lessons.find(({ slug }) => slug === name);
  return found ? join(found.path, 'lesson.md') : null;
}

function chooseExercise(
  read: ReturnType<typeof readExercises>,
  { exercise: id }: GradeChoice,
): GradedExercise | string {
  const [first] = read;
  if (first && 'message' in first) return `the lesson is broken: ${formatAuthorError(first)}`;
  const exercises = read as readonly GradedExercise[];
  const names = exercises.map((each) => `\`${each.id}\``).join(', ');
  if (exercises.length === 0) return 'the lesson has no exercise';
  if (id === null)
    return exercises.length === 1 && exercises[0] ? exercises[0] : `say --exercise=ID: there are ${names}`;
  return exercises.find((each) => each.id === id) ?? `there is no exercise \`${id}\`; there are ${names}`;
}

/** What was found; a string is why the submission is refused. */
async function resultsOf(
  { starter, checks }: GradedExercise,
  submission: Submission,
  { path, isTrusted }: { readonly path: string; readonly isTrusted: boolean },
  streams: Streams,
): Promise<readonly CheckResult[] | string> {
  const own = { files: starter.files, scripts: starter.javascript ? [starter.javascript] : [] };
  const { files, scripts } = withEdits(own, submission.edited);
  const shown = (file: string) => submission.shown.get(file) ?? join(dirname(path), file);
  const compilation = await createNodeCompiler().compile(files, starter.settings);
  if (compilation.status !== 'compiled') {
    const diagnostics = compilation.status === 'did-not-compile' ? compilation.diagnostics : [];
    for (const diagnostic of diagnostics) say(streams, showDiagnostic(diagnostic, { files, shown }));
    const error = diagnostics.find(({ severity }) => severity === 'error');
    const place = error ? { file: shown(error.path), line: error.line } : null;
    return failedResults(checks, `It does not compile: ${error?.message ?? 'no reason'}`, place);
  }
  const isOwnScript = ({ path: name, text }: { path: string; text: string }) =>
    starter.javascript?.path === name && starter.javascript.text === text;
  const foreign = scripts.find((script) => !isOwnScript(script));
  const reason = foreign ? `${shown(foreign.path)} is JavaScript` : reachesJavaScript(compilation.wasm);
  if (reason !== null && !isTrusted) {
    const chromium = findChromium(streams.environment);
    const hint = 'set CHROMIUM to a browser, whose sandbox can hold it, or say --trust to run it on this machine';
    if (chromium === null) return `the submission is refused: ${reason}; ${hint}`;
  }
  const { wasm } = compilation;
  const verdicts =
    reason !== null && !isTrusted
      ? await gradeInBrowser(wasm, { ...starter, files, javascript: scripts[0] ?? null }, checks, streams.environment)
      : await gradeInThread(
          {
            kind: 'grading',
            wasm,
            ...{ files, scripts, arguments: starter.arguments, input: starter.input, calls: starter.calls },
            checks: checks.map(({ check }) => check),
          },
          join(checkout(), 'build/command-line/pagewise.js'),
        );
  if (typeof verdicts === 'string') return failedResults(checks, verdicts);
  return verdicts.map(({ passed, untried, found, location, moment }, index) => ({
    check: checks[index]?.source ?? '',
    statement: checks[index]?.statement ?? '',
    advice: checks[index]?.advice ?? null,
    ...{ passed, tried: !untried, found, step: moment?.step ?? null },
    file: location ? shown(location.path) : null,
    line: location?.line ?? null,
  }));
}
