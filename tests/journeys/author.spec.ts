import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

test.beforeEach(async ({ page, site }) => {
  await page.goto(`${site}author/`);
  await expect(lesson(page).getByRole('heading', { level: 1 })).toHaveText('A new lesson', { timeout: 60_000 });
});

const lesson = (page: Page) => page.getByRole('region', { name: 'Lesson', exact: true });
const errors = (page: Page) => page.getByRole('region', { name: 'Errors' });
const text = (page: Page) => page.getByRole('region', { name: 'Text', exact: true });

/** The cursor at the end of the paragraph below the front matter. */
async function goToProse(page: Page) {
  await text(page).getByRole('textbox', { name: 'Code of lesson.md' }).focus();
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < 11; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
}

async function axe(page: Page) {
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
}

test('an author writes, errs, mends, runs, takes the lesson away and opens it again, with the keyboard alone', async ({
  page,
}) => {
  // Values come from a real run.
  await expect(lesson(page).locator('data.value').first()).toHaveText(/^0x[\da-f]+$/, { timeout: 120_000 });
  await goToProse(page);
  await page.keyboard.type(' Typed just now.');
  await expect(lesson(page)).toContainText('Typed just now.', { timeout: 2_000 });

  await page.keyboard.type('\n\n:::nte\nStill here.\n:::');
  const error = errors(page).getByRole('listitem');
  await expect(error).toHaveCount(1);
  await expect(error).toContainText('lesson.md, line 13, column 1: `:::nte` is no block; write `note`');
  await expect(text(page).locator('.squiggly-error')).not.toHaveCount(0);
  await expect(lesson(page)).toContainText('This is the last version without errors.');
  await expect(lesson(page)).toContainText('Typed just now.');
  await axe(page);

  await error.getByRole('button').press('Enter');
  for (let letter = 0; letter < 4; letter++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('o');
  await expect(errors(page)).toContainText('No errors.');
  await expect(lesson(page).getByRole('complementary', { name: 'Note' }).first()).toContainText('Still here.');

  // The program's own text: compiled and run anew.
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nIt ends as :value[its value]{program="sum" read="i32(total)"}.\n');
  await expect(lesson(page).locator('data.value').last()).toHaveText('24', { timeout: 60_000 });

  await page.getByRole('button', { name: 'Open and download' }).press('Enter');
  const name = page.getByRole('textbox', { name: 'Name of its folder' });
  await name.fill('No number');
  await expect(page.getByRole('alert').filter({ hasText: 'is a number, a hyphen' })).toBeVisible();
  await name.fill('09-mine');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as a zip' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('09-mine.zip');
  const bytes = await readFile(await download.path());
  expect(strFromU8(unzipSync(bytes)['09-mine/lesson.md'] ?? new Uint8Array())).toContain('Typed just now.');

  await page.getByRole('button', { name: 'New lesson' }).press('Enter');
  await expect(lesson(page)).not.toContainText('Typed just now.');
  await page
    .getByLabel('Open a zip or a file')
    .setInputFiles({ name: '09-mine.zip', mimeType: 'application/zip', buffer: bytes });
  await expect(page.getByRole('status').filter({ hasText: '09-mine.zip is open.' })).toBeVisible();
  await expect(name).toHaveValue('09-mine');
  await expect(lesson(page)).toContainText('Typed just now.');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(lesson(page)).not.toContainText('Typed just now.');
});

test('an error in a program stands at its line of the text, and what was typed is there after a reload', async ({
  page,
}) => {
  await expect(lesson(page).locator('data.value').first()).toHaveText(/^0x/, { timeout: 120_000 });
  await text(page).getByRole('textbox', { name: 'Code of lesson.md' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(
    ':::program{#broken title="Broken"}\n```cpp file=main.cpp\nint main() { oops; }\n```\n:::\n',
  );
  const lines = (await readFile('site/template/lesson.md', 'utf8')).split('\n').length;
  await expect(errors(page).getByRole('listitem').first()).toContainText(`lesson.md, line ${lines + 2}, column`, {
    timeout: 60_000,
  });
  await expect(errors(page).getByRole('listitem').first()).toContainText('oops');
  await page.keyboard.type('Typed last.');
  await page.reload();
  await expect(errors(page).getByRole('listitem').first()).toContainText('oops', { timeout: 60_000 });
  await expect(lesson(page)).toContainText('Typed last.');
});

test('files lie beside the text: a source, a picture, and each is missed when it goes', async ({ page }) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><script>parent.hacked = 1</script></svg>';
  await page.getByRole('button', { name: 'Open and download' }).click();
  await page
    .getByLabel('Add a picture')
    .setInputFiles({ name: 'map.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  await expect(page.getByRole('tab', { name: 'map.svg' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'lesson.md' }).click();
  await goToProse(page);
  await page.keyboard.type('\n\n::figure{source="map.svg" alt="Nothing"}');
  await expect(lesson(page).getByRole('img', { name: 'Nothing' })).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await page.getByRole('tab', { name: 'map.svg' }).click();
  await page.getByRole('button', { name: 'Change map.svg' }).click();
  await page.getByRole('button', { name: 'Remove map.svg' }).click();
  await expect(errors(page)).toContainText('there is no picture `map.svg` beside this lesson');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(errors(page)).toContainText('No errors');
});

test('blocks are inserted below the cursor, and fit', async ({ page }) => {
  await goToProse(page);
  const block = page.getByRole('combobox', { name: 'Block' });
  await block.selectOption('Note');
  await page.getByRole('button', { name: 'Insert' }).press('Enter');
  await expect(lesson(page).getByRole('complementary', { name: 'Coming from Rust' })).toBeVisible();
  await expect(errors(page)).toContainText('No errors');
  await expect(text(page).getByRole('textbox', { name: 'Code of lesson.md' })).toBeFocused();
});

test('a preview leaves nothing in the course, and the lab shows its program', async ({ page }) => {
  await expect(lesson(page).locator('data.value').first()).toHaveText(/^0x/, { timeout: 120_000 });
  await lesson(page).getByRole('radio', { name: 'In static data' }).check();
  await lesson(page).getByRole('button', { name: 'Check', exact: true }).first().click();
  await expect(lesson(page)).toContainText('1 of 4 right');
  await lesson(page).getByRole('link', { name: 'These bytes' }).click();
  await expect(lesson(page).locator('.lab-status')).toContainText('exit code 0', { timeout: 60_000 });
  const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('lesson:')));
  expect(keys).toEqual([]);
  await axe(page);
});

test('on a phone text and lesson are behind tabs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Text' }).press('ArrowRight');
  await expect(lesson(page).getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await axe(page);
});

