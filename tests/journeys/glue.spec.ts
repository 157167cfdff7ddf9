import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { record } from './replace-text.ts';
import { expect, test } from './site.ts';

const program = `#include <cstdio>
#include <emscripten.h>
EM_JS(void, mark, (char* at), {
  const text = 'seen';
  stringToUTF8(text, at, 8);
});
char word[8];
int main() {
  mark(word);
  std::puts(word);
}
`;

const timelineOf = (page: Page) => page.getByRole('region', { name: 'Timeline' });

test('a visitor opens the glue, steps into it, and sees EM_JS run where it stands', async ({ page, site }) => {
  const timeline = await record(page, site, program, '// nothing');
  await page.getByRole('tab', { name: 'Glue' }).click();
  const glue = page.getByRole('region', { name: 'Glue' });
  await expect(glue).toContainText(/\d+ of [\d,]+ lines: what this program reaches/);
  await expect(glue.locator('.monaco-editor')).toBeVisible();
  await expect(glue.locator('.line-next')).toHaveCount(0);
  await expect(timeline).toHaveAttribute('data-state', 'ready');
  const stepsBefore = (await timeline.locator('.timeline-count').textContent()) ?? '';
  await glue.getByRole('checkbox', { name: 'Step into glue' }).check();
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
  await expect(timeline.locator('.timeline-count')).not.toHaveText(stepsBefore);
  await expect(timeline).toHaveAttribute('data-state', 'ready');
  await timeline.getByRole('slider').focus();
  await page.keyboard.press('Home');
  // Through the body of EM_JS, line 5 of the file, into what it calls.
  let inBody = false;
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(timeline).toHaveAttribute('data-shown', `${step + 1}`);
    const text = (await timeline.textContent()) ?? '';
    if (inBody && text.includes('of the glue.')) break;
    inBody ||= text.includes('Next: line 5 of main.cpp');
  }
  expect(inBody).toBe(true);
  await expect(timeline).toContainText('of the glue.');
  await expect(glue.locator('.line-next')).not.toHaveCount(0);
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
});

test('programs load the glue that they need, and none when they need none', async ({ page, site }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    const [name] = /glue(-embind)?\.mjs/.exec(request.url()) ?? [];
    if (name) loaded.push(name);
  });
  await page.goto(`${site}playground/`);
  await expect(timelineOf(page)).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  expect([...new Set(loaded)]).toEqual(['glue.mjs']);
  await record(page, site, 'int numbers[4];\nint main() {\n  numbers[1] = 7;\n}\n', '// nothing');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  loaded.length = 0;
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
  await drop(page, 'wasi-hello.wasm');
  await expect(page.getByRole('region', { name: 'Opened module' })).toContainText('wasi-hello.wasm');
  await page.getByRole('tab', { name: 'Console' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Console' })).toContainText('hello');
  await page.getByRole('tab', { name: 'Glue' }).click();
  await expect(page.getByRole('region', { name: 'Glue' })).toContainText('needs no glue');
  expect(loaded).toEqual([]);
});

async function drop(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`modules/${name}`, import.meta.url));
  const text = (await readFile(path)).toString('base64');
  await page.evaluate(
    ([file = '', content = '']) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], file));
      for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: dropped, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}
