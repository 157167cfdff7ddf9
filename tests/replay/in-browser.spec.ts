import { test as base, expect } from '@playwright/test';
import { needsEmbind } from '../../playground/session/host/imports.ts';
import { compileProgram, corpus } from './corpus.ts';
import { moduleCases } from './modules/module-cases.ts';
import { serveReplayPage } from './serve-page.ts';

const programs = [...corpus('O0'), ...corpus('O2')];

/** Steps along each run at which memory is compared. */
const places = 2;
/** Programs of one test: so many that both workers have about as much to do. */
const together = 20;

const test = base.extend<object, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const { address, close } = await serveReplayPage(programs);
      await use(address);
      await close();
    },
    { scope: 'worker' },
  ],
});

for (let first = 0; first < programs.length; first += together) {
  const some = programs.slice(first, first + together);
  test(`replays in a second memory are exact: ${some[0]?.name} to ${some.at(-1)?.name}`, async ({ page, address }) => {
    await page.goto(address);
    for (const program of some) {
      const usesEmbind = needsEmbind(new WebAssembly.Module((await compileProgram(program)) as BufferSource));
      const found = await page.evaluate(([name, embind, count]) => replayPage.compare(name, embind, count), [
        program.name,
        usesEmbind,
        places,
      ] as const);
      expect.soft(found, program.name).toMatchObject({ problems: [], recording: 'second-memory' });
      expect.soft(found.compared, program.name).toBeGreaterThan(0);
    }
  });
}

test('several memories are replayed exactly, in a recording and where the program is run again', async ({
  page,
  address,
}) => {
  await page.goto(address);
  const { whole, again } = await page.evaluate((count) => replayPage.compareSeveral(count), 3);
  expect(whole).toMatchObject({ problems: [], compared: 3 });
  expect(again).toEqual([]);
});

test('logs in a second memory tell what modules do, one thing each', async ({ page, address }) => {
  await page.goto(address);
  for (const { name, log, sections = 0 } of moduleCases) {
    const found = await page.evaluate((chosen) => replayPage.record(chosen), name);
    expect.soft(found.problems, name).toEqual([]);
    if (log) expect.soft(found.log, name).toEqual(log);
    expect.soft(found.sections, name).toBeGreaterThanOrEqual(sections);
  }
});
