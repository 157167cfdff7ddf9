import { describe, expect, it } from 'vitest';
import { file, pagewise, sums } from './test-terminal.ts';

const traps = file('traps.c', 'int main(void) {\n  volatile int zero = 0;\n  return 1 / zero;\n}\n');

describe('run', () => {
  it('passes input, output and status through', async () => {
    expect(await pagewise(['run', sums], '5')).toEqual({ status: 7, out: '7\n', err: '' });
  });

  it('tells where a trap ended the program', async () => {
    const { status, err } = await pagewise(['run', traps]);
    expect(status).toBe(134);
    expect(err).toBe(`${traps}:3: pagewise: the program was ended: a whole number was divided by zero\n`);
  });

  it('tells what does not compile as compilers do', async () => {
    const wrong = file('wrong.c', 'int main(void) { return x; }\n');
    const { status, err } = await pagewise(['run', wrong]);
    expect(status).toBe(1);
    expect(err).toContain(`${wrong}:1:25: error: use of undeclared identifier 'x'`);
  });

  it('tells which file cannot be read', async () => {
    const { status, err } = await pagewise(['run', 'nowhere.c']);
    expect([status, err]).toEqual([2, 'pagewise: nowhere.c cannot be read: there is no such file\n']);
  });
});

describe('a trace in words', () => {
  it('tells each step in a sentence, what was printed, and how it ended', async () => {
    const { status, out, err } = await pagewise(['trace', sums], '5');
    expect([status, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[4]).toMatch(/^ {5}4 +add: Line 6 of sums\.c stored 4 bytes, value 7, at 0x[0-9a-f]{5}, total\.$/);
    expect(lines.map((line) => line.trim())).toContain('stdout "7\\n"');
    expect(lines.at(-2)).toBe('pagewise: the program finished with exit status 7 after 9 steps');
  });

  it('tells the frames of a step', async () => {
    const { out } = await pagewise(['trace', sums, '--at=5'], '5');
    expect(out).toContain(`  add, ${sums}:7\n    int a = 5 at 0x`);
    expect(out).toContain('int total = 7 at 0x');
  });

  it('tells the line of a trap', async () => {
    const { status, out } = await pagewise(['trace', traps]);
    expect(status).toBe(0);
    expect(out).toContain(`${traps}:3: pagewise: the program was ended: a whole number was divided by zero\n`);
  });

  it('refuses a step that the run does not have', async () => {
    const { status, err } = await pagewise(['trace', sums, '--at=11'], '5');
    expect([status, err]).toEqual([2, 'pagewise: there is no step 11: the run has steps 0 to 9\n']);
  });
});

describe('a check', () => {
  it('compares replayed with real memory at different steps and at the end', async () => {
    const { status, out } = await pagewise(['trace', sums, '--check', '--samples=4'], '5');
    expect(status).toBe(0);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line).toMatch(/^step \d+, beside .*: 16777216 bytes, all the same$/);
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(5);
    expect(lines.at(-1)).toContain('step 9, beside the end of the plain module');
  });

  it('chooses the steps by the seed', async () => {
    const of = async (seed: number) =>
      (await pagewise(['trace', sums, '--check', '--samples=3', `--seed=${seed}`], '5')).out;
    expect(await of(2)).toBe(await of(2));
    expect(await of(2)).not.toBe(await of(3));
  });

  it('finds a program that does not repeat itself, and fails', async () => {
    const source = `#include <unistd.h>
unsigned char bytes[64];
int main(void) {
  getentropy(bytes, sizeof bytes);
  return 0;
}
`;
    const { status, out } = await pagewise(['trace', file('random.c', source), '--check', '--json']);
    expect(status).toBe(1);
    const { check } = JSON.parse(out);
    expect(check).toMatchObject({ seed: 1, isSame: false });
    const [last] = check.comparisons.slice(-1);
    expect(last.difference).toMatch(/^at 0x[0-9a-f]{5} memory has \d+, the recording \d+$/);
  });
});
