import { axeFindings } from './axe.ts';
import { record } from './replace-text.ts';
import { expect, test } from './site.ts';
import { pressUntil } from './steps.ts';

const program = `#include <cstdio>
#include <string>
#include <vector>

int total = 0;

int add(const std::vector<int>& numbers) {
  int sum = 0;
  for (int number : numbers)
    sum += number;
  return sum;
}

int main() {
  std::vector<int> numbers = {1, 2, 39};
  std::string name = "a name that needs the heap";
  int* data = new int[4];
  total = add(numbers);
  std::printf("%s %d\\n", name.c_str(), total);
  delete[] data;
  delete[] data;
}
`;

test.beforeEach(async ({ page, site }) => {
  await record(page, site, program, '// nothing');
  await expect(page.locator('.lab-status')).toContainText('exit code 0');
});

test('a visitor steps back from the end, reads variables, and follows a double free to its cause', async ({ page }) => {
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await page.getByRole('tab', { name: /Findings/ }).click();
  await expect(page.getByRole('tabpanel', { name: /Findings/ })).toContainText('a second time');
  await page.getByRole('tab', { name: 'Stack' }).click();
  const slider = timeline.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(timeline).toContainText('Next: line 15 of main.cpp');
  await page.keyboard.press('End');
  await pressUntil(timeline, 'ArrowLeft', 'Next: line 19');
  await expect(timeline).toContainText('After line 11 of main.cpp, line 18 stored 4 bytes, value 42,');
  const stack = page.getByRole('tabpanel', { name: 'Stack' });
  await expect(stack.getByRole('row', { name: /numbers/ })).toContainText('{3 elements}');
  await expect(stack.getByRole('row', { name: /name/ }).first()).toContainText('"a name that needs the heap"');
  await expect(stack.getByRole('row', { name: /total/ })).toContainText('42');
  await expect(stack.getByRole('row', { name: /data/ }).first()).toContainText('block');
});

test('the keyboard steps over a call and out of one, and the bytes are those of the step', async ({ page }) => {
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('slider').focus();
  await page.keyboard.press('Home');
  for (let line = 15; line < 18; line++) await page.keyboard.press('F10');
  await expect(timeline).toContainText('Next: line 18 of main.cpp');
  await page.keyboard.press('F11');
  await expect(timeline).toContainText('Next: line 8 of main.cpp');
  await page.getByRole('tab', { name: 'Stack' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Stack' })).toContainText('add');
  await page.keyboard.press('Shift+F11');
  await expect(timeline).toContainText('Next: line 19 of main.cpp');
  await page.keyboard.press('Control+F10');
  await expect(timeline).toContainText('Next: line 18 of main.cpp');
});

test('a recorded run has no accessibility violations', async ({ page }) => {
  await page.getByRole('tab', { name: 'Stack' }).click();
  await page.getByRole('slider').first().press('ArrowLeft');
  expect(await axeFindings(page, { without: '.monaco-editor' })).toEqual([]);
});
