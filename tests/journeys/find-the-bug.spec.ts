import { axeFindings } from './axe.ts';
import { expect, test } from './site.ts';

test('a bug is found by looking, with the keyboard alone; the fixed program has no finding; it stays found', async ({
  page,
  site,
}) => {
  await page.goto(`${site}find-the-bug/`);
  await expect(page.getByText('0 of 10 found')).toBeVisible();
  await page.getByRole('link', { name: 'The total that stays 0' }).press('Enter');
  await expect(page).toHaveURL(/find-the-bug\/total-of-zero\/$/);

  await expect(page.locator('.lab-status')).toContainText('lab.js ended');
  // The lab begins where the scores should be in their block, and it is in sight.
  const chosen = page.locator('.bytes-panel .byte[aria-selected="true"]');
  await expect(chosen).toHaveText(Array.from({ length: 16 }, () => '00'));
  await page.getByRole('tab', { name: 'Findings (1)' }).click();
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('address as index');
  await expect(page.getByRole('heading', { name: 'What happens' })).toHaveCount(0);

  const line = page.getByLabel('Line', { exact: true });
  await line.focus();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(page.locator('.bug-form [role="status"]')).toContainText('Not line 4 of lab.js');
  await line.press('Backspace');
  await page.keyboard.type('6');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Check' })).toBeFocused();
  await page.keyboard.press('Enter');
  const result = page.locator('.bug-form [role="status"]');
  await expect(result).toContainText('Found: line 6 of lab.js');
  await expect(result).toBeFocused();
  await expect(page.locator('ins')).toContainText('(scores >> 2) + i');

  await page.getByRole('button', { name: 'Run the fixed program' }).press('Enter');
  await expect(page.getByRole('tab', { name: 'Findings', exact: true })).toBeVisible();
  await expect(chosen.first()).toHaveText('0C');
  await page.getByRole('button', { name: 'Go to the end' }).click();
  await page.getByRole('tab', { name: 'Console' }).click();
  await expect(page.locator('.lab')).toContainText('total: 100');
  expect(await axeFindings(page, { within: '.bug .prose' })).toEqual([]);

  await page.goto(`${site}find-the-bug/`);
  await expect(page.getByText('1 of 10 found')).toBeVisible();
  await page.getByRole('link', { name: 'The total that stays 0' }).click();
  await expect(result).toContainText('Found: line 6 of lab.js');
});

test('the answer can be looked up, which is not to find it', async ({ page, site }) => {
  await page.goto(`${site}find-the-bug/slower-with-each-preview/`);
  await expect(page.locator('.lab-status')).toContainText('lab.js ended');
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page.locator('.bug-form')).toContainText('It is line 2 of lab.js.');
  await expect(page.locator('ins')).toContainText('picture.delete();');
  await page.getByRole('button', { name: 'Run the fixed program' }).click();
  await expect(page.getByRole('tab', { name: 'Findings', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'All bugs' }).click();
  await expect(page.getByText('0 of 10 found')).toBeVisible();
  await expect(page.getByText('answer seen')).toBeVisible();
});
