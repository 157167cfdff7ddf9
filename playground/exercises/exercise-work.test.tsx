// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { Exercise } from '../lesson/exercise.ts';
import type { SavedExercise } from '../lesson/saved-work.ts';
import { testStage } from '../panels/test-stage.ts';
import { ExerciseWork } from './exercise-work.tsx';

const exercise = {
  id: 'e',
  checks: [],
  hints: [],
  starter: { needs: [], javascript: [], files: [] },
  solution: { files: [] },
} as unknown as Exercise;
const stage = testStage();
const button = (name: string) =>
  [...stage.host.querySelectorAll('button')].find(({ textContent }) => textContent === name) as HTMLButtonElement;

it('keeps the focus on its button while a program is checked, and when that is cancelled', async () => {
  let checks = 0;
  const grade = (_files: unknown, signal: AbortSignal): Promise<never> => {
    checks++;
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('Stopped.'))));
  };
  const nothing = () => {};
  act(() =>
    stage.root.render(
      <ExerciseWork
        exercise={exercise}
        saved={null}
        onSave={nothing}
        grade={grade}
        onShowLine={nothing}
        onShowMoment={nothing}
        readFiles={() => ({})}
        onReplace={nothing}
      />,
    ),
  );
  const check = button('Check my program');
  check.focus();
  await act(async () => check.click());
  await act(async () => check.click());
  expect(checks).toBe(1);
  // A disabled button would lose it.
  expect(check.disabled).toBe(false);
  expect(check.getAttribute('aria-disabled')).toBe('true');

  const cancel = button('Cancel');
  cancel.focus();
  await act(async () => cancel.click());
  expect(document.activeElement).toBe(check);
  expect(check.getAttribute('aria-disabled')).toBe('false');
});

it('forgets what was found in an earlier program once there is one that does not compile', async () => {
  const graded = { files: {}, verdicts: [], calls: [] };
  const saves: SavedExercise[] = [];
  const nothing = () => {};
  act(() =>
    stage.root.render(
      <ExerciseWork
        exercise={exercise}
        saved={{ passed: false, hints: 1, graded }}
        onSave={(saved) => saves.push(saved)}
        grade={async () => ({ status: 'did-not-compile', diagnostics: [] })}
        onShowLine={nothing}
        onShowMoment={nothing}
        readFiles={() => ({})}
        onReplace={nothing}
      />,
    ),
  );
  await act(async () => button('Check my program').click());
  expect(stage.host.textContent).toContain('It does not compile yet.');
  expect(saves).toEqual([{ passed: false, hints: 1, graded: undefined }]);
});
