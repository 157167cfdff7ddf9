import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

test('a visitor compiles, runs, calls, sees a view detach, makes an error and mends it', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });

  await page.getByRole('tab', { name: 'Map' }).click();
  await expect(page.locator('.map-size')).toContainText('5 pages');
  await page.getByRole('tab', { name: 'Views' }).click();
  await expect(page.getByRole('row', { name: /Uint32Array/ })).toContainText('detached by line 6');

  await page.getByRole('tab', { name: 'Calls' }).click();
  await page.getByRole('textbox', { name: 'argument 1 of allocate, i32' }).fill('24');
  await page.getByRole('button', { name: 'allocate', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('returned');
  await page.getByRole('tab', { name: 'Heap' }).click();
  await expect(page.getByRole('row', { name: /24 bytes/ })).toContainText('live');

  await page.getByRole('button', { name: 'Run JavaScript again' }).click();
  await expect(page.locator('.map-size')).toContainText('6 pages');

  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('oops ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Errors and warnings' })).toContainText('main.cpp, line 1', {
    timeout: 60_000,
  });
  for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 60_000 });
});

test('what was typed is there after a reload', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// mine\n');
  await page.reload();
  await expect(page.locator('.code-editor').first()).toContainText('// mine');
});

test('a program that reads asks for its input, line by line', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await replaceText(
    page,
    '#include <stdio.h>\nint main(void) { int n, sum = 0; while (scanf("%d", &n) == 1) sum += n; printf("sum %d", sum); }',
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Next line of input' });
  await expect(field).toBeVisible({ timeout: 90_000 });
  await field.fill('40 2');
  await field.press('Enter');
  await expect(field).toHaveValue('');
  await page.getByRole('button', { name: 'There is no more' }).click();
  await page.getByRole('tab', { name: 'Console' }).click();
  await expect(page.getByRole('log')).toContainText('sum 42');
});

test('a second file is added, included, kept, removed and brought back', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('answer.py');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'ends in .cpp' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('answer.h');
  await page.keyboard.press('Enter');
  await replaceText(page, 'constexpr int answer = 7;');
  await page.getByRole('tab', { name: 'main.cpp' }).click();
  await replaceText(page, '#include "answer.h"\nint main() { return answer; }');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'answer.h' })).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('exit code 7', { timeout: 90_000 });

  await page.getByRole('tab', { name: 'answer.h' }).click();
  await page.getByRole('button', { name: 'Change answer.h' }).click();
  await page.getByRole('button', { name: 'Remove answer.h' }).click();
  await expect(page.getByRole('tab', { name: 'answer.h' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('tab', { name: 'answer.h' }).click();
  await expect(page.locator('.code-editor').first()).toContainText('constexpr int answer = 7;');
});

test('a memory bomb is told in words, and the page goes on', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await replaceText(
    page,
    '#include <stdlib.h>\n#include <string.h>\nint main() { for (;;) { void* p = malloc(1 << 20); if (!p) abort(); memset(p, 1, 1 << 20); } }',
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('trapped at main.cpp, line 3', { timeout: 90_000 });
  await page.getByRole('tab', { name: 'Heap' }).click();
  await expect(page.locator('.heap-totals')).toContainText('Live: ');
});

/** Puts a text in place of that of the first editor. It is pasted: typing would close brackets. */
async function replaceText(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}
