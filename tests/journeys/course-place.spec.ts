import { readdirSync, readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

test('search opens by its key, finds a section, and leads there by keyboard', async ({ page, site }) => {
  await page.goto(`${site}help/`);
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  // The key is heard once the page's script has begun.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole('searchbox').fill('what free does');
  await expect(dialog.getByRole('status')).toContainText('result');
  await expect(dialog.getByRole('link').first()).toHaveText('What free does');
  expect(await axeFindings(page, { within: 'dialog' })).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${site}lessons/allocation/#what-free-does`);
  await expect(page.getByRole('heading', { name: 'What free does' })).toBeInViewport();
});

test('a term explains itself to the pointer, to the keyboard and to touch, and Escape closes it', async ({
  page,
  site,
}) => {
  await page.goto(`${site}lessons/linear-memory/`);
  const term = page.getByRole('button', { name: 'linear memory' });
  const text = page.locator('#term-linear-memory');
  await expect(term).toHaveAccessibleDescription(/One array of bytes/);
  await term.hover();
  await expect(text).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
  await page.mouse.move(0, 0);
  await page.getByRole('link', { name: 'Deutsch' }).focus();
  await page.keyboard.press('Tab');
  await expect(term).toBeFocused();
  await expect(text).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
});

test('a question that was answered wrong comes back for review, and progress tells of it', async ({ page, site }) => {
  await page.goto(`${site}lessons/linear-memory/`);
  const question = page.locator('#copy');
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.goto(`${site}progress/`);
  await page.getByRole('link', { name: 'Review 1 question' }).click();
  const card = page.locator('.questions > li');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('From lesson 1');
  expect(await axeFindings(page)).toEqual([]);
  await card.getByRole('radio').nth(1).check();
  await card.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('That was all for today.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing is due today.')).toBeVisible();
});

/** Questions with one right answer of several, by their lesson. */
function* choices(): Generator<readonly [slug: string, id: string]> {
  const lessons = readdirSync('lessons', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('lesson.md'),
  );
  for (const path of lessons.sort())
    for (const [, id = ''] of readFileSync(`lessons/${path}`, 'utf8').matchAll(
      /:question\{#([\w-]+)[^}]*kind="choice"/g,
    ))
      yield [path.split('/').at(-2)?.replace(/^\d+-/, '') ?? '', id];
}

test('a review goes on with what one session has no room for', async ({ page, site }) => {
  const due = new Map<string, Record<string, object>>();
  for (const [slug, id] of [...choices()].slice(0, 13)) due.set(slug, { ...due.get(slug), [id]: { box: 0, due: 0 } });
  await page.goto(`${site}progress/`);
  for (const [slug, reviews] of due)
    await page.evaluate(
      ([key, kept]) =>
        localStorage.setItem(key, JSON.stringify({ files: {}, answers: {}, exercises: {}, reviews: kept })),
      [`pagewise:${new URL(site).pathname}:lesson:${slug}`, reviews] as const,
    );
  await page.goto(`${site}review/`);
  const questions = page.getByRole('list', { name: 'Questions that are due' });
  const asked = questions.locator(':scope > li');
  await expect(asked).toHaveCount(12);
  for (const card of await asked.all()) {
    for (let option = 0; ; option++) {
      await card.getByRole('radio').nth(option).check();
      await card.getByRole('button', { name: 'Check' }).click();
      const again = card.getByRole('button', { name: 'Try again' });
      if (!(await again.isVisible())) break;
      await again.click();
    }
  }
  await expect(page.getByText('1 more is due today.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(asked).toHaveCount(1);
  await expect(questions).toBeFocused();
});

test('a lesson says what is missing, is read in German with the same answers, and is continued where one was', async ({
  page,
  site,
}) => {
  await page.goto(`${site}lessons/linear-memory/`);
  await expect(page.getByRole('region', { name: 'To complete this lesson' })).toContainText('all 8 questions');
  await page.locator('#copy').getByRole('radio').nth(1).check();
  await page.locator('#copy').getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('region', { name: 'To complete this lesson' })).toContainText('7 of 8 questions');
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linearer Speicher');
  await expect(page.locator('article')).toHaveAttribute('lang', 'de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('#copy')).toContainText('Ja. Eine Sicht ist ein Fenster');
  await expect(page.locator('#copy').getByRole('status')).toContainText('Richtig.');
  await expect(page.locator('#checksum').getByRole('button', { name: 'Mein Programm prüfen' })).toBeVisible();
  await expect(page.locator('.lab-body')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('/');
  const search = page.getByRole('dialog', { name: 'Den Kurs durchsuchen' });
  await search.getByRole('searchbox').fill('eine Zahl vier');
  await expect(search.getByRole('link').first()).toHaveText('Vier Bytes, eine Zahl');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Vier Bytes, eine Zahl' }).scrollIntoViewIfNeeded();
  await page.waitForTimeout(800);
  await page.goto(site);
  await page.getByRole('link', { name: 'Continue with' }).click();
  await expect(page).toHaveURL(/lessons\/linear-memory\/#/);
  await page.goto(site);
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.getByRole('link', { name: 'weitermachen' }).click();
  await expect(page).toHaveURL(/lessons\/linear-memory\/de\/#/);
});

test('a lesson prints as a text: no chrome, its code, and room for answers', async ({ page, site }) => {
  await page.goto(`${site}lessons/linear-memory/`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.locator('.lab-column')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Check' }).first()).toBeHidden();
  await expect(page.locator('.program-code').first()).toBeVisible();
  await expect(page.locator('#copy').getByRole('radio').first()).toBeVisible();
  await expect(page.locator('#words .match-offered')).toBeVisible();
  await expect(page.locator('#words select').first()).toBeHidden();
  await expect(page.locator('.order-fields li').first()).toBeVisible();
  await expect(page.locator('.order-buttons').first()).toBeHidden();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});

test('a program with a bug prints with its code', async ({ page, site }) => {
  await page.goto(`${site}find-the-bug/empty-histogram/`);
  const code = page.locator('.prose .program-code');
  await expect(code).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(code).toBeVisible();
});

test('a file of progress never takes the place of what was typed, unless one says so', async ({ page, site }) => {
  const key = `pagewise:${new URL(site).pathname}:lesson:linear-memory`;
  const typed = { answers: {}, exercises: { checksum: { passed: false, hints: 0 } }, reviews: {} };
  const lesson = (text: string) => ({ ...typed, files: { checksum: { 'main.cpp': text } } });
  await page.addInitScript(([name, text]) => localStorage.getItem(name) ?? localStorage.setItem(name, text), [
    key,
    JSON.stringify(lesson('// here')),
  ] as const);
  await page.goto(`${site}progress/`);
  const file = { kind: 'pagewise-progress', version: 1, lessons: { 'linear-memory': lesson('// there') } };
  await page.getByLabel('Import progress').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const kept = () => page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{}'), key);
  await expect(page.getByText('One program has other code in it: yours stays as it is.')).toBeVisible();
  expect((await kept()).files.checksum['main.cpp']).toBe('// here');
  await page.getByRole('button', { name: 'Take the file’s code instead' }).click();
  expect((await kept()).files.checksum['main.cpp']).toBe('// there');
  expect(JSON.stringify((await kept()).exercises.checksum.versions)).toContain('// here');
});
