import { describe, expect, it } from 'vitest';
import { file, pagewise } from './test-terminal.ts';

const program = file(
  'work.c',
  `#include <stdio.h>
#include <emscripten.h>
static unsigned char bytes[4096];
EMSCRIPTEN_KEEPALIVE unsigned char *room(void) { return bytes; }
EMSCRIPTEN_KEEPALIVE int divide(int by) {
  return 10 / by;
}
int main(void) { puts("main ran"); return 0; }
`,
);
const script = file(
  'lab.js',
  `const from = new Uint8Array(4096);
console.log('the script ran');
measure('each', () => { const to = new Uint8Array(memory.buffer, exports.room(), 4096); for (let i = 0; i < 4096; i++) to[i] = from[i]; }, { bytes: 4096 });
measure('set', () => new Uint8Array(memory.buffer).set(from, exports.room()), { bytes: 4096 });
`,
);

describe('measure', () => {
  it('tells the times of a script’s variants beside each other, and what the program printed aside', async () => {
    const { status, out, err } = await pagewise(['measure', program, '-O2', `--script=${script}`, '--time=200']);
    expect([status, err]).toEqual([0, 'main ran\nthe script ran\n']);
    const [titles, each, set] = out.split('\n');
    expect(titles).toMatch(/^variant +time a call +95 % interval +first call +beside the fastest +throughput$/);
    for (const line of [each, set]) expect(line).toMatch(/^(each|set) +[\d.]+ [nµm]s .* [\d.]+ [MG]B\/s, .* calls\/s$/);
    expect(out).toContain('fastest  ');
    expect(out).toContain(`Node.js ${process.versions.node}; compiled with -O2, run as the linker wrote it`);
    expect(out).not.toContain('without optimisation');
  });

  it('gives all samples in JSON, and tells kindly of -O0', async () => {
    const { out } = await pagewise(['measure', program, `--script=${script}`, '--time=100', '--json']);
    const { version, conditions, variants } = JSON.parse(out);
    expect([version, conditions.optimisation, conditions.millisecondsEach]).toEqual([1, '-O0', 100]);
    expect(variants).toHaveLength(2);
    for (const { name, file, line, bytes, samples, times } of variants) {
      expect([name, file, line, bytes]).toEqual([name, script, name === 'each' ? 3 : 4, 4096]);
      expect(samples.length).toBeGreaterThan(5);
      expect(times.interval[0]).toBeLessThanOrEqual(times.median);
      expect(times.bytesPerSecond).toBeCloseTo((4096 * 1000) / times.median, -3);
    }
    const text = await pagewise(['measure', program, `--script=${script}`, '--time=100']);
    expect(text.out).toContain('Compiled without optimisation: compare with -O2.');
  });

  it('tells where a variant failed; its exit status is 1', async () => {
    const bad = file('bad.js', "measure('bad', () => exports.divide(0));\nmeasure('good', () => exports.divide(1));\n");
    const { status, out } = await pagewise(['measure', program, `--script=${bad}`, '--time=100', '--csv']);
    expect(status).toBe(1);
    const [titles, first, second] = out.split('\r\n');
    expect(titles).toMatch(/^variant,samples,median_ns,/);
    expect(first).toBe('bad,0,,,,,,,,,,,,0,failed,');
    expect(second).toMatch(/^good,\d+,[\d.]+,.*,1,,,[\d.]+,,,0,,[\d.]+$/);
    const { out: table } = await pagewise(['measure', program, `--script=${bad}`, '--time=100']);
    expect(table).toContain(`bad: Left out: it failed at ${program}, line 6: a whole number was divided by zero`);
  });

  it.each([
    ["console.log('nothing')", 'no script calls measure(name, function)'],
    ["throw new Error('no')", 'Error: no'],
    ["measure('a', () => 1, { bytes: -3 })", 'bytes of "a" is a number above 0, not -3'],
  ])('tells what is wrong with a script: %s', async (text, words) => {
    const { status, err } = await pagewise(['measure', program, `--script=${file('wrong.js', text)}`]);
    expect(status).toBe(1);
    expect(err).toContain(words);
  });

  it.each([
    [['measure', program], '--script=FILE.js is missing'],
    [['measure', program, '--script=a.js', '--json', '--csv'], '--json or --csv, not both'],
    [['measure', program, '--script=a.js', '--time=5'], '--time is from 100 to 10000 milliseconds'],
    [['measure', program, '--script=nowhere.js'], 'nowhere.js cannot be read'],
  ])('%j is told', async (args, words) => {
    const { status, err } = await pagewise(args);
    expect(status).toBe(2);
    expect(err).toContain(words);
  });
});
