import { expect, it } from 'vitest';
import { performAfterMain } from './perform-after-main.ts';
import type { Outcome } from './run.ts';

const finished: Outcome = { status: 'finished', exitCode: 7, result: null };
const threw: Outcome = { status: 'threw', message: 'no', location: null };
const program = {
  scripts: [
    { path: 'one.js', text: '1' },
    { path: 'two.js', text: '2' },
  ],
  calls: [{ name: 'add', arguments: ['1'] }],
};

/** What was performed, in order, where the part of this name throws. */
async function performed(main: Outcome, failing: string) {
  const names: string[] = [];
  const perform = async (name: string): Promise<Outcome> => {
    names.push(name);
    return name === failing ? threw : { status: 'finished', exitCode: null, result: null };
  };
  const run = { runJavaScript: (_: string, path: string) => perform(path), call: perform };
  return [await performAfterMain(run, main, program), names];
}

it('performs all in order, and ends as main did', async () => {
  expect(await performed(finished, '')).toEqual([finished, ['one.js', 'two.js', 'add']]);
});

it('ends with the part that does not finish', async () => {
  expect(await performed(finished, 'two.js')).toEqual([threw, ['one.js', 'two.js']]);
  expect(await performed(finished, 'add')).toEqual([threw, ['one.js', 'two.js', 'add']]);
  expect(await performed(threw, '')).toEqual([threw, []]);
});
