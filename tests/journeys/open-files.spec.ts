import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

test.beforeEach(async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
});

const demo: Zippable = {
  'demo/README.md': strToU8('# Demo'),
  'demo/answer.h': strToU8('constexpr int answer = 5;'),
  'demo/main.cpp': strToU8('#include "answer.h"\nint main() { return answer; }'),
};

test('a program is downloaded as a zip, and the zip brings all of it back', async ({ page }) => {
  await page.getByText('Settings and input').click();
  await page.getByRole('textbox', { name: 'Arguments' }).fill('one "two three"');
  await openMenu(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as a zip' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('playground.zip');
  await expect(page.getByRole('status').filter({ hasText: 'playground.zip is downloaded' })).toBeVisible();
  const bytes = new Uint8Array(await readFile(await download.path()));
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toContain('playground/CMakeLists.txt');
  expect(strFromU8(files['playground/src/main.cpp'] ?? new Uint8Array())).toContain('std::puts("ready")');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Arguments' })).toHaveValue('');
  await choose(page, 'playground.zip', bytes);
  await expect(page.getByRole('status').filter({ hasText: 'playground.zip is open: 2 files. Undo' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Arguments' })).toHaveValue('one "two three"');
});

test('a zip takes the place of the program, which can be brought back, also after a reload', async ({ page }) => {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// mine\n');
  await openMenu(page);
  await choose(page, 'demo.zip', zipSync(demo));
  await expect(
    page.getByRole('status').filter({ hasText: 'demo.zip is open: 3 files. 1 other file left out.' }),
  ).toBeVisible();
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('exit code 5', { timeout: 90_000 });
  await page.reload();
  await expect(page.getByRole('tab', { name: 'answer.h' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('tab', { name: 'answer.h' })).toHaveCount(0);
  await expect(page.locator('.code-editor').first()).toContainText('// mine');
});

test('hostile archives are refused in words, and the program stays', async ({ page }) => {
  const bomb = zipSync({ 'main.cpp': new Uint8Array(50_000_000) }, { level: 9 });
  const cases: readonly (readonly [Uint8Array, RegExp])[] = [
    [zipSync({ '../main.cpp': strToU8('int main() {}') }), /outside of its folder/],
    [bomb, /more than 500 kB/],
    [zipSync({ 'main.cpp': Uint8Array.of(0xe4, 0x20) }), /not text in UTF-8/],
    [strToU8('no archive'), /not a zip archive/],
  ];
  await openMenu(page);
  for (const [bytes, words] of cases) {
    await choose(page, 'hostile.zip', bytes);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(page.locator('.code-editor').first()).toContainText('Call these from the Calls panel');
  }
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a folder is opened by the browser’s own picker, or by a field where there is none', async ({ page }) => {
  // A folder of the origin's own file system stands for one of the learner's: the same interface.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('picked', { create: true });
    const inner = await folder.getDirectoryHandle('list', { create: true });
    const packages = await folder.getDirectoryHandle('node_modules', { create: true });
    const files = [
      [folder, 'main.c', '#include "list/list.h"\nint main(void) { return LIST; }'],
      [inner, 'list.h', '#define LIST 6'],
      [packages, 'other.c', 'int main(void) { return 1; }'],
    ] as const;
    for (const [place, name, text] of files) {
      const stream = await (await place.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
    Object.assign(globalThis, { showDirectoryPicker: async () => folder });
  });
  await openMenu(page);
  await page.getByRole('button', { name: 'Open a folder' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'picked is open: 3 files.' })).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('exit code 6', { timeout: 90_000 });

  await page.evaluate(() => Object.assign(globalThis, { showDirectoryPicker: undefined }));
  const folder = test.info().outputPath('chosen');
  mkdirSync(folder);
  writeFileSync(`${folder}/main.c`, 'int main(void) { return 7; }');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a folder' }).press('Enter'),
  ]);
  await chooser.setFiles(folder);
  await expect(page.getByRole('status').filter({ hasText: 'chosen is open: 2 files.' })).toBeVisible();
});

test('files that are dropped become the program', async ({ page }) => {
  await page.evaluate(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['int main(void) { return 8; }'], 'eight.c'));
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('tab', { name: 'eight.c' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
});

async function openMenu(page: Page): Promise<void> {
  await page.getByText('Files and links').click();
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a zip or files' }).press('Enter'),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
}
