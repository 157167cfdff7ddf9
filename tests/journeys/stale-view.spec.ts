import { axeFindings } from './axe.ts';
import { record } from './replace-text.ts';
import { expect, test } from './site.ts';

const program = `#include <emscripten.h>
#include <stdlib.h>
extern "C" EMSCRIPTEN_KEEPALIVE void work(void) {
  free(malloc(20 << 20));
}
int main() {
  return 0;
}
`;
const script = `const heap = Module.HEAPU8;
exports.work();
console.log(heap[1024]);
`;

test('the use of a stale view is found, with its line and what detached it, and leads to the step', async ({
  page,
  site,
}) => {
  const timeline = await record(page, site, program, script);

  await page.getByRole('tab', { name: 'Findings' }).click();
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings).toContainText(
    "Read element 1,024 of the glue's HEAPU8, which is detached: that gives undefined.",
  );
  await expect(findings.getByRole('button', { name: /^main\.cpp, line 4/ })).toBeVisible();
  await findings.getByRole('button', { name: /^lab\.js, line 3/ }).click();
  await expect(timeline).toContainText('Next: line 3 of lab.js');

  await page.getByRole('tab', { name: 'Views' }).click();
  const views = page.getByRole('region', { name: 'Views' });
  await expect(views.getByRole('button', { name: /^lab\.js, line 3/ })).toBeVisible();
  expect(await axeFindings(page, { within: '.views-panel' })).toEqual([]);
});
