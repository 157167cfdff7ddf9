import { axeFindings } from './axe.ts';
import { record } from './replace-text.ts';
import { expect, test } from './site.ts';

/** Far more lines than a recording holds, and then a division by zero. */
const program = `volatile unsigned last = 1;

int main() {
  for (unsigned i = 0; i < 6000000; i++)
    last = last * 1664525u + i;
  int even = 42;
  int divisor = 0;
  return even / divisor;
}
`;

test('a visitor steps back from a crash at the end of a long run', async ({ page, site }) => {
  test.setTimeout(240_000);
  const timeline = await record(page, site, program, '// nothing');
  await expect(page.locator('.lab-status')).toContainText('line 8');
  await expect(timeline).toContainText('the program is run again');
  const slider = timeline.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('End');
  await page.getByRole('tab', { name: 'Stack' }).click();
  const stack = page.getByRole('tabpanel', { name: 'Stack' });
  await slider.focus();
  await expect(timeline).toContainText('a whole number was divided by zero');
  await page.keyboard.press('ArrowLeft');
  await expect(timeline).toContainText('Next: line 8 of main.cpp', { timeout: 30_000 });
  await expect(stack.getByRole('row', { name: /divisor/ })).toContainText('0');
  await page.keyboard.press('ArrowLeft');
  await expect(timeline).toContainText('Next: line 7 of main.cpp');
  await expect(stack.getByRole('row', { name: /even/ })).toContainText('42');
  for (let back = 0; back < 4; back++) await page.keyboard.press('ArrowLeft');
  await expect(timeline).toContainText('Next: line 5 of main.cpp');
  await expect(stack.getByRole('row', { name: /^i\b/ })).toContainText('5999999');
  await expect(timeline.getByRole('img', { name: /The run has/ })).not.toHaveAccessibleName(/NaN/);
  expect(await axeFindings(page, { within: '.timeline' })).toEqual([]);
});
