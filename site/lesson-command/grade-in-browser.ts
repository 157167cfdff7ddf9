import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import { checkout } from '../build/checkout.ts';
import { openPage } from '../build/test-browser/open-page.ts';
import { type CheckResult, failedResults } from './grade-report.ts';
import type { Submission } from './read-submission.ts';

export interface BrowserGrading {
  /** Path of the browser. */
  readonly chromium: string;
  readonly slug: string;
  readonly exercise: string;
  readonly checks: readonly StatedCheck[];
  readonly submission: Submission;
}

/** Milliseconds for compiler and run in the page, on a busy machine. */
const patience = 180_000;

/**
 * Grades a submission as the site does, in the site: its page opens with the submission in the editor's place, and checks
 * it in its sandbox. A string is why that cannot be done.
 */
export async function gradeInBrowser(grading: BrowserGrading): Promise<readonly CheckResult[] | string> {
  const { slug, exercise, checks, submission } = grading;
  const site = join(checkout(), 'dist');
  if (!existsSync(join(site, 'lessons', slug, 'index.html')))
    return `the site in dist/ has no lesson ${slug}: type \`npm run build\`, with LESSONS=DIR for a course of your own`;
  const { page, address, close } = await openPage(grading.chromium, site);
  try {
    const saved = { answers: {}, exercises: {}, files: { [exercise]: submission.edited } };
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
      `pagewise:/:lesson:${slug}`,
      JSON.stringify(saved),
    ] as const);
    await page.goto(`${address}lessons/${slug}/`);
    const section = page.locator(`#${exercise}`);
    const items = section.locator('.checks > li');
    if ((await items.count()) !== checks.length) return `the exercise in dist/ is another: type \`npm run build\``;
    await section.getByRole('button', { name: 'Check my program' }).click();
    const status = section.locator('.exercise-status');
    await status.filter({ hasText: /\.$/ }).waitFor({ timeout: patience });
    const words = (await status.textContent()) ?? '';
    if (!/^Solved|checks passed/.test(words)) {
      const errors = await section.locator('.exercise-errors li').allTextContents();
      return failedResults(checks, [words, ...errors].join(' '));
    }
    return await Promise.all(
      checks.map(async ({ source, statement, advice }, index) => {
        const item = items.nth(index);
        const passed = (await item.getAttribute('data-state')) === 'passed';
        const found = passed ? null : ((await item.locator('.found').textContent()) ?? '');
        return { check: source, statement, advice, passed, ...placed(found, submission) };
      }),
    );
  } catch (error) {
    return failedResults(checks, `It was not decided in the browser: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await close();
  }
}

/** Takes apart what the page shows: words, and a button with step and line. */
function placed(found: string | null, { shown }: Submission) {
  const [, words = found, step, line, path] =
    /^(.*?) ?(?:Go to step ([\d,]+)(?:, line (\d+) of (\S+))?|Show line \d+ of \S+)$/s.exec(found ?? '') ?? [];
  return {
    found: words,
    step: step === undefined ? null : Number(step.replaceAll(',', '')),
    file: path === undefined ? null : (shown.get(path) ?? path),
    line: line === undefined ? null : Number(line),
  };
}
