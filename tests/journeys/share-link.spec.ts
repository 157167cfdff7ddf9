import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const status = (page: Page) => page.locator('.lab-status');
const bar = (page: Page) => page.getByRole('region', { name: 'Shared link' });

test('a link brings code, settings, step and panels; nothing runs before Run, and nobody’s own work is touched', async ({
  page,
  site,
  browser,
}) => {
  await page.goto(`${site}playground/`);
  await expect(status(page)).toContainText('exit code 0', { timeout: 90_000 });
  await replaceText(
    page,
    '#include <stdio.h>\nint main(void) {\n  int n = 1;\n  n += 41;\n  printf("%d\\n", n);\n  return n;\n}\n',
  );
  await page.getByText('Settings and input').click();
  await page.getByRole('combobox', { name: 'Allocator' }).selectOption('emmalloc');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(status(page)).toContainText('exit code 42', { timeout: 90_000 });
  await page.getByRole('tab', { name: 'Stack' }).click();
  const count = page.locator('.timeline-count');
  await expect(count).toHaveText('7 / 7');
  await page.getByRole('slider').first().press('Home');
  await page.keyboard.press('F10');
  await expect(count).toHaveText('1 / 7');
  await page.keyboard.press('F10');
  await expect(count).toHaveText('2 / 7');
  const link = await copyLink(page);
  expect(link).toMatch(/playground\/#program=playground&code=1\.[\w-]+$/);
  expect(link.length).toBeLessThan(1500);

  // Somebody else, who has a program of their own.
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(`${site}playground/`);
  await other.locator('.monaco-editor').first().click();
  await other.keyboard.press('Control+Home');
  await other.keyboard.type('// my own\n');
  await other.goto('about:blank');
  await other.goto(link);
  await expect(bar(other)).toContainText('It runs only when you press Run.');
  await expect(other.locator('.code-editor').first()).toContainText('n += 41');
  await expect(other.getByRole('tab', { name: 'Stack' })).toHaveAttribute('aria-selected', 'true');
  await other.waitForTimeout(1500);
  await expect(other.locator('.lab-status')).not.toContainText('exit code');
  await expect(other.locator('iframe')).toHaveCount(0);
  expect(await axeFindings(other, { without: '.monaco-editor' })).toEqual([]);
  await other.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(status(other)).toContainText('exit code 42', { timeout: 90_000 });
  await expect(other.locator('.timeline-count')).toHaveText('2 / 7');

  // What is typed into it is kept apart; the way back leads to the own program, the browser's to the link again.
  await other.locator('.monaco-editor').first().click();
  await other.keyboard.press('Control+Home');
  await other.keyboard.type('// changed\n');
  await other.getByRole('button', { name: 'Back to my program' }).press('Enter');
  await expect(bar(other)).toHaveCount(0);
  await expect(other.locator('.code-editor').first()).toContainText('// my own');
  await other.goBack();
  await expect(other.locator('.code-editor').first()).toContainText('// changed');
  await other.getByRole('button', { name: 'Keep this in place of mine' }).press('Enter');
  await expect(other.locator('.code-editor').first()).toContainText('// changed');
  await other.reload();
  await expect(other.locator('.code-editor').first()).toContainText('// changed');
  await other.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(other.locator('.code-editor').first()).toContainText('// my own');
  await context.close();
});

test('a lesson’s program is shared from its lab, and opens in the lesson', async ({ page, site }) => {
  await page.goto(`${site}lessons/detached-views/`);
  await expect(status(page)).toContainText('ended', { timeout: 90_000 });
  const first = await page.locator('.code-editor').first().textContent();
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// shared\n');
  const link = await copyLink(page);
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(bar(page)).toBeVisible();
  await expect(page.locator('.code-editor').first()).toContainText('// shared');
  await page.getByRole('button', { name: 'Back to my program' }).click();
  await expect(page.locator('.code-editor').first()).not.toContainText('// shared');
  expect(first).not.toContain('// shared');
});

test('a program that is too large for a link is offered as a zip', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await expect(status(page)).toContainText('exit code 0', { timeout: 90_000 });
  const noise = Array.from({ length: 3000 }, (_, at) => `// ${Math.sin(at)}`).join('\n');
  await page.getByText('Files and links').click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a zip or files' }).press('Enter'),
  ]);
  await chooser.setFiles({
    name: 'main.cpp',
    mimeType: 'text/plain',
    buffer: Buffer.from(`int main() {}\n${noise}\n`),
  });
  await page.getByRole('button', { name: 'Copy a link' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'too large for a link' })).toContainText(
    'Download it as a zip',
  );
});

test('a damaged link is told of, and the own program is there', async ({ page, site }) => {
  await page.goto(`${site}playground/#program=playground&code=1.AAAA`);
  await expect(bar(page)).toContainText('This link is damaged');
  await expect(status(page)).toContainText('exit code 0', { timeout: 90_000 });
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  expect(page.url()).toBe(`${site}playground/`);
});

test('where the page may not copy, the link stands there to be copied', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await page.evaluate(() =>
    Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error('not allowed')) }),
  );
  await page.getByRole('button', { name: 'Files and links' }).press('Enter');
  await page.getByRole('button', { name: 'Copy a link' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Copy the link from here' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#program=playground&code=1\./);
});

async function copyLink(page: Page): Promise<string> {
  await page.getByText('Files and links').click();
  await page.getByRole('button', { name: 'Copy a link' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Puts a text in place of that of the first editor. It is pasted: typing would close brackets. */
async function replaceText(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}
