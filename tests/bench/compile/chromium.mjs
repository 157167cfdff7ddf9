import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../compiler-page/open.mjs';

/** A browser profile in a new folder; each `open` starts Chromium anew with what the last one kept. */
export function newProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'pagewise-profile-'));
  return {
    open: () => chromium.launchPersistentContext(folder, launchOptions),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Opens the compiler's page. */
export async function visit(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'compilerPage' in globalThis);
  return page;
}

/** Compiles in the page. `milliseconds` is from the edit to the linked module, `sinceOpening` from the page's navigation. */
export async function compileInPage(page, { name, path, text }, edit) {
  const { status, ...times } = await page.evaluate(
    async (files) => {
      const { compilerPage } = globalThis;
      const { milliseconds, compilation } = await compilerPage.compile(files, compilerPage.defaultSettings);
      return { status: compilation.status, milliseconds, sinceOpening: performance.now() };
    },
    [{ path, text: text(edit) }],
  );
  if (status !== 'compiled') throw new Error(`${name} does not compile`);
  return times;
}

/** Resolves when the browser has kept the precompiled header that this program wants. */
export async function untilHeaderIsKept(page, { header }) {
  const isKept = async () =>
    (await page.evaluate(() => globalThis.compilerPage.kept())).some((key) => key.includes(header));
  while (header && !(await isKept())) await page.waitForTimeout(200);
}
