import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeFindings, type Reading } from './axe.ts';
import { expect, test } from './site.ts';

const lessons = readdirSync(new URL('../../lessons', import.meta.url), { recursive: true, encoding: 'utf8' }).flatMap(
  (path) =>
    /^\d\d-[^/]*\/\d\d-([^/]*)\/lesson\.md$/
      .exec(path)
      ?.slice(1)
      .map((slug) => `lessons/${slug}/`) ?? [],
);
const others = [
  '',
  'playground/',
  'help/',
  'licences/',
  'glossary/',
  'progress/',
  'review/',
  'de/',
  'glossary/de/',
  'lessons/linear-memory/de/',
  'find-the-bug/',
  'find-the-bug/empty-histogram/',
];
/** Lessons in which every panel is looked at: between them their programs fill all. */
const thorough = ['linear-memory', 'allocation', 'detached-views'].map((slug) => `lessons/${slug}/`);

const panels = ['Map', 'Stack', 'Wasm', 'Heap', 'Findings', 'Views', 'Pixels', 'Console', 'Glue', 'Calls', 'Bytes'];
const widths = [1440, 1024, 390];

for (const path of [...others, ...lessons]) {
  test(`axe finds nothing serious on /${path}, light or dark, and it fits every window`, async ({ page, site }) => {
    const isThorough = thorough.includes(path);
    // The lab is the same in all lessons; it sleeps where it is a sheet that opens over the text.
    const [first = 1440, ...rest] = lessons.includes(path) && !isThorough ? widths.toReversed() : widths;
    await page.setViewportSize({ width: first, height: 900 });
    await page.goto(site + path);
    if (isThorough) {
      await expect(page.locator('.lab-status')).toContainText('exit code 0');
      // Every panel is looked at, not only those that are open at first.
      const lab = page.getByRole('complementary', { name: 'Lab' });
      for (const panel of panels) {
        await page.getByRole('tab', { name: panel }).click();
        await expectNothingSerious(page, panel, { within: '[role=tabpanel]' });
        expect(
          await lab.evaluate((column) => column.scrollHeight - column.clientHeight),
          `${panel} ends with the lab`,
        ).toBe(0);
      }
    }
    await page.waitForTimeout(1000);
    await expectNothingSerious(page, 'the whole page');
    await expectFits(page);
    for (const width of rest) {
      await page.setViewportSize({ width, height: 900 });
      await expectFits(page);
    }
  });
}

test('a lesson can be read without JavaScript', async ({ browser, site }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site}lessons/linear-memory/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linear memory');
  await expect(page.locator('.program-code').first()).toBeVisible();
  await expect(page.getByText('std::uint32_t score = 42;').first()).toBeVisible();
  await expect(page.getByText('Answering needs JavaScript')).toBeVisible();
  await page.close();
});

test('the keyboard comes from the top of a lesson to its lab without the stops of the text', async ({ page, site }) => {
  await page.goto(`${site}lessons/the-map/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0');
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the lab' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
});

async function expectNothingSerious(page: Page, what: string, reading: Reading = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await axeFindings(page, { ...reading, colours: colorScheme === 'dark' });
    const serious = found.filter(([impact]) => impact === 'serious' || impact === 'critical');
    expect(serious, `${what}, ${colorScheme}`).toEqual([]);
  }
}

async function expectFits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `in a window of ${page.viewportSize()?.width} pixels`).toBeLessThanOrEqual(0);
}
