import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DrivenPage, waitUntil } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { serveSite } from './site.ts';
import { openWebKit } from './webkit.ts';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const press = (label: string): string =>
  `const b = [...document.querySelectorAll('button')].find((x) => x.textContent.trim() === ${JSON.stringify(label)} && !x.disabled); b?.click(); return Boolean(b);`;
const text = 'return document.querySelector(".console")?.textContent ?? ""';

describe.each([
  ['Firefox', openFirefox],
  ['WebKit', openWebKit],
])('in %s', (_name, open) => {
  let page: DrivenPage;
  beforeAll(async () => {
    page = await open();
  });
  afterAll(() => page?.close());

  it('a visitor compiles and runs the playground, and sees a view detach', async () => {
    await page.open(`${site.address}playground/`);
    await waitUntil(page, 'the Run button', press('Run'));
    await page.evaluate(press('Console'));
    await waitUntil(page, 'the end of main', `${text}.includes("exit code 0")`, 120_000);
    await waitUntil(page, 'Run JavaScript', press('Run JavaScript'));
    await waitUntil(page, 'what the script printed', `${text}.includes("the view has 0 elements")`);
    await page.evaluate(press('Views'));
    const views = await waitUntil(page, 'the ghost', 'return document.querySelector(".views-panel")?.textContent');
    expect(views).toContain('detached');
  });
});
