import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompileSettings, defaultSettings, type SourceFile } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { readExamples } from '../compare-with-emcc/examples.ts';
import type { CompilerPage } from '../compiler-page/main.ts';
import { openCompilerPage } from '../compiler-page/open.mjs';

declare const compilerPage: CompilerPage;

const opened = openCompilerPage();
const inNode = createNodeCompiler();

async function openPage() {
  const { browser, address } = await opened;
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'compilerPage' in globalThis);
  return page;
}
let page: Awaited<ReturnType<typeof openPage>>;

const inPage = (files: readonly SourceFile[], settings: CompileSettings, cancelAfter?: number) =>
  page.evaluate(
    async ([sources, chosen, limit]) => {
      const { compilation, bytes } = await compilerPage.compile(sources, chosen, limit);
      return { status: compilation.status, bytes };
    },
    [files, settings, cancelAfter] as const,
  );

/** Waits until the page has built the precompiled header that a first program made it want. */
async function untilHeaderIsKept(name: string): Promise<void> {
  for (;;) {
    const kept = await page.evaluate(() => compilerPage.kept());
    if (kept.some((key) => key.includes(name))) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const programs = readExamples().map(({ source }) => source);

beforeAll(async () => {
  page = await openPage();
  await inPage([{ path: 'main.cpp', text: '#include <vector>\nint main() {}\n' }], defaultSettings);
  await untilHeaderIsKept('standard');
});
afterAll(async () => (await opened).close());

describe('the page’s compiler and Node’s', () => {
  it.each(programs.map((file) => [file.path, file] as const))('make the same bytes of %s', async (_name, file) => {
    const fromNode = await inNode.compile([file], defaultSettings);
    if (fromNode.status !== 'compiled') throw new Error(JSON.stringify(fromNode));
    const { bytes } = await inPage([file], defaultSettings);
    expect(Buffer.from(bytes ?? []).equals(Buffer.from(fromNode.wasm))).toBe(true);
  });

  it('give the same messages', async () => {
    const files = [{ path: 'main.cpp', text: '#include <vector>\nint main() { std::map<int, int> m; }\n' }];
    const fromPage = await page.evaluate(([sources, settings]) => compilerPage.checkSyntax(sources, settings), [
      files,
      defaultSettings,
    ] as const);
    expect(fromPage).toEqual(await inNode.checkSyntax(files, defaultSettings));
  });
});

describe('the compiler in the page', () => {
  const code = '#include <vector>\n#include <regex>\nint main() { return std::regex("a*").mark_count(); }\n';

  it('gives up a compilation that is cancelled, and compiles again after it', async () => {
    const files = [{ path: 'main.cpp', text: code }];
    expect((await inPage(files, defaultSettings, 50)).status).toBe('cancelled');
    expect((await inPage(files, defaultSettings)).status).toBe('compiled');
  });

  it('loads nothing on a second visit', async () => {
    const second = await page.context().newPage();
    const fetched: string[] = [];
    second.on('request', (request) => fetched.push(request.url()));
    await second.goto((await opened).address);
    await second.waitForFunction(() => 'compilerPage' in globalThis);
    expect(await second.evaluate(() => compilerPage.prepare())).toMatchObject({ received: 0 });
    expect(fetched.filter((address) => address.endsWith('.bin'))).toEqual([]);
  });

  it('fetches again what arrived damaged', async () => {
    const { browser, address } = await opened;
    const context = await browser.newContext();
    let damaged = 0;
    await context.route('**/sysroot-*', async (route) => {
      if (damaged++ > 0) return route.continue();
      const body = await (await route.fetch()).body();
      body.fill(0x20, 1000, 2000);
      await route.fulfill({ body });
    });
    const fresh = await context.newPage();
    await fresh.goto(address);
    await fresh.waitForFunction(() => 'compilerPage' in globalThis);
    const { received } = await fresh.evaluate(() => compilerPage.prepare());
    expect(received).toBeGreaterThan(0);
    expect(damaged).toBe(2);
    await context.close();
  });

  it('says in words that it cannot be fetched, and can be tried again', async () => {
    const { browser, address } = await opened;
    const context = await browser.newContext();
    const fresh = await context.newPage();
    await fresh.goto(address);
    await fresh.waitForFunction(() => 'compilerPage' in globalThis);
    await context.route('**/*.bin', (route) => route.abort());
    const message = await fresh.evaluate(() => compilerPage.prepare().catch((error: Error) => error.message));
    expect(message).toContain('Look at the connection and try again');
    await context.unroute('**/*.bin');
    expect(await fresh.evaluate(() => compilerPage.prepare())).toMatchObject({ reports: expect.any(Number) });
    await context.close();
  });
});
