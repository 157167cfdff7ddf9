import { describe, expect, it } from 'vitest';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
import type { ProgramSource } from '../build/executed-program.ts';
import type { Decide } from '../build/prove-exercise.ts';
import { exampleProgram } from '../build/testing-tools.ts';
import { proveSamples } from './prove-samples.ts';
import { doesNotCompile } from './read-samples.ts';

const checks = ['finishes', 'no-leak'].map(
  (source): StatedCheck => ({ source, check: { kind: 'finishes' }, statement: '' as Html, advice: null }),
);
const program = (text: string): ProgramSource => ({ ...exampleProgram, files: [{ path: 'main.cpp', text }] });
const exercise = { checks, starter: program(''), solution: program('') };

/** A program is the list of checks that it fails. */
const decide: Decide = async ({ files }) => {
  const text = files[0]?.text ?? '';
  if (text === doesNotCompile) {
    const error = { severity: 'error', path: 'main.cpp', line: 3, column: 1, message: 'no type' } as const;
    return { status: 'did-not-compile', diagnostics: [error] };
  }
  const verdicts = checks.map(({ source }) => {
    const passed = !text.includes(source);
    return { passed, found: passed ? null : `found ${source}`, location: null, moment: null };
  });
  return { status: 'decided', verdicts, broke: null };
};

const proved = async (fails: string | null, text: string) => {
  const samples = [{ name: 'a-sample', fails, program: program(text), file: 'main.cpp' }];
  return (await proveSamples(exercise, samples, decide)).map(({ message }) => message);
};

describe('a sample', () => {
  it('that is right passes every check', async () => {
    expect(await proved(null, '')).toEqual([]);
    expect(await proved(null, 'no-leak')).toEqual(['`a-sample` fails `no-leak`: found no-leak']);
    expect(await proved(null, doesNotCompile)).toEqual(['`a-sample` does not compile: main.cpp:3: no type']);
  });

  it('that is wrong fails first what it names', async () => {
    expect(await proved('no-leak', 'no-leak')).toEqual([]);
    expect(await proved('finishes', 'finishes no-leak')).toEqual([]);
    expect(await proved('no-leak', 'finishes no-leak')).toEqual([
      'this should fail `no-leak` first; it fails `finishes`: found finishes',
    ]);
    expect(await proved('no-leak', '')).toEqual([
      'this passes every check, and should fail `no-leak`: strengthen the checks',
    ]);
  });

  it('that is not to compile does not', async () => {
    expect(await proved(doesNotCompile, doesNotCompile)).toEqual([]);
    expect(await proved('no-leak', doesNotCompile)).toEqual([
      'this should fail `no-leak` first; it fails `does not compile`: main.cpp:3: no type',
    ]);
    expect(await proved(doesNotCompile, '')).toHaveLength(1);
  });
});
