import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LessonBuildError } from './author-errors.ts';
import { compileLesson, compileTranslation, type LessonBody } from './compile-lesson.ts';
import type { FilesBeside } from './files-beside.ts';
import { filesOnDisk } from './files-on-disk.ts';
import { folderProblems } from './folder-problems.ts';
import type { Keep } from './keep.ts';
import type { ExerciseToProve, LessonTools } from './lesson-build-tools.ts';
import { translationsBeside } from './translations-beside.ts';

/** A lesson's folder, compiled. */
export interface CompiledFolder {
  readonly body: LessonBody;
  /** The same in other languages, by their codes. */
  readonly translations: ReadonlyMap<string, LessonBody>;
  /** Its exercises, each with what proves it. */
  readonly exercises: readonly ExerciseToProve[];
}

/** The same with the modules that its pages load. */
type KeptFolder = CompiledFolder & { readonly modules: readonly Uint8Array[] };

/** Tools with what was kept of lessons that have not changed. */
export type KeepingTools = LessonTools & {
  readonly keep: Keep;
  /** Whether code has no colours; a lesson that was compiled with them will do as well. */
  readonly isPlain?: boolean;
};

/** Sample solutions: their proof is a matter of `pagewise lesson check`. */
const samples = /(^|[\\/])exercises[\\/][^\\/]+[\\/](right|wrong)-/;

/**
 * Compiles the lesson of a folder, or takes what was compiled of the same files. `file` is how errors call its
 * `lesson.md`. Throws a `LessonBuildError` with everything that is wrong.
 */
export async function compileFolder(folder: string, file: string, tools: KeepingTools): Promise<CompiledFolder> {
  const problems = folderProblems(folder, file.replace(/\/?lesson\.md$/, '') || '.');
  if (problems.length > 0) throw new LessonBuildError(problems);
  const of = ['lesson', filesOf(folder), tools.glossary ?? null, tools.glossaries ?? null, tools.unknownTerms ?? null];
  const coloured = tools.isPlain
    ? await tools.keep<KeptFolder | null>(
        of,
        async () => null,
        () => false,
      )
    : null;
  const { exercises, body, translations, modules } =
    coloured ??
    (await tools.keep<KeptFolder>(tools.isPlain ? ['plain', ...of] : of, async () => {
      const modules: Uint8Array[] = [];
      const exercises: ExerciseToProve[] = [];
      const watched: LessonTools = {
        ...tools,
        keepModule: (wasm) => {
          modules.push(wasm);
          return tools.keepModule(wasm);
        },
        proveExercise: (exercise) => {
          exercises.push(exercise);
          return tools.proveExercise(exercise);
        },
      };
      const source = readFileSync(join(folder, 'lesson.md'), 'utf8').replace(/^\uFEFF/, '');
      const body = await compileLesson(source, filesOnDisk(folder), file, watched);
      const translations = await compileTranslations(folder, source, file, {
        ...watched,
        proveExercise: tools.proveExercise,
      });
      return { body, translations, exercises, modules };
    }));
  for (const wasm of modules) tools.keepModule(wasm);
  return { body, translations, exercises };
}

/** Every `lesson.LANG.md` of a folder. Their pages lie one folder deeper than the original's. */
async function compileTranslations(
  folder: string,
  original: string,
  file: string,
  tools: LessonTools,
): Promise<ReadonlyMap<string, LessonBody>> {
  const beside = filesOnDisk(folder);
  const deeper: FilesBeside = {
    ...beside,
    pictureAddress: (name) => {
      const address = beside.pictureAddress(name);
      return address === null ? null : `../${address}`;
    },
  };
  const found = new Map<string, LessonBody>();
  for (const { language, path } of translationsBeside(folder, 'lesson.md')) {
    const source = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    const lessonAddress = (slug: string): string => `../${tools.lessonAddress(slug)}`;
    const glossary = tools.glossaries?.[language] ?? tools.glossary;
    const called = file.replace(/md$/, `${language}.md`);
    found.set(
      language,
      await compileTranslation(source, original, deeper, called, {
        ...tools,
        lessonAddress,
        language,
        ...(glossary && { glossary }),
      }),
    );
  }
  return found;
}

/** Every file that a lesson, or the programs of `bugs/`, may be made of, with a digest of its bytes. */
export function filesOf(folder: string): readonly (readonly [path: string, digest: string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !samples.test(path))
    .sort()
    .map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]);
}
