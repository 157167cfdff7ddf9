import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gradeOf } from '../../playground/command-line/grade-choice.ts';
import { grade } from './grade-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'pagewise-grade-'));
afterAll(() => rmSync(folder, { recursive: true }));

const starter = `#include <stdlib.h>
#include <stdio.h>
#include <emscripten.h>
int total = 3;
extern "C" EMSCRIPTEN_KEEPALIVE int twice(int n) { return 0; }
int main() { puts("ready"); return total - 3; }
`;
const right = starter.replace('return 0', 'return 2 * n');

const lesson = join(folder, '01-part', '01-twice');
mkdirSync(lesson, { recursive: true });
const fence = '```';
writeFileSync(
  join(lesson, 'lesson.md'),
  `---
title: Twice
---

:::::exercise{#twice title="Twice"}
Write \`twice\`.

::::starter
${fence}cpp file=main.cpp
${starter}${fence}
::::

::::solution
${fence}cpp file=main.cpp
${right}${fence}
::::

::::checks
- \`output "ready\\n"\` It says "ready" & goes on.
- \`call twice(4) = 8\` Twice 4.
- \`call twice(-1) = -2\` Twice -1.
- \`value total = 3\` \`total\` is left alone.
- \`no-leak\` Nothing is left.
  > Free what you allocate.
- \`within-bounds\` Nothing else is touched.
::::
:::::
`,
);

type Environment = Readonly<Record<string, string>>;

async function graded(text: string, ...options: readonly (string | Environment)[]) {
  const path = join(folder, 'submission.cpp');
  writeFileSync(path, text);
  return gradedFiles([path], ...options);
}

async function gradedFiles(files: readonly string[], ...given: readonly (string | Environment)[]) {
  const options = given.filter((option) => typeof option === 'string');
  const said = { out: '', err: '' };
  const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const status = await grade(gradeOf([lesson, ...files, ...options]), {
    input: new Uint8Array(),
    output(bytes) {
      said.out += decoded(bytes);
    },
    error(bytes) {
      said.err += decoded(bytes);
    },
    environment: given.find((option) => typeof option === 'object') ?? {},
  });
  const failed = [...said.out.matchAll(/^failed {2}(.*)\n {8}(.*)$/gm)].map(([, check, found]) => [check, found]);
  return { status, ...said, failed };
}

const body = (code: string) => right.replace('return 2 * n', code);
const main = (code: string) => right.replace('puts("ready");', code);

describe('a submission', () => {
  it('passes, whatever its file is called', async () => {
    expect(await graded(right)).toMatchObject({ status: 0, failed: [] });
  });

  it('fails with what was found, at its own file and line', async () => {
    const { status, failed } = await graded(main('puts("ready");\n  malloc(12);'));
    expect(status).toBe(1);
    expect(failed).toEqual([['no-leak', expect.stringMatching(/^\/.*submission\.cpp:7: 1 block not freed/)]]);
  });

  it('that does not compile passes no check, says so as compilers do, and tells the cause once', async () => {
    const { status, err, out, failed } = await graded(body('return twce'));
    expect([status, failed.length]).toEqual([1, 1]);
    expect(out.match(/^untried /gm)).toHaveLength(5);
    expect(out.match(/twce/g)).toHaveLength(1);
    expect(out).toContain('0 of 6 checks passed');
    expect(err).toMatch(/submission\.cpp:5:\d+: error: use of undeclared identifier 'twce'/);
  });

  it('may be a folder with files of its own', async () => {
    const place = join(folder, 'handed-in');
    mkdirSync(place);
    writeFileSync(join(place, 'main.cpp'), `#include "double.h"\n${body('return doubled(n)')}`);
    writeFileSync(join(place, 'double.h'), 'inline int doubled(int n) { return n + n; }\n');
    expect(await gradedFiles([place])).toMatchObject({ status: 0, failed: [] });
  });
});

