import { axeFindings } from './axe.ts';
import { replaceText } from './replace-text.ts';
import { expect, test } from './site.ts';

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
  await page.goto(`${site}playground/`);
  await replaceText(page, 1, '// nothing');
  await replaceText(page, 0, program);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
  await expect(page.getByRole('region', { name: 'Timeline' })).toHaveAttribute('data-state', 'ready');
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
  for (let i = 0; i < 40 && !(await timeline.textContent())?.includes('Next: line 19'); i++) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(30);
  }
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
  const next = async () => (await timeline.textContent())?.match(/Next: line (\d+)/)?.[1];
  for (let i = 0; i < 30 && (await next()) !== '18'; i++) {
    await page.keyboard.press('F10');
    await page.waitForTimeout(60);
  }
  expect(await next()).toBe('18');
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
