import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripComments } from '../../playground/exercises/strip-comments.ts';
import type { LessonFile } from '../../playground/lesson/program.ts';
import type { AuthorError } from '../build/author-errors.ts';
import { allFiles, type ProgramSource } from '../build/executed-program.ts';
import type { ExerciseToProve } from '../build/lesson-build-tools.ts';
import { suggest } from '../build/nearest.ts';

/** What a wrong solution says where it does not compile. */
export const doesNotCompile = 'does not compile';

/** A solution that lies beside an exercise to prove its checks: a right one, or one that fails for a known reason. */
export interface Sample {
  /** The folder's name. */
  readonly name: string;
  /** The first check that it must fail, as the exercise writes it, or {@link doesNotCompile}; null for a right one. */
  readonly fails: string | null;
  readonly program: ProgramSource;
  /** The file that errors are about, as errors call it. */
  readonly file: string;
}

export interface FoundSamples {
  readonly samples: readonly Sample[];
  readonly problems: readonly AuthorError[];
}

const folderName = /^(right|wrong)-[a-z0-9]+(-[a-z0-9]+)*$/;
const reason = /^(?:\/\/|\/\*)\s*fails:\s*(.*?)\s*(?:\*\/)?\s*$/;

/**
 * Reads `exercises/ID/right-…` and `wrong-…` beside a lesson; files that a folder does not give are the starter's.
 * `folder` is the lesson's, `name` is how errors call it.
 */
export function readSamples(folder: string, name: string, exercise: ExerciseToProve): FoundSamples {
  const { id } = exercise.starter;
  const samples: Sample[] = [];
  const problems: AuthorError[] = [];
  const at = (file: string, message: string) =>
    problems.push({ file: `${name}/exercises/${file}`, line: 1, column: 1, message });
  const seen = new Map([[textOf(exercise.solution), 'the solution']]);
  for (const entry of foldersIn(join(folder, 'exercises', id))) {
    const [, kind] = folderName.exec(entry) ?? [];
    if (kind === undefined) {
      if (entry !== 'starter' && entry !== 'solution')
        at(
          `${id}/${entry}`,
          'a sample solution is a folder `right-…` or `wrong-…`, in small letters, digits and hyphens',
        );
      continue;
    }
    const own = filesIn(join(folder, 'exercises', id, entry));
    const [first] = own;
    if (!first) {
      at(`${id}/${entry}`, 'this folder is empty; put the files in it that differ from the starter’s');
      continue;
    }
    const reasons = own.flatMap(({ path, text }) => {
      const [, fails] = reason.exec(text.split('\n', 1)[0] ?? '') ?? [];
      return fails === undefined ? [] : [{ path, fails }];
    });
    const place = `${id}/${entry}/${reasons[0]?.path ?? first.path}`;
    const fails = reasons[0]?.fails ?? null;
    const problem = problemOf(
      kind,
      reasons.map((each) => each.fails),
      exercise,
    );
    if (problem) at(place, problem);
    const program = withFiles(exercise.starter, own);
    const text = textOf(program);
    const twin = seen.get(text);
    if (twin) at(place, `this is the same code as ${twin}; a sample differs by more than comments and spaces`);
    seen.set(text, `\`${entry}\``);
    if (!problem && !twin) samples.push({ name: entry, fails, program, file: `${name}/exercises/${place}` });
  }
  return { samples, problems };
}

/** Folders of samples that belong to none of a lesson's exercises. */
export function strayFolders(folder: string, name: string, ids: readonly string[]): readonly AuthorError[] {
  return foldersIn(join(folder, 'exercises'))
    .filter((entry) => !ids.includes(entry))
    .map((entry) => ({
      file: `${name}/exercises/${entry}`,
      line: 1,
      column: 1,
      message: `this lesson has no exercise \`${entry}\`; ${suggest(entry, ids)}`,
    }));
}

function problemOf(kind: string, reasons: readonly string[], { checks }: ExerciseToProve): string | null {
  if (kind === 'right') return reasons.length > 0 ? 'a right solution fails nothing; remove the line `fails:`' : null;
  if (reasons.length !== 1)
    return 'one file of a wrong solution begins with `// fails: `, then the first check that it fails';
  const known = [...checks.map(({ source }) => source), doesNotCompile];
  const [fails = ''] = reasons;
  return known.includes(fails) ? null : `the exercise has no check \`${fails}\`; ${suggest(fails, known)}`;
}

function withFiles(starter: ProgramSource, own: readonly LessonFile[]): ProgramSource {
  const given = new Map(own.map((file) => [file.path, file]));
  const isScript = ({ path }: LessonFile) => path.endsWith('.js');
  const kept = starter.files.map((file) => given.get(file.path) ?? file);
  const added = own.filter((file) => !isScript(file) && !starter.files.some(({ path }) => path === file.path));
  return { ...starter, files: [...kept, ...added], javascript: own.find(isScript) ?? starter.javascript };
}

/** Code by which samples are told apart: without comments and white space. */
const textOf = (program: Pick<ProgramSource, 'files' | 'javascript'>): string =>
  allFiles(program)
    .map(({ path, text }) => `${path}:${stripComments(text).replace(/\s+/g, '')}`)
    .join('\n');

function foldersIn(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !/^[._]/.test(name));
  return entries.map(({ name }) => name).sort();
}

const filesIn = (path: string): readonly LessonFile[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ path: name, text: readFileSync(join(path, name), 'utf8').replace(/^\uFEFF/, '') }))
    .sort((a, b) => a.path.localeCompare(b.path));
