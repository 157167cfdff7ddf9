import { axeFindings } from './axe.ts';
import { replaceText } from './replace-text.ts';
import { expect, test } from './site.ts';

const program = `#include <emscripten.h>
static unsigned char bytes[65536];
extern "C" EMSCRIPTEN_KEEPALIVE unsigned char* room() { return bytes; }
int main() { return 0; }`;

const script = `const from = new Uint8Array(65536).fill(7);
const to = new Uint8Array(memory.buffer, exports.room(), from.length);
const amount = { bytes: from.length };
measure('set', () => to.set(from), amount);
measure('each byte', () => { for (let i = 0; i < from.length; i++) to[i] = from[i]; }, amount);
measure('broken', () => { throw new Error('no'); });
`;

test('a learner measures two ways of copying, sees which is faster, and compares with what was measured before', async ({
  page,
  site,
}) => {
  await page.goto(`${site}playground/`);
  const measure = page.getByRole('toolbar', { name: 'Program' }).getByRole('button', { name: 'Measure' });
  await expect(page.locator('.monaco-editor').nth(1)).toBeVisible();
  await expect(measure).toHaveCount(0);
  await replaceText(page, 0, program);
  await replaceText(page, 1, script);
  await measure.click();
  const panel = page.getByRole('region', { name: 'Measure' });
  await expect(panel.getByText('3 variants were measured.')).toBeVisible({ timeout: 120_000 });

  const table = panel.getByRole('table', { name: 'Times', exact: true });
  await expect(table.getByRole('row', { name: /^set line/ })).toContainText('fastest');
  await expect(table.getByRole('row', { name: /^each byte line/ })).toContainText('×');
  await expect(table.getByRole('img').nth(1)).toHaveAttribute('aria-label', /^median /);
  await expect(table.getByRole('row', { name: /^each byte line/ })).toContainText(/first call: (under )?\d/);
  await expect(table).toContainText('Left out: it failed at lab.js, line 6: Error: no');
  await expect(panel).toContainText('Compiled without optimisation: compare with -O2.');
  await expect(panel).toContainText(/Chrome \d+; compiled with -O0, run as the linker wrote it/);
  expect(await axeFindings(page, { within: '.measure-panel' })).toEqual([]);

  await panel.getByRole('button', { name: 'line 5' }).click();
  await expect(page.locator('.monaco-editor').nth(1)).toContainText('each byte');

  await panel.getByLabel('Time for each').selectOption('0.2 seconds');
  await panel.getByRole('button', { name: 'Measure' }).click();
  await expect(panel.getByText('3 variants were measured.')).toBeVisible({ timeout: 60_000 });
  await panel.getByText('Measured before', { exact: true }).click();
  await expect(panel.getByRole('table', { name: 'Times measured before' })).toContainText('each byte');
});

test('Stop keeps what was measured, and a recorded run calls each variant once', async ({ page, site }) => {
  await page.goto(`${site}playground/`);
  await replaceText(page, 1, "let calls = 0;\nmeasure('counts', () => { calls++; console.log('call', calls); });");
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.lab-status')).toContainText('exit code 0', { timeout: 90_000 });
  await page.getByRole('tab', { name: 'Console' }).click();
  await expect(page.getByRole('log')).toContainText('Each variant that measure was given was called once.');
  await expect(page.getByRole('log')).not.toContainText('call 2');

  await replaceText(
    page,
    1,
    "measure('slow', () => { const end = performance.now() + 50; while (performance.now() < end); });",
  );
  await page.getByRole('tab', { name: 'Measure' }).click();
  const panel = page.getByRole('region', { name: 'Measure' });
  await panel.getByLabel('Time for each').selectOption('10 seconds');
  await panel.getByRole('button', { name: 'Measure' }).click();
  await expect(panel.getByRole('row', { name: /^slow line/ })).toContainText('ms', { timeout: 60_000 });
  await panel.getByRole('button', { name: 'Stop measuring' }).click();
  await expect(panel.getByText('Stopped. What was measured until then is kept.')).toBeVisible();
  await expect(panel.getByRole('row', { name: /^slow line/ })).toContainText('fastest');
});
