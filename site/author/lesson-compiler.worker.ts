import { expose } from 'comlink';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import { type AuthorError, LessonBuildError } from '../build/author-errors.ts';
import { brokenLinks } from '../build/broken-links.ts';
import { compileLesson } from '../build/compile-lesson.ts';
import { conflictIn } from '../build/conflict-markers.ts';
import { filesInRequest } from './files-in-request.ts';
import type { LessonAnswer, LessonRequest, LessonRunner } from './lesson-request.ts';
import { PageTools } from './lesson-tools.ts';
import { ownGlossary } from './own-glossary.ts';
import { remarksOnWriting } from './remarks-on-writing.ts';

let tools: PageTools | null = null;

/** What the page calls. Text that takes for ever blocks this worker alone; the page ends it. */
const worker = {
  /** `runtime` is the address of the site's `runtime/`. */
  open(runner: LessonRunner, runtime: string): void {
    let engine: Promise<WebAssembly.Module> | null = null;
    const load = async () => {
      const response = await fetch(new URL('engine.wasm', runtime));
      if (!response.ok) throw new Error(`engine.wasm could not be fetched (${response.status})`);
      return WebAssembly.compile(await response.arrayBuffer());
    };
    tools = new PageTools(runner, () => {
      engine ??= load();
      engine.catch(() => {
        engine = null; // the next run tries again
      });
      return engine;
    });
  },

  async compile(request: LessonRequest): Promise<LessonAnswer> {
    if (!tools) throw new Error('the lesson compiler was not opened');
    let isPending = false;
    const leaveOut = () => {
      isPending = true;
    };
    let told: readonly AuthorError[] = [];
    const conflicts = [{ path: 'lesson.md', text: request.source }, ...request.files].flatMap(
      ({ path, text }) => conflictIn(text, path) ?? [],
    );
    if (conflicts.length > 0) return { lesson: null, errors: conflicts, remarks: [], isPending };
    try {
      const own = ownGlossary(request.files);
      told = [...own.errors, ...(request.lessons === null ? [] : remarksOnWriting(request.source))];
      const given = await tools.tools(request.runs, request.root, leaveOut);
      const body = await compileLesson(request.source, filesInRequest(request), 'lesson.md', {
        ...given,
        glossary: [...own.terms, ...request.glossary],
        unknownTerms: 'remarked',
      });
      const { lessons, slug, number } = request;
      const known = lessons && new Map(lessons.map((each) => [each, null]));
      const errors = known ? brokenLinks('lesson.md', body, known) : [];
      const { frontMatter, headings, blocks, programs } = body;
      const part = { number: 0, title: '' };
      const lesson = {
        slug,
        language: originalLanguage,
        languages: [originalLanguage],
        number,
        part,
        frontMatter,
        headings,
        blocks,
        programs,
      };
      return {
        lesson: errors.length === 0 ? lesson : null,
        errors,
        remarks: [...told, ...body.remarks],
        isPending,
      };
    } catch (error) {
      const remarks = error instanceof LessonBuildError ? [...told, ...error.remarks] : told;
      return { lesson: null, errors: errorsOf(error), remarks, isPending };
    }
  },
};

function errorsOf(error: unknown): readonly AuthorError[] {
  if (error instanceof LessonBuildError) return error.errors;
  if (!(error instanceof RangeError)) throw error;
  // The parser and what walks its tree call themselves once for each level.
  return [
    { file: 'lesson.md', line: 1, column: 1, message: 'the text is nested too deep; write it with fewer levels' },
  ];
}

export type LessonCompilerWorker = typeof worker;

expose(worker);
