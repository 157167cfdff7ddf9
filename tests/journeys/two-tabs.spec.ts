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

async function typeAtStart(tab: Page, text: string): Promise<void> {
  await tab.bringToFront();
  const editor = tab.locator('.monaco-editor').first();
  await editor.click();
  await tab.keyboard.press('Control+Home');
  await tab.keyboard.insertText(text);
  await expect(editor).toContainText(text.trim());
}
