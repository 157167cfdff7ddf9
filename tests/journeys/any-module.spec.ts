import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.getByRole('button', { name: 'Back to your program' }).click();
  await expect(page.getByRole('region', { name: 'Opened module' })).toHaveCount(0);
  await expect(page.locator('.lab-status')).toContainText('exit code 0');
  await expect(page.getByRole('tab', { name: 'main.cpp' })).toBeVisible();
});

test('without its source the Wasm panel shows where it stands; the source may come later', async ({ page }) => {
  await page.getByRole('button', { name: 'Open a .wasm file' }).focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(pathOf('wasi-hello.wasm'));
  const wasm = page.getByRole('tabpanel', { name: 'Wasm' });
  await expect(page.getByRole('region', { name: 'Timeline' })).toHaveAttribute('data-state', 'ready');
  await page.getByRole('slider').first().press('Home');
  await expect(wasm).toContainText('i32.sub');
  await expect(wasm.locator('[aria-current="step"]')).toHaveCount(1);
  await drop(page, ['wasi-hello.c']);
  await expect(page.getByRole('tab', { name: 'wasi-hello.c' })).toBeVisible();
});

test('a file that cannot be opened is told of, and the program stays', async ({ page }) => {
  await page.getByRole('button', { name: 'Open a .wasm file' }).focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
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
