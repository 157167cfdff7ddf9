import { useEffect, useRef, useState } from 'react';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import type { AuthorError } from '../build/author-errors.ts';
import type { LessonCompiler } from './lesson-compiler.ts';
import type { LessonAnswer, LessonRequest } from './lesson-request.ts';

/** A lesson as the page knows it while it changes. */
export interface LessonState {
  /** The last one without errors. */
  readonly lesson: CompiledLesson | null;
  readonly errors: readonly AuthorError[];
  /** What stops nothing. */
  readonly remarks: readonly AuthorError[];
  /** Reading the text; running programs of it that are new; or neither. */
  readonly activity: 'reading' | 'running' | 'idle';
  /** What went wrong beside the lesson itself. */
  readonly failure: string | null;
  /** Whether what its programs hold and print is left out. */
  readonly isPending: boolean;
}

const atFirst: LessonState = {
  lesson: null,
  errors: [],
  remarks: [],
  activity: 'reading',
  failure: null,
  isPending: false,
};

/** Milliseconds without a keystroke after which the text is read. */
const pause = 250;

/**
 * Compiles a lesson whenever it changes: first its text, with what is known of its programs; then, where `runs`, what is
 * new of them. `onLesson` is told before a lesson is shown. Another `opening` is another lesson: nothing of the one before stays.
 */
export function useLesson(
  request: Omit<LessonRequest, 'runs'> | null,
  runs: boolean,
  compiler: LessonCompiler,
  onLesson: (next: CompiledLesson, before: CompiledLesson | null) => void = () => undefined,
  opening = 0,
): LessonState {
  const [state, setState] = useState(atFirst);
  const latest = useRef(state);
  const told = useRef(onLesson);
  told.current = onLesson;
  const opened = useRef(opening);
  useEffect(() => {
    if (!request) return;
    let isWanted = true;
    const show = (next: Partial<LessonState>) => {
      if (!isWanted) return;
      latest.current = { ...latest.current, ...next };
      setState(latest.current);
    };
    const take = (answer: LessonAnswer, activity: LessonState['activity']) => {
      if (!isWanted) return;
      const before = latest.current;
      const lesson = answer.lesson && withKnownModules(answer.lesson, before.lesson);
      if (lesson) told.current(lesson, before.lesson);
      // What only a run can find wrong is not over before it was run again.
      const isKept = activity === 'running' && answer.errors.length === 0;
      show({
        lesson: lesson ?? before.lesson,
        errors: isKept ? before.errors : answer.errors,
        remarks: answer.remarks,
        activity,
        isPending: answer.isPending,
      });
    };
    if (opened.current !== opening) show(atFirst);
    opened.current = opening;
    const compile = async () => {
      show({ activity: 'reading', failure: null });
      try {
        const known = await compiler.compile({ ...request, runs: false });
        const goesOn = runs && known.isPending;
        take(known, goesOn ? 'running' : 'idle');
        if (isWanted && goesOn) take(await compiler.compile({ ...request, runs: true }), 'idle');
      } catch (error) {
        show({ failure: error instanceof Error ? error.message : String(error), activity: 'idle' });
      }
    };
    const timer = setTimeout(() => void compile(), latest.current.lesson ? pause : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [request, runs, compiler, opening]);
  return state;
}

/** While a program is compiled anew, the lab keeps the one it has. */
function withKnownModules(lesson: CompiledLesson, before: CompiledLesson | null): CompiledLesson {
  const programs = lesson.programs.map((program) =>
    program.wasm === null ? (before?.programs.find(({ id }) => id === program.id) ?? program) : program,
  );
  return { ...lesson, programs };
}
