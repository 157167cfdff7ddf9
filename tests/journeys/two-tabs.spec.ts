import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

test('a program that is changed in two tabs is kept as each of them had it', async ({ page, site }) => {
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(`${site}playground/`);
  await typeAtStart(page, '// from A\n');
  await typeAtStart(other, '// from B\n');
  const versions = other.getByRole('region', { name: 'Other versions' });
  await expect(versions).toContainText('You changed this program in another tab too.');

  await page.reload();
  const code = page.locator('.code-editor').first();
  await expect(code).toContainText('// from B');
  await page.getByRole('button', { name: 'Show the other version' }).press('Enter');
  await expect(code).toContainText('// from A');
  await page.getByRole('button', { name: 'Keep only this one' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Other versions' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await page.reload();
  await expect(code).toContainText('// from A');
});

test('an exercise is checked as its own tab shows it, whatever another tab keeps', async ({ page, site }) => {
  await page.goto(`${site}lessons/linear-memory/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0');
  const exercise = page.locator('#checksum');
  await exercise.getByRole('button', { name: 'Open in the lab' }).press('Enter');
  await expect(page.locator('.code-editor').first()).toContainText('inbox');
  // What was in the lab is in it again.
  const other = await page.context().newPage();
  await other.goto(`${site}lessons/linear-memory/`);
  await expect(other.locator('.code-editor').first()).toContainText('inbox');
  await page.bringToFront();
  await exercise.getByRole('button', { name: 'Show the solution' }).press('Enter');
  await exercise.getByRole('button', { name: 'Copy into the editor' }).press('Enter');
  await expect(page.locator('.code-editor').first()).toContainText('sum += data[i]');
  await typeAtStart(other, '// from B\n');

  await page.bringToFront();
  await exercise.getByRole('button', { name: 'Check my program' }).press('Enter');
  await expect(exercise.locator('.exercise-status')).toContainText('Solved', { timeout: 90_000 });
  await expect(page.getByRole('region', { name: 'Other versions' })).toContainText('What it had there is kept.');
});

test('a lesson that is written in two tabs is kept as each of them had it', async ({ page, site }) => {
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(`${site}author/`);
  const kept = async (tab: Page) => {
    const stored = tab.evaluate(keptLesson);
    return JSON.stringify(await stored);
  };
  await typeAtStart(page, 'from A ');
  await expect.poll(() => kept(page)).toContain('from A');
  await typeAtStart(other, 'from B ');
  await expect(other.getByRole('region', { name: 'Other versions' })).toContainText(
    'You changed this lesson in another tab too.',
  );
  await expect.poll(() => kept(page)).toMatch(/from A.*from B|from B.*from A/);

  await page.reload();
  const code = page.locator('.code-editor').first();
  await expect(code).toContainText('from B');
  await page.getByRole('button', { name: 'Show the other version' }).press('Enter');
  await expect(code).toContainText('from A');
  await page.getByRole('button', { name: 'Keep only this one' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Block' })).toBeFocused();
  await expect.poll(() => kept(page)).not.toContain('from B');
});

/** What the browser keeps of the lesson that is being written. */
function keptLesson(): Promise<unknown> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('pagewise-author');
    opening.onsuccess = () => {
      const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
      all.onsuccess = () => resolve(all.result);
    };
  });
}

async function typeAtStart(tab: Page, text: string): Promise<void> {
  await tab.bringToFront();
  const editor = tab.locator('.monaco-editor').first();
  await editor.click();
  await tab.keyboard.press('Control+Home');
  await tab.keyboard.insertText(text);
  await expect(editor).toContainText(text.trim());
}
