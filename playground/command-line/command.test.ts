import { describe, expect, it } from 'vitest';
import { parseCommand } from './command.ts';
import { help, roomy, topics } from './help.ts';

const message = (...args: string[]) => {
  const command = parseCommand(args);
  return command.kind === 'misused' ? command.message : command;
};
const traced = (...args: string[]) => {
  const command = parseCommand(['trace', 'a.c', ...args]);
  if (command.kind !== 'trace') throw new Error(JSON.stringify(command));
  return command.choice;
};

it('gives a program what follows the two dashes, options or not', () => {
  const command = parseCommand(['run', '-O2', 'a.c', 'b.c', '--std', 'c99', '--', '--json', '-x']);
  const settings = { ...roomy, standard: 'c99', optimisation: 'O2' };
  expect(command).toEqual({
    kind: 'run',
    program: { files: ['a.c', 'b.c'], arguments: ['--json', '-x'], settings },
  });
});

it('helps with each command, and with all of them', () => {
  expect(parseCommand([])).toEqual({ kind: 'help', topic: null });
  for (const topic of topics) {
    expect(parseCommand([topic, '--help'])).toEqual({ kind: 'help', topic });
    expect(help(topic)).toContain(`Usage: pagewise ${topic} `);
    expect(help(null)).toContain(`  ${topic} `);
  }
});

describe('a trace', () => {
  it('prints all parts but frames as JSON, and steps and findings in words', () => {
    expect(traced('--json').parts).toEqual([
      'steps',
      'stores',
      'accesses',
      'allocations',
      'growth',
      'views',
      'output',
      'findings',
    ]);
    expect(traced().parts).toEqual(['steps', 'findings']);
  });

  it('prints the parts that are asked for, in its own order', () => {
    expect(traced('--only=output,steps').parts).toEqual(['steps', 'output']);
  });

  it('prints the frames of one step', () => {
    expect(traced('--at', '7')).toMatchObject({ parts: ['frames'], from: 7, to: 7 });
  });

  it('takes a range of steps, open at its end', () => {
    expect(traced('--from=3')).toMatchObject({ from: 3, to: null });
    expect(traced('--to=3')).toMatchObject({ from: 0, to: 3 });
  });

  it('compares ten steps unless told otherwise', () => {
    expect(traced('--check').check).toEqual({ samples: 10, seed: 1 });
    expect(traced('--check', '--samples=3', '--seed=9').check).toEqual({ samples: 3, seed: 9 });
  });
});

it('loads and the kind of log are chosen for instrumenting', () => {
  expect(parseCommand(['instrument', 'a.wasm', '-o', 'b.wasm', '--loads', '--instance'])).toEqual({
    ...{ kind: 'instrument', input: 'a.wasm', output: 'b.wasm', loads: true, recording: 'instance' },
  });
});

it.each([
  ['there is no command `frob`; there are `run`, `trace`, `measure`, `instrument`, `lesson`, `grade`', 'frob'],
  ['no file is named', 'run'],
  ['there is no option `--frob`', 'run', '--frob', 'a.c'],
  ['there is no option `--json`', 'run', '--json', 'a.c'],
  ['--std is one of c89 c99 c11 c17 c23 c++11 c++14 c++17 c++20 c++23', 'run', '--std=c42', 'a.c'],
  ['there are -O0 and -O2', 'run', '-O3', 'a.c'],
  ['--stack-size needs a whole number', 'run', '--stack-size=1e3', 'a.c'],
  ['a `.wasm` is a whole program: name it alone', 'run', 'a.wasm', 'b.c'],
  ["option '--at <value>' argument missing", 'trace', 'a.c', '--at'],
  ['--at is one step: without --from and --to', 'trace', 'a.c', '--at=1', '--to=2'],
  ['--to comes before --from', 'trace', 'a.c', '--from=3', '--to=2'],
  ['--samples and --seed go with --check', 'trace', 'a.c', '--seed=2'],
  [
    '--only takes, with commas between them, steps stores accesses allocations growth views output frames findings',
    ...['trace', 'a.c', '--only=steps,bytes'],
  ],
  ['no module is named', 'instrument', '-o', 'b.wasm'],
  ['one module at a time', 'instrument', 'a.wasm', 'c.wasm', '-o', 'b.wasm'],
  ['-o OUT.wasm is missing', 'instrument', 'a.wasm'],
])('says what is wrong: %s', (words, ...args) => {
  expect(message(...args)).toBe(words);
});
