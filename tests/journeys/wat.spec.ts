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

test('a script makes the instances of C and of the WAT beside it, and one sees both at work', async ({
  page,
  site,
}) => {
  await page.goto(`${site}playground/`);
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
  await page.getByText('Files and links').click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a zip or files' }).press('Enter'),
  ]);
  const zip = zipSync({
    'two/main.c': strToU8(`#include <emscripten/emscripten.h>
__attribute__((import_module("env"), import_name("add"))) int add(int one, int other);
int kept = 40;
EMSCRIPTEN_KEEPALIVE void raise(int by) { kept = add(kept, by); }
`),
    'two/sum.wat': strToU8(`(module (func (export "add") (param i32 i32) (result i32)
  (i32.add (local.get 0) (local.get 1))))`),
    'two/lab.js': strToU8(`const sum = await WebAssembly.instantiateStreaming(fetch('sum.wasm'));
const { add } = sum.instance.exports;
const { instance } = await WebAssembly.instantiateStreaming(fetch('main.wasm'), { env: { add } });
instance.exports.raise(2);
`),
  });
  await chooser.setFiles({ name: 'two.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const count = (await timeline.locator('.timeline-count').textContent()) ?? '';
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(timeline.locator('.timeline-count')).not.toHaveText(count, { timeout: 90_000 });
  await expect(timeline).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await timeline.getByRole('slider').focus();
  await pressUntil(timeline, 'ArrowLeft', 'Line 4 of main.c stored 4 bytes, value 42');
});
