import { expect } from '@playwright/test';
import { moduleCases } from '../javascript/module-cases.ts';
import { natively } from '../javascript/natively.ts';
import { play, start, test } from './sandbox-page.ts';

const nothing = 'int main() {}';

for (const name of ['values are live, and cannot be assigned to', 'cycles with waiting', 'defaults of any kind']) {
  test(`modules print in the sandbox what they print in Node: ${name}`, async ({ page, server }) => {
    const files = moduleCases[name] ?? {};
    const shown = await play(page, server, { program: nothing, steps: [start, { kind: 'files', files }] });
    expect(shown.outcomes.map(({ status }) => status)).not.toContain('threw');
    expect(shown.output).toBe(await natively(files));
  });
}

test('statements of imported files are steps, each at its file', async ({ page, server }) => {
  const files = {
    'lab.js': "import { view, raise } from './helper.js';\nview[0] = 7;\nraise(2);\nconsole.log(view[0]);",
    'helper.js': `export const view = new Uint8Array(memory.buffer, 2048, 4);
export function raise(by) {
  view[0] += by;
}`,
  };
  const shown = await play(page, server, {
    program: nothing,
    steps: [start, { kind: 'files', files }],
    asksViews: true,
  });
  expect(shown.output).toBe('9\n');
  const at = shown.moments.map((moment) => moment.at).filter((place) => place?.includes('.js:'));
  expect([...new Set(at)]).toEqual(['helper.js:1', 'lab.js:2', 'lab.js:3', 'helper.js:3', 'lab.js:4']);
});

test('an import of what is no file of the program is refused, and reaches nobody', async ({ page, server }) => {
  const address = `${server.address}secret.js`;
  const files = { 'lab.js': `const name = 1;\nimport x from '${address}';`, 'other.js': 'console.log("other");' };
  const shown = await play(page, server, { program: nothing, steps: [start, { kind: 'files', files }] });
  expect(shown.outcomes.slice(1)).toMatchObject([
    { status: 'threw', message: expect.stringContaining('reach no address'), location: { path: 'lab.js', line: 2 } },
    { status: 'finished' },
  ]);
  expect(server.takeRequests()).not.toContainEqual(expect.stringContaining('secret'));
});
