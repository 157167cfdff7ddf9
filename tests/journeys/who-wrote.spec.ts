import type { Page } from '@playwright/test';
import { record } from './replace-text.ts';
import { expect, test } from './site.ts';
import { pressUntil, settled } from './steps.ts';

const program = `int total = 0;
int main() {
  total = 1;
  // nothing here
  total = 2;
  float share = 0.5f;
  return share > 0;
}
`;

test.describe('a recorded run', () => {
  test.beforeEach(async ({ page, site }) => {
    await record(page, site, program, '// nothing');
    await expect(page.locator('.lab-status')).toContainText('exit code 1');
  });

  test('tells who wrote a byte, and goes to the step that did', async ({ page }) => {
    const timeline = timelineOf(page);
    await select(page, 'total');
    const bytes = page.getByRole('region', { name: 'Selected bytes' });
    await expect(bytes).toContainText('Belongs to total, int, value 2');
    const writes = bytes.getByRole('list', { name: 'Writes to these bytes' }).getByRole('listitem');
    await expect(writes).toHaveText([/line 3 .*main: wrote 4 bytes at 0x/, /line 5 .*main: wrote 4 bytes at 0x/]);
    await bytes.getByRole('button', { name: 'Go to the step that wrote this' }).click();
    await expect(timeline).toContainText('Next: line 5 of main.cpp');
    await expect(bytes).toContainText('value 1');
    await expect(writes.last()).toContainText('(later)');
    await bytes.getByRole('button', { name: 'Go to the step that wrote this' }).click();
    await expect(timeline).toContainText('Next: line 3 of main.cpp');
    await expect(bytes).toContainText('Nothing recorded wrote this before.');
  });

  test('says what each step wrote by its type, and shows it among the bytes when asked', async ({ page }) => {
    const timeline = timelineOf(page);
    await select(page, 'total');
    await timeline.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await pressUntil(timeline, 'ArrowRight', 'Next: line 7');
    await expect(timeline).toContainText('Line 6 of main.cpp stored 4 bytes, value 0.5, at 0x');
    await expect(timeline.locator('code')).toHaveText(['0.5', 'share']);
    const changed = page.locator('.byte[data-changed]');
    await expect(changed).toHaveCount(0);
    await page.getByRole('button', { name: 'The step wrote share' }).click();
    await expect(changed.first()).toBeInViewport();
  });

  test('stops at the next line that has code where the one that was meant has none', async ({ page }) => {
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Control+Home');
    for (let line = 1; line < 4; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F9');
    await page.getByText('Stops (1)').click();
    await expect(page.getByText('main.cpp, line 5')).toBeVisible();
    await page.getByRole('button', { name: 'Go back to the stop before' }).click();
    await expect(timelineOf(page)).toContainText('Next: line 5 of main.cpp');
  });
});

test('an editor that comes to the front has its numbers beside its lines', async ({ page, site }) => {
  await page.goto(`${site}lessons/detached-views/`);
  const timeline = timelineOf(page);
  await expect(timeline).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await timeline.getByRole('slider').focus();
  const files = new Set<string | null>();
  for (let step = 0; step < 14; step++) {
    await page.keyboard.press('ArrowLeft');
    await settled(timeline);
    await page.waitForTimeout(100); // the editor comes to the front in frames of its own
    const tops = await page.evaluate(() =>
      ['.monaco-editor .margin', '.monaco-editor .lines-content'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
      ),
    );
    expect(tops[0]).toBe(tops[1]);
    files.add(await page.getByRole('tablist', { name: 'Files' }).getByRole('tab', { selected: true }).textContent());
  }
  expect([...files].sort()).toEqual(['lab.js', 'main.cpp']);
});

const timelineOf = (page: Page) => page.getByRole('region', { name: 'Timeline' });

/** Selects a symbol's bytes, as a visitor does who knows its name. */
async function select(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Go to' }).fill(name);
  await page.keyboard.press('Enter');
}
