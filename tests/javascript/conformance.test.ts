import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { expect, it } from 'vitest';
import { instrument } from '../../playground/javascript/instrument.ts';
import { bothWays } from './run-script.ts';

// Tests of ECMAScript's own conformance suite, test262, as they are: each begins with a line that names its file.
const corpus = readFileSync(new URL('./test262.txt', import.meta.url), 'utf8');
const [harness = '', ...tests] = corpus.split(/^=== .*\n/m).slice(1);
const names = [...corpus.matchAll(/^=== (.*)$/gm)].map(([, name]) => name ?? '').slice(1);
const setUp = [new Script(harness)];

it('has at least 200 programs from outside', () => {
  expect(tests.length).toBeGreaterThanOrEqual(200);
});

it.each(tests.map((source, index) => [names[index], source] as const))(
  '%s ends the same with reports',
  async (_, source) => {
    const told = await bothWays(source, setUp);
    if (!told) throw new Error('it was not instrumented');
    const [plain, instrumented] = told;
    expect(plain.ending).toBe('ends');
    expect([instrumented.printed, instrumented.ending]).toEqual([plain.printed, plain.ending]);
    expect(instrumented.reports).toBeGreaterThan(0);
  },
);

it.each(tests.map((source, index) => [names[index], source] as const))(
  '%s keeps its lines and its text',
  (_, source) => {
    const { code, segments } = instrument(source) ?? { code: '', segments: [] };
    expect(code.split('\n')).toHaveLength(source.split('\n').length);
    const pieces = segments.slice(1).map(([at, from], index) => [code[at], source[from], index] as const);
    expect(pieces.filter(([shown, wanted]) => shown !== wanted)).toEqual([]);
  },
);
