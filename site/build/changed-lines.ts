import type { BugChange } from '../../playground/lesson/bug.ts';
import type { LessonFile } from '../../playground/lesson/program.ts';

/** What one text has in place of another, a run of lines for each stretch that differs. */
export function changedLines(path: string, before: string, after: string): readonly BugChange[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const common = longestCommon(old, fresh);
  const changes: BugChange[] = [];
  let [from, to] = [0, 0];
  for (const [one, other] of [...common, [old.length, fresh.length] as const]) {
    if (one > from || other > to)
      changes.push({ path, line: from + 1, before: old.slice(from, one), after: fresh.slice(to, other) });
    [from, to] = [one + 1, other + 1];
  }
  return changes;
}

/** The changes of all files, in their order. */
export function changesBetween(files: readonly LessonFile[], fixed: readonly LessonFile[]): readonly BugChange[] {
  return files.flatMap(({ path, text }) => {
    const other = fixed.find((file) => file.path === path);
    return other ? changedLines(path, text, other.text) : [];
  });
}

/** Pairs of indices of the lines that both have, as many as can be, in order. */
function longestCommon(old: readonly string[], fresh: readonly string[]): readonly (readonly [number, number])[] {
  const best = old.map(() => new Array<number>(fresh.length + 1).fill(0));
  best.push(new Array<number>(fresh.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < fresh.length; ) {
    if (old[i] === fresh[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
