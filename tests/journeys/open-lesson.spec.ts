import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

const head =
  '---\ntitle: From elsewhere\nsummary: A lesson.\nlevel: beginner\nminutes: 10\ngoals:\n  - Read\n  - Write\n---\n\n';
const program = `## A program

:::program{#hello title="Hello"}
\`\`\`cpp file=main.cpp
int greeting = 42;
int main() { greeting++; }
\`\`\`
:::

It ends as :value[its value]{read="i32(greeting)"}.

:::::quiz{#quiz}
::::question{#where kind="choice"}
Where?

- [x] Here
  > Yes.
- [ ] There
  > No.
::::
:::::
`;

const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /./ });
const open = (page: Page, name: string, content: Uint8Array | string) =>
  page
    .getByLabel('Open a file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

async function axe(page: Page) {
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
}

test('a lesson from a file says where it comes from, runs nothing before it is told to, and keeps its work apart', async ({
  page,
  site,
}) => {
  await page.goto(`${site}lesson/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await axe(page);
  await open(page, '01-linear-memory.zip', zipSync({ '01-linear-memory/lesson.md': strToU8(head + program) }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From elsewhere');
  const bar = page.getByRole('region', { name: 'Where this lesson comes from' });
  await expect(bar).toContainText('the file 01-linear-memory.zip');
  await expect(bar).toContainText('not part of the course');
  await expect(page.locator('data.value')).toHaveText('…');
  // The lab is awake, and has run nothing.
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible({ timeout: 30_000 });
  expect(page.frames()).toHaveLength(1);
  await page.getByRole('radio', { name: 'Here', exact: true }).check();
  await page.getByRole('button', { name: 'Check' }).first().click();
  await expect(page.getByText('1 of 1 right')).toBeVisible();
  const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':lesson:')));
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.every((key) => key.startsWith('pagewise-elsewhere:'))).toBe(true);
  await axe(page);
  await bar.getByRole('button', { name: 'Run its programs' }).press('Enter');
  await expect(page.locator('data.value')).toHaveText('43', { timeout: 90_000 });
  await bar.getByRole('button', { name: 'Close it' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open a lesson');
});

test('what a lesson may not hold is refused in words', async ({ page, site }) => {
  await page.goto(`${site}lesson/`);
  const cases: readonly (readonly [string, RegExp])[] = [
    ['<img src=x onerror="window.hacked = 1">', /holds no HTML/],
    ['A <script>window.hacked = 1</script>', /holds no HTML/],
    ['[press](javascript:window.hacked=1)', /cannot link to/],
    ['[press](data:text/html,x)', /cannot link to/],
    ['<javascript:window.hacked=1>', /cannot link to|no HTML/],
    ['![x](https://example.com/x.png)', /write a picture as/],
    ['::figure{source="https://example.com/x.png" alt="x"}', /must be a picture beside/],
    ['::figure{source="x.svg" alt="x"}', /there is no picture/],
    [`${'>'.repeat(100_000)} deep`, /line 11, .*nested in more than 100 levels/],
  ];
  for (const [text, words] of cases) {
    await open(page, 'lesson.md', head + text);
    await expect(page.getByRole('region', { name: 'Errors' })).toContainText(words, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Close it' }).click();
  }
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await open(page, 'lesson.md', 'x'.repeat(300_001));
  await expect(alert(page)).toContainText('300 kB');
});

test('a lesson comes from an address; nothing of the reader goes along', async ({ page, site }) => {
  const sent: Record<string, string>[] = [];
  await page.route('https://lessons.example/**', async (route) => {
    sent.push(await route.request().allHeaders());
    if (route.request().url().endsWith('/closed')) return route.abort();
    await route.fulfill({ body: head + program });
  });
  const go = (from: string) => page.goto(`${site}lesson/?${new URLSearchParams({ from })}`);
  await go('https://lessons.example/lesson.md');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From elsewhere', { timeout: 60_000 });
  const bar = page.getByRole('region', { name: 'Where this lesson comes from' });
  await expect(bar).toContainText('https://lessons.example/lesson.md');
  expect(sent).toHaveLength(1);
  expect(Object.keys(sent[0] ?? {})).not.toContain('cookie');
  expect(Object.keys(sent[0] ?? {})).not.toContain('referer');
  await go('https://lessons.example/closed');
  await expect(alert(page)).toContainText('CORS');
  const refused = [
    'javascript:alert(1)',
    'http://lessons.example/x.md',
    'https://me:secret@lessons.example/',
    'blob:x',
  ];
  for (const from of refused) {
    await go(from);
    await expect(alert(page)).toContainText('begins with https://');
  }
  expect(sent).toHaveLength(2);
});
