import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

const exerciseIn = (page: Page) => page.locator('#palindrome');
const check = async (page: Page, words: string) => {
  await exerciseIn(page).getByRole('button', { name: 'Check my program' }).press('Enter');
  await expect(exerciseIn(page).getByRole('status')).toContainText(words, { timeout: 90_000 });
};

test('a failed check leads to its step with the keyboard, and the timeline stands there', async ({ page, site }) => {
  await page.goto(`${site}lessons/allocation/`);
  const exercise = exerciseIn(page);
  await check(page, 'checks passed');
  const leak = exercise.getByRole('listitem').filter({ hasText: 'Every block is freed' });
  await expect(leak).toContainText('blocks not freed');
  const go = leak.getByRole('button', { name: /^Go to step/ });
  const step = /step (\d+), line (\d+)/.exec((await go.textContent()) ?? '');
  await go.press('Enter');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText(`Next: line ${step?.[2]} of main.cpp`, { timeout: 90_000 });
  await expect(timeline.getByRole('slider')).toHaveValue(step?.[1] ?? '');
  await expect(page.getByRole('tab', { name: 'Heap' })).toHaveAttribute('aria-selected', 'true');
  expect(await axeFindings(page, { within: '#palindrome' })).toEqual([]);
});

test('versions are kept, come back, and a solution that was seen is remembered', async ({ page, site }) => {
  await page.goto(`${site}lessons/allocation/`);
  const exercise = exerciseIn(page);
  await exercise.getByRole('button', { name: 'Open in the lab' }).click();
  const editor = page.locator('.monaco-editor').first();
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// mine\n');
  await check(page, 'checks passed');
  await exercise.getByRole('button', { name: 'Show the solution' }).click();
  await exercise.getByRole('button', { name: 'Copy into the editor' }).click();
  await check(page, 'Solved');
  await exercise.getByText('Earlier versions of mine (2)').click();
  await expect(exercise.getByRole('listitem').filter({ hasText: 'every check passed' })).toHaveCount(1);
  await exercise.getByRole('button', { name: /Bring back: .* \d of \d checks passed/ }).click();
  await expect(editor).toContainText('// mine');
  expect(await axeFindings(page, { within: '#palindrome' })).toEqual([]);
  await page.reload();
  await expect(exercise.getByRole('status')).toHaveText('You solved this after seeing the solution.');
});
