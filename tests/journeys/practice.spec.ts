import { axeFindings } from './axe.ts';
import { record } from './replace-text.ts';
import { expect, test } from './site.ts';

const program = `#include <cstdio>
int main() {
  int total = 1;
  for (int i = 0; i < 5; ++i) {
    total += total;
  }
  std::printf("%d\\n", total);
}
`;

test('questions about the learner’s own run are asked, checked, and seen to happen', async ({ page, site }) => {
  await record(page, site, program, '');
  await page.getByRole('tab', { name: 'Practice', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Practice' });
  const number = panel.getByRole('spinbutton', { name: 'Number' });
  const prompt = panel.locator('.question .html-paragraphs').first();
  await panel.getByRole('button', { name: 'Ask me about this run' }).press('Enter');
  await expect(prompt).not.toBeEmpty();

  // One by one, until one asks what the loop's line makes of `total`.
  for (let asked = 0; asked < 60 && !/^Line 5 .*What will total be/.test(String(await prompt.textContent())); asked++) {
    const before = await number.inputValue();
    await panel.getByRole('button', { name: 'Another question' }).press('Enter');
    await expect(number).not.toHaveValue(before);
  }
  await expect(prompt).toContainText('What will total be');
  const seed = await number.inputValue();
  const words = String(await prompt.textContent());

  // The Stack panel has what one needs; the question waits meanwhile.
  await page.getByRole('tab', { name: 'Stack', exact: true }).click();
  const row = page.getByRole('row', { name: /^total\b/ }).first();
  const total = Number.parseInt(String(await row.locator('.variable-value').textContent()), 10);
  await page.getByRole('tab', { name: 'Practice', exact: true }).click();
  await expect(prompt).toHaveText(words);

  await panel.getByRole('textbox', { name: 'Answer' }).fill(String(total));
  await panel.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(panel).toContainText('That is what total holds now.');
  await panel.getByRole('button', { name: 'Try again' }).press('Enter');
  await panel.getByRole('textbox', { name: 'Answer' }).fill(String(2 * total));
  await panel.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(panel).toContainText('Right.');
  await expect(panel).toContainText('0 of 1 right at once.');
  await panel.getByRole('button', { name: /^See it happen: step/ }).press('Enter');
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(`value ${2 * total}`);

  // The number asks the same question again.
  await number.fill('1');
  await panel.getByRole('button', { name: 'Another question' }).press('Enter');
  await expect(prompt).not.toHaveText(words);
  await number.fill(seed);
  await panel.getByRole('button', { name: 'Another question' }).press('Enter');
  await expect(prompt).toHaveText(words);

  expect(await axeFindings(page, { within: '.practice-panel' })).toEqual([]);
});

test('a link to questions brings the focus to them', async ({ page, site }) => {
  await page.goto(`${site}lessons/the-stack/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0');
  await page.getByRole('link', { name: 'ask you about this run' }).press('Enter');
  await expect(page.getByRole('tab', { name: 'Practice', exact: true })).toBeFocused();
});
