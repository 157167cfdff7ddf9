import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { LessonFile } from '../../playground/lesson/program.ts';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import { readGlossary } from '../build/glossary.ts';
import { glossaryFile } from './draft.ts';

/** The terms of a lesson's own `glossary.yaml`, and what is wrong with that file; none where it has no such file. */
export function ownGlossary(files: readonly LessonFile[]): {
  readonly terms: readonly GlossaryTerm[];
  readonly errors: readonly AuthorError[];
} {
  const errors = new ErrorList(glossaryFile);
  const file = files.find(({ path }) => path === glossaryFile);
  return { terms: file ? readGlossary(file.text, errors) : [], errors: errors.errors };
}