test('a narrower window leaves the file, the cursor, the open panel and what it said', async ({ page }) => {
  await page.getByRole('button', { name: 'Open and download' }).click();
  await page.getByRole('button', { name: 'New lesson' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'A new lesson. Undo brings back the one you had.' });
  await expect(notice).toBeVisible();
  await goToProse(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'New lesson' })).toBeVisible();
  await page.getByRole('tab', { name: 'Lesson', exact: true }).click();
  await page.getByRole('tab', { name: 'Text' }).click();
  await expect(notice).toBeVisible();
  await text(page).getByRole('textbox', { name: 'Code of lesson.md' }).focus();
  await page.keyboard.type(' Typed at the end.');
  await page.getByRole('tab', { name: 'Lesson', exact: true }).click();
  await expect(lesson(page).getByRole('paragraph').filter({ hasText: 'Typed at the end.' })).toHaveText(
    /\w+.* Typed at the end\.$/,
  );
});

test('a broken archive is refused in words, and the lesson stays', async ({ page }) => {
  await page.getByRole('button', { name: 'Open and download' }).click();
  const cases: readonly (readonly [Uint8Array, RegExp])[] = [
    [zipSync({ '../lesson.md': strToU8('x') }), /outside of its folder/],
    [zipSync({ 'lesson.md': new Uint8Array(50_000_000) }, { level: 9 }), /300 kB/],
    [strToU8('no archive'), /not a zip archive/],
  ];
  for (const [bytes, words] of cases) {
    await page
      .getByLabel('Open a zip or a file')
      .setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(lesson(page)).toContainText('A new lesson');
  }
});

test('another lesson brings its glossary, leaves no error of the one before, and says that its program never ends', async ({
  page,
}) => {
  await goToProse(page);
  await page.keyboard.type('\n\n:::nte\nStill here.\n:::');
  await expect(errors(page).getByRole('listitem').filter({ hasText: 'is no block' })).toHaveCount(1);
  const endless = `---
title: Endless
summary: A lesson of another course.
level: beginner
minutes: 10
goals: [Read, Wait]
---

A :term[ring] and a :term[book].

## Turns

:::program{#ring title="Ring"}
\`\`\`cpp file=main.cpp
int turns = 0;
int main() { while (turns >= 0) turns = (turns + 1) % 8; }
\`\`\`
:::

It turns :value[turns]{read="i32(turns)"} times, at first :value[once]{read="i32(turns) before line 2"}.
`;
  const zip = zipSync({
    'glossary.yaml': strToU8('terms:\n  - term: ring\n    text: Bytes that begin anew at their end.\n'),
    'part/01-endless/lesson.md': strToU8(endless),
  });
  await page.getByRole('button', { name: 'Open and download' }).click();
  await page
    .getByLabel('Open a zip or a file')
    .setInputFiles({ name: 'course.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await expect(lesson(page).getByRole('heading', { level: 1 })).toHaveText('Endless');
  await expect(lesson(page).getByRole('button', { name: 'ring', exact: true })).toBeVisible();
  const problems = errors(page).getByRole('listitem');
  const remark = problems.filter({ hasText: 'remark: the glossary has no term `book`' });
  await expect(remark).toHaveCount(1);
  await expect(problems.first()).toContainText('did not end within 10 seconds; look for a loop', { timeout: 60_000 });
  // What stops nothing is told beside what does.
  await expect(remark).toHaveCount(1);
  await expect(problems.filter({ hasText: /remark: the text has \d+ words/ })).toHaveCount(1);
  await axe(page);
});
