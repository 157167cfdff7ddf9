import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

const pathOf = (name: string) => fileURLToPath(new URL(`modules/${name}`, import.meta.url));

test.beforeEach(async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
});

test('a visitor drops a WASI program with its source, steps through it, and goes back to the own one', async ({
  page,
}) => {
  await drop(page, ['wasi-hello.wasm', 'wasi-hello.c']);
  await expect(page.getByRole('region', { name: 'Opened module' })).toContainText('wasi-hello.wasm, 2110 bytes');
  await expect(page.locator('.lab-status')).toContainText('exit code 0');
  await page.getByRole('tab', { name: 'Console' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Console' })).toContainText('hello');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toHaveAttribute('data-state', 'ready');
  await page.getByRole('tab', { name: 'Stack' }).click();
  await timeline.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(timeline).toContainText('Next: line 29 of wasi-hello.c');
  await expect(page.locator('.line-next')).not.toHaveCount(0);
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('F10');
    await expect(timeline.locator('.timeline-count')).toContainText(`${step + 1} /`);
  }
  const stack = page.getByRole('tabpanel', { name: 'Stack' });
  await expect(stack.getByRole('row', { name: /sum/ })).toContainText('1');
  await expect(stack.getByRole('row', { name: /\[2\]/ })).toContainText('39');
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
  await page.getByRole('button', { name: 'Back to your program' }).click();
  await expect(page.getByRole('region', { name: 'Opened module' })).toHaveCount(0);
  await expect(page.locator('.lab-status')).toContainText('exit code 0');
  await expect(page.getByRole('tab', { name: 'main.cpp' })).toBeVisible();
});

test('without its source the Wasm panel shows where it stands; the source may come later', async ({ page }) => {
  // Asked for before the key: the browser must know by then that nobody wants its own dialog.
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a .wasm file' }).press('Enter');
  const chooser = await chosen;
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const stepsBefore = (await timeline.locator('.timeline-count').textContent()) ?? '';
  await chooser.setFiles(pathOf('wasi-hello.wasm'));
  const wasm = page.getByRole('tabpanel', { name: 'Wasm' });
  await expect(timeline.locator('.timeline-count')).not.toHaveText(stepsBefore);
  await expect(timeline).toHaveAttribute('data-state', 'ready');
  await page.getByRole('slider').first().press('Home');
  await expect(wasm).toContainText('i32.sub');
  await expect(wasm.locator('[aria-current="step"]')).toHaveCount(1);
  await drop(page, ['wasi-hello.c']);
  await expect(page.getByRole('tab', { name: 'wasi-hello.c' })).toBeVisible();
});

test('a module with several memories is recorded in all of them, and one chooses which is shown', async ({ page }) => {
  await drop(page, ['two-memories.wasm']);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.locator('.timeline-count')).toHaveText('4 / 4');
  await timeline.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(timeline.locator('.timeline-count')).toHaveText('0 / 4');
  const did = [
    '',
    'stored 4 bytes, 44 33 22 11, at 0x00040 of memory 1',
    'stored 5 bytes, 66 69 72 73 74, at 0x00020 of memory 1',
  ];
  for (const [before, words] of did.entries()) {
    await page.keyboard.press('F11');
    await expect(timeline.locator('.timeline-count')).toHaveText(`${before + 1} / 4`);
    await expect(timeline).toContainText(words); // the count is there before what the step did
  }
  await page.keyboard.press('End');
  await expect(timeline).toContainText('grew memory 1 by 2 pages, to 3');
  const bytes = page.getByRole('tabpanel', { name: 'Bytes' });
  const chooser = bytes.getByLabel('Shown');
  await expect(chooser).toHaveValue('0');
  await chooser.selectOption('Memory 1: 3 pages');
  await bytes.getByLabel('Go to').fill('0x40');
  await page.keyboard.press('Enter');
  await expect(bytes).toContainText('44332211');
  await bytes.getByRole('button', { name: 'Go to the step that wrote this' }).click();
  await expect(timeline.locator('.timeline-count')).toHaveText('1 / 4');
  await expect(chooser.locator('option').nth(1)).toHaveText('Memory 1: 1 page');
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
});

test('a file that cannot be opened is told of, and the program stays', async ({ page }) => {
  // Asked for before the key: the browser must know by then that nobody wants its own dialog.
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a .wasm file' }).press('Enter');
  const chooser = await chosen;
  await chooser.setFiles(pathOf('wasi-hello.c'));
  await expect(page.getByRole('alert').filter({ hasText: 'source code' })).toContainText('wasi-hello.c is source code');
  await expect(page.getByRole('region', { name: 'Opened module' })).toHaveCount(0);
});

async function drop(page: Page, names: readonly string[]): Promise<void> {
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: (await readFile(pathOf(name))).toString('base64') })),
  );
  await page.evaluate((all) => {
    const dropped = new DataTransfer();
    for (const { name, text } of all) {
      dropped.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
    }
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: dropped, bubbles: true, cancelable: true }));
  }, files);
}
