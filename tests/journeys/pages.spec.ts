import { readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './site.ts';

const lessons = readdirSync(new URL('../../lessons', import.meta.url), { recursive: true, encoding: 'utf8' }).flatMap(
  (path) =>
    /^\d\d-[^/]*\/\d\d-([^/]*)\/lesson\.md$/
      .exec(path)
      ?.slice(1)
      .map((slug) => `lessons/${slug}/`) ?? [],
);
/** Lessons in which every panel is looked at: between them their programs fill all. */
const thorough = ['linear-memory', 'allocation', 'detached-views'].map((slug) => `lessons/${slug}/`);

for (const path of ['', 'playground/', 'help/', 'licences/', ...lessons]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious on /${path}, ${colorScheme}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(site + path);
      if (thorough.includes(path)) {
        await expect(page.locator('.lab-status')).toContainText('exit code 0');
        // Every panel is looked at, not only those that are open at first.
        for (const panel of [
          'Map',
          'Stack',
          'Wasm',
          'Heap',
          'Findings',
          'Views',
          'Pixels',
          'Console',
          'Glue',
          'Calls',
          'Bytes',
        ]) {
          await page.getByRole('tab', { name: panel }).click();
          expect(await seriousFindings(page), panel).toEqual([]);
        }
      }
      await page.waitForTimeout(1000);
      expect(await seriousFindings(page)).toEqual([]);
    });
  }
}

for (const width of [1440, 1024, 390]) {
  test(`no page is wider than a window of ${width} pixels`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['', 'playground/', 'help/', 'licences/', ...lessons]) {
      await page.goto(site + path);
      await page.waitForTimeout(500);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
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

async function seriousFindings(page: import('@playwright/test').Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
