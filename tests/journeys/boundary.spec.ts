import { axeFindings } from './axe.ts';
import { record } from './replace-text.ts';
import { expect, test } from './site.ts';

const program = `#include <emscripten.h>
#include <stdlib.h>
#include <string.h>
extern "C" EMSCRIPTEN_KEEPALIVE void* keep(void) { return malloc(24); }
extern "C" EMSCRIPTEN_KEEPALIVE int measure(const char* text) {
  return (int)strlen(text);
}
int main() {
  return 0;
}
`;
const script = `console.log(Module.ccall('measure', 'number', ['string'], ['h\u00e9']));
const kept = Module.stringToNewUTF8('leak');
console.log(kept > 0);
`;

test('a call over the boundary opens, tells what it copied, and leads to its steps and bytes', async ({
  page,
  site,
}) => {
  const timeline = await record(page, site, program, script);

  // The host looked at memory while the script printed and called: no view of that is the script's.
  await page.getByRole('tab', { name: 'Views' }).click();
  await expect(page.getByText('No views yet')).toBeVisible();
  await page.getByRole('tab', { name: 'Calls' }).click();
  const boundary = page.getByRole('region', { name: 'Over the boundary' });
  await expect(boundary).toContainText('2 calls, 9 bytes copied in, 0 out');
  const rows = boundary.locator('> ol > li');
  await rows.first().locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(rows.first()).toContainText('wrote "hé", 2 UTF-16 units, as 4 bytes of UTF-8 with the NUL at its end');
  await rows.nth(1).locator('summary').click();
  await expect(rows.nth(1)).toContainText(
    'JavaScript allocated it: line 2 of lab.js must free it. Nobody did in this run.',
  );

  await rows
    .nth(1)
    .getByRole('button', { name: /^lab\.js, line 2/ })
    .click();
  await expect(timeline).toContainText('Next: line 2 of lab.js');
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'step');
  await rows.nth(1).getByRole('button', { name: 'Show its 5 bytes' }).first().click();
  await expect(page.getByRole('region', { name: 'Selected bytes' })).toContainText('5 bytes');

  await page.getByRole('combobox', { name: 'Kind of event' }).selectOption({ label: '⇄ crossing' });
  await page.getByRole('button', { name: 'Go to the event of this kind before' }).click();
  await expect(timeline).toContainText('Next: line 1 of lab.js');
  await expect(rows.first()).toHaveAttribute('aria-current', 'step');
  await boundary.getByRole('button', { name: 'Time these calls' }).click();
  const times = boundary.getByRole('table', { name: 'Times of a plain run, not recorded' });
  await expect(times.getByRole('row', { name: /^ccall call of the glue 1 / })).toBeVisible();
  await expect(times.getByRole('row', { name: /^measure call of the program 1 (less than|about)? ?\d/ })).toBeVisible();
  await expect(times.getByRole('row', { name: /^stringToUTF8Array copy 2 / })).toBeVisible();
  await expect(boundary).toContainText(/Times of (one plain run|\d+ plain runs), not recorded/);
  const took = 'plain run: (less than |about )?[\\d.]+ (ms|µs|ns)';
  await expect(rows.first().locator('summary')).toHaveText(
    new RegExp(`4 bytes copied in, 0 out; ${took}, of it copies: (less than|about|\\d)`),
  );
  await expect(rows.nth(1)).toContainText(/5 bytes of UTF-8.*Plain run: (less than|about|\d)/);
  expect(await axeFindings(page, { within: '.boundary' })).toEqual([]);
});
