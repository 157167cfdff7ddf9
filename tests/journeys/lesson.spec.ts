import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const status = (page: Page) => page.locator('.lab-status');

test('a new user reads, runs, edits, meets an error, mends it, and finds all of it after a reload', async ({
  page,
  site,
}) => {
  await page.goto(site);
  await page
    .getByRole('link', { name: /Linear memory/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linear memory');
  await expect(status(page)).toContainText('exit code 0');

  await page.getByRole('tab', { name: 'Console' }).click();
  await expect(page.getByRole('log')).toContainText('C++ reads 298');

  await page.getByRole('link', { name: 'its four bytes' }).click();
  await expect(page.getByRole('tab', { name: 'Bytes' })).toHaveAttribute('aria-selected', 'true');

  await type(page, 'int broken\n');
  const errors = page.getByRole('list', { name: 'Errors and warnings' });
  await expect(errors).toContainText("expected ';'", { timeout: 90_000 });
  await page.keyboard.press('Control+z');
  for (let i = 0; i < 20; i++) await page.keyboard.press('Control+z');
  await type(page, '// edited\n');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('exit code 0', { timeout: 90_000 });

  const first = page.locator('#copy');
  await first.getByRole('radio', { name: 'Nothing' }).check();
  await first.getByRole('button', { name: 'Check' }).click();
  await expect(first).toContainText('A view is a window');
  await expect(page.locator('.quiz-progress')).toHaveText('1 of 8 right');

  await page.reload();
  await expect(page.locator('.quiz-progress')).toHaveText('1 of 8 right');
  await expect(page.locator('#copy')).toContainText('Right.');
  await expect(page.locator('.code-editor').first()).toContainText('// edited');
});

test('blocks come and go step by step', async ({ page, site }) => {
  await page.goto(`${site}lessons/allocation/`);
  await expect(status(page)).toContainText('exit code 0');
  await page.getByRole('tab', { name: 'Calls' }).click();
  await page.getByRole('textbox', { name: 'argument 1 of allocate, i32' }).fill('40');
  await page.getByRole('button', { name: 'allocate', exact: true }).click();
  await expect(status(page)).toContainText('returned');
  const address = (/returned (\d+)/.exec((await status(page).textContent()) ?? '') ?? [])[1] ?? '';
  await page.getByRole('tab', { name: 'Heap' }).click();
  const block = page.getByRole('row', { name: /40 bytes/ });
  await expect(block).toContainText('live');
  await page.getByRole('tab', { name: 'Calls' }).click();
  await page.getByRole('textbox', { name: 'argument 1 of release, i32' }).fill(address);
  await page.getByRole('button', { name: 'release', exact: true }).click();
  await page.getByRole('tab', { name: 'Heap' }).click();
  await expect(block).toContainText('freed');
});

test('a view becomes a ghost when the memory grows', async ({ page, site }) => {
  await page.goto(`${site}lessons/detached-views/`);
  await expect(status(page)).toContainText('exit code 0');
  await page.getByRole('tab', { name: 'Views' }).click();
  const rows = page.getByRole('row', { name: /Uint32Array/ });
  await expect(rows.nth(0)).toContainText('detached by line 6');
  await expect(rows.nth(1)).toContainText('live');
  // The author of the lesson set a stop where that happens.
  const stops = page.getByText(/^Stops/);
  await expect(stops).toHaveText('Stops (1)');
  await page.getByRole('button', { name: 'Go back to the stop before' }).click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('of lab.js');
  await stops.click();
  await page.getByRole('button', { name: 'Remove the stop: a view is detached' }).click();
  await expect(stops).toHaveText('Stops');
  await page.reload();
  await expect(status(page)).toContainText('exit code 0');
  await expect(stops).toHaveText('Stops');
});

test('an exercise is graded on what the program does: starter, solution, and the way back', async ({ page, site }) => {
  await page.goto(`${site}lessons/detached-views/`);
  const exercise = page.locator('#helper');
  await exercise.getByRole('button', { name: 'Open in the lab' }).click();
  await exercise.getByRole('button', { name: 'Check my program' }).click();
  await expect(exercise.getByRole('status')).toContainText('checks passed', { timeout: 90_000 });
  await expect(exercise.getByRole('listitem').filter({ hasText: 'holds 1, 2, 3, 4' })).toContainText('Failed');

  await exercise.getByRole('button', { name: 'Show a hint (1 of 3)' }).click();
  await expect(exercise).toContainText('A helper is a function');
  await exercise.getByRole('button', { name: 'Show the solution' }).click();
  await exercise.getByRole('button', { name: 'Copy into the editor' }).click();
  await exercise.getByRole('button', { name: 'Check my program' }).click();
  await expect(exercise.getByRole('status')).toContainText('Solved', { timeout: 90_000 });
  // What was found comes back with the page, and so does what is in the lab.
  await page.reload();
  await expect(exercise.getByRole('status')).toContainText('Solved: every check passed.');
  await expect(exercise.getByRole('listitem').filter({ hasText: 'holds 1, 2, 3, 4' })).toContainText('Passed');
  await expect(exercise.getByRole('button', { name: 'In the lab' })).toHaveAttribute('aria-pressed', 'true');
  await exercise.getByRole('button', { name: 'Start over' }).click();
  await expect(exercise.getByRole('status')).toContainText('You solved this after seeing the solution.');
});

test('a quiz asks again only what was wrong', async ({ page, site }) => {
  await page.goto(`${site}lessons/linear-memory/`);
  const bytes = page.locator('#bytes').locator('form');
  const boxes = bytes.getByRole('textbox');
  await expect(status(page)).toContainText('exit code 0'); // the page listens by then
  await boxes.first().focus();
  await page.keyboard.type('2A000000');
  await page.keyboard.press('Enter');
  await expect(bytes).toContainText('This was true before JavaScript wrote');
  await bytes.getByRole('button', { name: 'Try again' }).click();
  await expect(boxes.nth(0)).toBeDisabled();
  await expect(boxes.nth(1)).toBeEnabled();
  await boxes.nth(1).fill('01');
  await bytes.getByRole('button', { name: 'Check' }).click();
  await expect(bytes).toContainText('Right.');
});

/** Types at the start of the first editor. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
}
