import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

test('files are renamed, moved, reset and removed with the keyboard alone, and all of it is kept', async ({
  page,
  site,
}) => {
  await page.goto(`${site}playground/`);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  const scripts = page.getByRole('tablist', { name: 'JavaScript' });
  await press(page, 'Add a JavaScript file');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('lab.js');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'There is a file lab.js already.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Add a JavaScript file' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('second.js');
  await page.keyboard.press('Enter');
  await expect(scripts.getByRole('tab')).toHaveText(['lab.js', 'second.js']);

  await press(page, 'Change second.js');
  await press(page, 'Move left');
  await expect(page.getByRole('button', { name: 'Move left' })).toBeFocused();
  await expect(scripts.getByRole('tab')).toHaveText(['second.js', 'lab.js']);
  await press(page, 'Rename');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('first.js');
  await page.keyboard.press('Enter');
  await expect(scripts.getByRole('tab')).toHaveText(['first.js', 'lab.js']);
  await expect(page.getByRole('tab', { name: 'first.js' })).toHaveAttribute('aria-selected', 'true');
  await replaceText(page, 1, 'globalThis.half = 21;');
  await page.getByRole('tab', { name: 'lab.js' }).click();
  await replaceText(page, 1, 'console.log("both", half * 2);');
  await page.reload();
  await expect(scripts.getByRole('tab')).toHaveText(['first.js', 'lab.js']);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('tab', { name: 'Console' }).click();
  await expect(page.getByRole('log')).toContainText('both 42', { timeout: 90_000 });

  await page.getByRole('tab', { name: 'lab.js' }).click();
  await press(page, 'Change lab.js');
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
  await press(page, 'Reset lab.js');
  await expect(page.locator('.code-editor').nth(1)).toContainText('exports.allocate(16)');
  await page.reload();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('tab', { name: 'lab.js' }).click();
  await expect(page.locator('.code-editor').nth(1)).toContainText('half * 2');
  await press(page, 'Reset');
  await expect(scripts.getByRole('tab')).toHaveText(['lab.js']);
  await press(page, 'Undo');
  await expect(scripts.getByRole('tab')).toHaveText(['first.js', 'lab.js']);
  await page.getByRole('tab', { name: 'first.js' }).click();
  await press(page, 'Change first.js');
  await press(page, 'Remove first.js');
  await expect(page.getByRole('tab', { name: 'lab.js' })).toBeFocused();
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
}

/** Puts a text in place of that of an editor. It is pasted: typing would close brackets. */
async function replaceText(page: Page, editor: number, text: string): Promise<void> {
  await page.locator('.monaco-editor').nth(editor).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}
