import { strToU8, zipSync } from 'fflate';
import { replaceText } from './replace-text.ts';
import { expect, test } from './site.ts';
import { pressUntil } from './steps.ts';

const program = `(module
  (memory (export "memory") 1)
  (func $keep (export "keep") (param $number i32)
    (i32.store (i32.const 16) (local.get $number))))
`;

test('a program in WAT is assembled in the page without the compiler, and one sees its instructions', async ({
  page,
  site,
}) => {
  await page.route('**/compiler/**', (route) => route.abort());
  await page.goto(`${site}playground/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
  await page.getByText('Files and links').click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a zip or files' }).press('Enter'),
  ]);
  const zip = zipSync({ 'keep/main.wat': strToU8(program), 'keep/lab.js': strToU8('exports.keep(1234);\n') });
  await chooser.setFiles({ name: 'keep.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await timeline.getByRole('slider').focus();
  await pressUntil(timeline, 'ArrowLeft', 'Line 1 of lab.js called keep.');
  await page.getByRole('tab', { name: 'Wasm' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Wasm' })).toContainText('i32.store');

  await replaceText(page, 0, program.replace('$number))))', '$nmber))))'));
  const errors = page.getByRole('list', { name: 'Errors and warnings' });
  await expect(errors).toContainText('There is no local called `$nmber`.', { timeout: 90_000 });
});
