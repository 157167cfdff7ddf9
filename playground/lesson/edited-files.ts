import { fileNameProblem } from './file-names.ts';
import type { LessonFile } from './program.ts';

/** The learner's second file, where a program brings none of its own. */
export const scriptPath = 'lab.js';

export interface ProgramFiles {
  readonly files: readonly LessonFile[];
  readonly javascript: LessonFile | null;
}

/**
 * A program as the learner has it. `edited` holds texts by path: of the program's own files, and of those that the
 * learner added. It comes from storage: what no file can be called is left out.
 */
export function withEdits(own: ProgramFiles, edited: Readonly<Record<string, string>>): ProgramFiles {
  const current = (file: LessonFile): LessonFile => ({ ...file, text: edited[file.path] ?? file.text });
  const script = own.javascript ?? (Object.hasOwn(edited, scriptPath) ? { path: scriptPath, text: '' } : null);
  const known = [...own.files, ...(script ? [script] : [])].map(({ path }) => path);
  const added = Object.entries(edited).filter(([path]) => fileNameProblem(path, known) === null);
  return {
    files: [...own.files.map(current), ...added.map(([path, text]) => ({ path, text }))],
    javascript: script && current(script),
  };
}
