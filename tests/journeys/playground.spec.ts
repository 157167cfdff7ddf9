import { expect, test } from './site.ts';

test('a visitor compiles, runs, calls, sees a view detach, makes an error and mends it', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });

  await page.getByRole('tab', { name: 'Map' }).click();
  await expect(page.locator('.map-size')).toContainText('5 pages');
  await page.getByRole('tab', { name: 'Views' }).click();
  await expect(page.getByRole('row', { name: /Uint32Array/ })).toContainText('detached by line 6');

  await page.getByRole('tab', { name: 'Call' }).click();
  await page.getByRole('textbox', { name: 'argument 1 of allocate, i32' }).fill('24');
  await page.getByRole('button', { name: 'allocate', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('returned');
  await page.getByRole('tab', { name: 'Heap' }).click();
  await expect(page.getByRole('row', { name: /24 bytes/ })).toContainText('live');

  await page.getByRole('button', { name: 'Run JavaScript again' }).click();
  await expect(page.locator('.map-size')).toContainText('6 pages');

  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('oops ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Errors and warnings' })).toContainText('main.cpp, line 1', {
    timeout: 60_000,
  });
  for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 60_000 });
});

test('what was typed is there after a reload', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// mine\n');
  await page.reload();
  await expect(page.locator('.code-editor').first()).toContainText('// mine');
});