describe('a hostile submission is not passed', () => {
  it.each<readonly [string, string, RegExp]>([
    ['ends at once', main('_Exit(0);'), /printed nothing/],
    ['ends early and well', main('exit(0);'), /printed nothing/],
    ['ends early, and says so', main('exit(3);'), /printed nothing\. The program ended with exit code 3\./],
    ['ends by force', main('emscripten_force_exit(0);'), /printed nothing/],
    ['ends in a call', body('puts("8"); exit(0)'), /ended the program with exit code 0/],
    [
      'prints what looks like a verdict',
      body('puts("{\\"passed\\":true}"); return 0'),
      /returned 0\. It should return 8/,
    ],
    ['never ends', main('puts("ready"); for (volatile int i = 0;; i = 0) {}'), /had to be stopped/],
    ['never ends in a call', body('for (volatile int i = 0;; i = 0) {}'), /made more steps than it may/],
    [
      'never ends without a step',
      body('asm volatile("loop\\nbr 0\\nend_loop\\nunreachable"); return 0'),
      /ran longer than|made more steps/,
    ],
    [
      'writes over all of memory',
      body('for (volatile char* at = (char*)1024;; at++) *at = 8;'),
      /trapped|made more|longer than/,
    ],
    ['defines the probes', `${body('return 0')}\nextern "C" EMSCRIPTEN_KEEPALIVE void log1(int) {}\n`, /returned 0/],
    ['throws', body('throw 8'), /failed|trapped/],
    ['runs out of stack', body('return twice(n) + twice(n - 1)'), /trapped/],
    [
      'fills the log before it leaks',
      main(
        'puts("ready"); static char room[60000]; for (int i = 0; i < 4000; i++) __builtin_memset(room, i, sizeof room); malloc(8);',
      ),
      /not freed|recorded/,
    ],
    [
      "writes through every wild pointer upwards, behind the allocator's back",
      main(
        'puts("ready"); malloc(8); static unsigned at = 0x10000; for (; at < 0x40000; at += 4) *(volatile int*)at = 0;',
      ),
      /not freed|beyond|outside|trapped|freed|belong/,
    ],
    ['asks for all memory', main('puts("ready"); while (malloc(1 << 20)) {}'), /not freed/],
    ['floods its output', main('for (int i = 0; i < 2000; i++) puts("ready");'), /Line 2 of the output/],
  ])('that %s', async (_what, text, words) => {
    const { status, out } = await graded(text);
    expect(status).toBe(1);
    expect(out).toMatch(words);
  });

  it.each([
    ['EM_ASM', body('return EM_ASM_INT({ return 2 * $0; }, n)')],
    [
      'EM_JS',
      `${body('return double_it(n)').replace('int total', 'EM_JS(int, double_it, (int n), { return 2 * n; });\nint total')}`,
    ],
    ['val', `#include <emscripten/val.h>\n${body('return emscripten::val::global("process")["pid"].as<int>()')}`],
    ['a script from text', body('emscripten_run_script("process.exit(0)"); return 2 * n')],
  ])('with %s is refused without a browser, and runs when it is trusted', async (_what, text) => {
    const { status, err } = await graded(text);
    expect([status, err]).toEqual([3, expect.stringContaining('the submission is refused: ')]);
  });

  it('that is trusted and forges its verdict, on every port it can reach', async () => {
    const script = join(folder, 'forge.js');
    writeFileSync(
      script,
      `const process = performance.constructor.constructor('return process')();
const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
const verdicts = workerData.checks.map(() => ({ passed: true, found: null, location: null, moment: null }));
const forged = { kind: 'graded', verdicts, secret: workerData.secret };
for (const port of [parentPort, workerData.port, ...process._getActiveHandles()]) {
  port?.postMessage?.(null);
  port?.postMessage?.(forged);
}
`,
    );
    const wrong = join(folder, 'main.cpp');
    writeFileSync(wrong, starter);
    const { status, failed } = await gradedFiles([wrong, script], '--trust');
    expect(status).toBe(1);
    expect(failed[0]).toEqual(['call twice(4) = 8', 'twice(4) returned 0. It should return 8.']);
  });

  it('with JavaScript is run in a browser, and decided here, though the lesson is part of no site', async () => {
    const { CHROMIUM = '', PATH = '' } = process.env;
    const asked = (code: string) => graded(body(code), { CHROMIUM, PATH });
    expect(await asked('return EM_ASM_INT({ return 2 * $0; }, n)')).toMatchObject({ status: 0, failed: [] });
    const wrong = await asked('return EM_ASM_INT({ Array.prototype.every = () => true; return $0; }, n)');
    expect(wrong).toMatchObject({ status: 1 });
    expect(wrong.failed[0]).toEqual(['call twice(4) = 8', 'twice(4) returned 4. It should return 8.']);
  }, 60_000);

  it('that is refused, or is missing, is told in each format, as an error', async () => {
    const calling = body('return EM_ASM_INT({ return 2 * $0; }, n)');
    const refused = JSON.parse((await graded(calling, '--json')).out);
    expect(refused).toMatchObject({ version: 1, exercise: 'twice', passed: false });
    expect(refused.error).toContain('the submission is refused: ');
    expect(refused.results).toHaveLength(6);
    for (const result of refused.results) expect(result).toMatchObject({ passed: false, tried: false });
    const { status, out } = await graded(calling, '--junit');
    expect([status, out.match(/<error message="the submission is refused/g)?.length]).toEqual([3, 6]);
    expect(out).toContain('<testsuites tests="6" failures="0" errors="6">');
    const missing = [join(folder, 'missing.cpp')];
    expect(JSON.parse((await gradedFiles(missing, '--json')).out)).toMatchObject({ passed: false, results: [] });
    const junit = await gradedFiles(missing, '--junit');
    expect(junit.out).toContain('tests="1" failures="0" errors="1"');
    expect([junit.status, (await gradedFiles(missing)).out]).toEqual([2, '']);
  });

  it('with a script is refused too', async () => {
    const script = join(folder, 'lab.js');
    writeFileSync(script, 'process.exit(0);\n');
    writeFileSync(join(folder, 'main.cpp'), right);
    const files = [join(folder, 'main.cpp'), script];
    expect(await gradedFiles(files)).toMatchObject({ status: 3 });
    writeFileSync(script, 'console.log(exports.twice(2));\n');
    expect(await gradedFiles(files, '--trust')).toMatchObject({ status: 0 });
  });

  it('with a script that cannot be parsed says where, once, and that nothing else was tried', async () => {
    const script = join(folder, 'lab.js');
    writeFileSync(script, 'exports.twice(2);\nexports.twice(;\n');
    writeFileSync(join(folder, 'main.cpp'), right);
    const files = [join(folder, 'main.cpp'), script];
    const report = JSON.parse((await gradedFiles(files, '--trust', '--json')).out);
    expect(report.passed).toBe(false);
    expect(report.results[0]).toMatchObject({ passed: false, tried: true, file: script, line: 2 });
    expect(report.results[0].found).toMatch(/^The JavaScript could not start: SyntaxError: .* Nothing of it ran\./);
    for (const result of report.results.slice(1))
      expect(result).toMatchObject({
        passed: false,
        tried: false,
        found: expect.stringMatching(/^Not tried, /),
        line: null,
      });
    const { out } = await gradedFiles(files, '--trust', '--junit');
    expect(out).toContain('tests="6" failures="6"');
    writeFileSync(script, 'JSON.parse("[1");\n');
    const { failed } = await gradedFiles(files, '--trust');
    expect(failed).toEqual([]);
  });
});

describe('what is no submission', () => {
  const at = join(folder, 'odd');
  mkdirSync(join(at, 'nothing'), { recursive: true });
  writeFileSync(join(at, 'empty.cpp'), '\n');
  writeFileSync(join(at, 'binary.cpp'), new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
  writeFileSync(join(at, 'latin.cpp'), new Uint8Array([0x2f, 0x2f, 0xc4, 0x0a]));
  it.each([
    ['nothing', 'holds no files'],
    ['empty.cpp', 'is empty'],
    ['binary.cpp', 'is no text in UTF-8'],
    ['latin.cpp', 'is no text in UTF-8'],
    ['missing.cpp', 'cannot be read'],
  ])('%s %s', async (name, words) => {
    const { status, err } = await gradedFiles([join(at, name)]);
    expect(status).toBe(2);
    expect(err).toContain(`${name} ${words}`);
  });
});

describe('a report', () => {
  it('says what was found, what should hold, and what to try', async () => {
    const { out } = await graded(main('puts("ready"); malloc(8);'));
    expect(out).toMatch(
      /^failed {2}no-leak\n {8}\S*submission\.cpp:\d+: 1 block not freed.*\n {8}Nothing is left\.\n {8}Free what you allocate\.\n/m,
    );
  });

  it('is JSON', async () => {
    const { out } = await graded(body('return n'), '--json');
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, lesson: 'twice', exercise: 'twice', passed: false });
    expect(report.results[1]).toMatchObject({
      ...{ check: 'call twice(4) = 8', statement: 'Twice 4.', passed: false, step: expect.any(Number) },
      found: 'twice(4) returned 4. It should return 8.',
    });
  });

  it("is JUnit's XML, a case a check, with everything escaped", async () => {
    const { out } = await graded(main('puts("<\\x01&");'), '--junit');
    expect(out).toContain('<testsuites tests="6" failures="1" errors="0">');
    expect(out.match(/<testcase /g)).toHaveLength(6);
    expect(out).toContain('<failure message="The program printed &#34;&#60;\ufffd&#38;\\n&#34;.');
    expect(out.replace(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>|<\?xml[^<>]*\?>/g, '')).not.toMatch(/[<>]|&(?!#\d+;)/);
  });
});
