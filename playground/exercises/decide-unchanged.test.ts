import { expect, it } from 'vitest';
import type { Destination, Direction, Trace } from '../trace/trace.ts';
import type { Attempt } from './attempt.ts';
import { decideUnchanged, whatStays } from './decide-unchanged.ts';

const starter = `function shout(text) {
  return text;
}

// Leave the rest as it is.
for (const text of ["tea", "café"]) {
  console.log(shout(text)); // once
}`;
const from = 'for (const text of';

/** What is found in a file, and in which line; "passed" where it stays. `ran` are the lines that ran, in order. */
async function found(
  text: string,
  fromText: string | null = from,
  path = 'lab.js',
  ran: readonly number[] | null = null,
  to: string | null = null,
) {
  const stays = whatStays(starter, fromText, to);
  if (stays === null) throw new Error('the line is not clear');
  const find = async (after: number, _: Direction, [to]: readonly Destination[]) => {
    const at = ran?.findIndex((line, step) => step > after && to?.kind === 'source-line' && line === to.line) ?? -1;
    return at === -1 ? null : at;
  };
  const trace = async () => (ran ? ({ find } as Partial<Trace> as Trace) : null);
  const outcome = { status: 'finished', exitCode: null, location: null };
  const attempt = { sources: [{ path, text }], trace, outcome } as Partial<Attempt> as Attempt;
  const verdict = await decideUnchanged({ kind: 'unchanged', path: 'lab.js', from: fromText, to, stays }, attempt);
  return verdict.passed ? 'passed' : `${verdict.found} (${verdict.location?.line ?? 'nowhere'})`;
}

it.each([
  ['as it was', starter],
  ['what comes before it is longer', `const a = 1;\n${starter.replace('return text', 'return text.toUpperCase()')}`],
  ['what comes before it is gone', starter.slice(starter.indexOf('for'))],
  ['other comments', starter.replace('// once', '/* each */').replace('// Leave the rest as it is.', '')],
  ['other quotation marks', starter.replaceAll('"', "'")],
  ['other line breaks', starter.replace('{\n  console', '{ console').replace('"tea", ', '"tea",\n')],
  ['a loop that begins alike before it', starter.replace('return text;', 'for (const text of [1]) return text;')],
])('a file ends as it did: %s', async (_, text) => {
  expect(await found(text)).toBe('passed');
});

it.each([
  [
    'another text',
    starter.replace('"tea"', '"coffee"'),
    'Line 6 of lab.js is not as it was: from "for (const text of" on it has to stay. (6)',
  ],
  [
    'something behind it',
    `${starter}\nexit();`,
    'Line 9 of lab.js is not as it was: from "for (const text of" on it has to stay. (9)',
  ],
  [
    'in a comment',
    starter.replace('for', '/* for'),
    'lab.js has no line with "for (const text of" any more. From there on it has to stay as it was. (nowhere)',
  ],
  [
    'cut off',
    starter.slice(0, -2),
    'Line 7 of lab.js is not as it was: from "for (const text of" on it has to stay. (7)',
  ],
])('a file ends otherwise: %s', async (_, text, words) => {
  expect(await found(text)).toBe(words);
});

it('a whole file stays, or a line of it is named', async () => {
  expect(await found(`// mine\n${starter}`, null)).toBe('passed');
  const words = 'Line 1 of lab.js is not as it was: all of it has to stay.';
  expect(await found(`let a;\n${starter}`, null)).toBe(`${words} (1)`);
  expect(await found(starter, null, 'main.js')).toBe('There is no lab.js any more. It has to stay. (nowhere)');
});

it('a text that is in no line or in several says nothing', () => {
  expect(whatStays(starter, 'while')).toBeNull();
  expect(whatStays(starter, 'text')).toBeNull();
  expect(whatStays(starter, 'Leave the rest')).toBeNull();
});

it('the end of a script has to run, line after line', async () => {
  const longer = `const a = 1;\n${starter}\nexports.done();`;
  expect(await found(starter, from, 'lab.js', [1, 6, 7, 2, 7])).toBe('passed');
  expect(await found(starter, from, 'lab.js', [1, 2])).toBe(
    'Line 6 of lab.js never ran: the script ended before it, or left it out. (6)',
  );
  expect(await found(longer, from, 'lab.js', [1, 7])).toMatch('is not as it was');
});

it('lines from one to another stay, wherever they are, and run', async () => {
  const to = 'console.log(';
  expect(whatStays(starter, from, to)).toMatch(/^for .*\n.*shout\(text\)\);$/);
  expect(whatStays(starter, from, 'return')).toBeNull();
  const wrapped = `try {\n${starter}\n} finally { done(); }`;
  expect(await found(wrapped, from, 'lab.js', [1, 7], to)).toBe('passed');
  expect(await found(wrapped, from, 'lab.js', [1, 2], to)).toMatch('Line 7 of lab.js never ran');
  expect(await found(wrapped.replace('console.', 'if (false) console.'), from, 'lab.js', [1, 7], to)).toBe(
    'Line 8 of lab.js is not as it was: from "for (const text of" to "console.log(" it has to stay. (8)',
  );
});
