import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cmake } from './build-steps.mjs';
import { captured } from './command.mjs';
import { root } from './root.mjs';
import { chromium, ensure } from './setup/system-tools.mjs';

/**
 * Every suite of `npm test`: its name and how it runs. A result counts tests and names those that failed; what was
 * skipped counts as failed.
 */
export const suites = [
  { name: 'check', run: check },
  { name: 'lessons', run: lessons },
  { name: 'cpp-native', run: (sdk) => cpp('native', sdk) },
  { name: 'cpp-wasm', run: (sdk) => cpp('wasm-tests', sdk) },
  { name: 'vitest', run: (sdk) => vitest('vitest.config.ts', sdk, ['Chromium']) },
  { name: 'journeys', run: journeys },
  {
    name: 'other-browsers',
    run: (sdk) => vitest('tests/other-browsers/vitest.config.ts', sdk, ['Firefox', 'WebKit', 'Xvfb']),
  },
];

async function check() {
  const { status, output } = await captured(process.execPath, [join(root, 'tools/check.mjs')], { echo: true });
  const parts = [...output.matchAll(/^(ok|failed) {2}(.*)/gm)];
  const names = parts.filter(([, word]) => word === 'failed').map(([, , name]) => name);
  return { passed: parts.length - names.length, failed: names.length || (status === 0 ? 0 : 1), names };
}

/** Counts lessons: all of the course are checked, and every exercise has enough sample solutions beside it. */
async function lessons() {
  const args = [join(root, 'bin/pagewise'), 'lesson', 'check', '--samples', '--json'];
  const { output } = await captured(process.execPath, args, { echo: true });
  const report = output.match(/^\{\n[\s\S]*^\}$/m)?.[0];
  if (!report) return { passed: 0, failed: 1, why: 'the check printed no report' };
  const checked = JSON.parse(report).lessons;
  const failed = checked.filter(({ errors }) => errors.length > 0);
  const names = failed.flatMap(({ errors }) => errors).map(({ file, line, message }) => `${file}:${line}: ${message}`);
  return { passed: checked.length - failed.length, failed: failed.length, names };
}

async function cpp(preset, sdk) {
  await ensure(['GoogleTest']);
  await cmake(preset, sdk);
  const report = join(root, 'build', 'cmake', preset, 'engine-tests.json');
  rmSync(report, { force: true });
  const { output } = await captured('ctest', ['--preset', preset], { env: sdk.env, echo: true });
  const programs = [...output.matchAll(/^\s*\d+\/\d+ Test\s+#\d+: (\S+) [.* ]*(\w+)/gm)];
  const broken = programs.filter(([, , word]) => word !== 'Passed').map(([, name]) => name);
  // A program that crashed, or was ended by ctest, has written no report: it counts as one failure.
  const cases = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8')).testsuites.flatMap(({ testsuite }) => testsuite)
    : [];
  if (cases.length === 0) return { passed: 0, failed: 1, why: 'no C++ test ran to its end', names: broken };
  const failedCases = cases.filter(({ result, failures = [] }) => result !== 'COMPLETED' || failures.length > 0);
  const names = failedCases.map(({ classname, name }) => `${classname}.${name}`);
  // The tests' own program fails with any of them; what it counts for is one that broke after all had passed.
  names.push(...broken.filter((name) => name !== 'engine-tests' || names.length === 0));
  const fuzzed = programs.filter(([, name, word]) => name !== 'engine-tests' && word === 'Passed').length;
  return { passed: cases.length - failedCases.length + fuzzed, failed: names.length, names };
}

async function vitest(config, sdk, browsers) {
  await ensure(browsers);
  const report = join(root, 'build', 'log', `${config.replaceAll('/', '-')}.json`);
  rmSync(report, { force: true });
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = { ...sdk.env, CHROMIUM: chromium() ?? '' };
  const { status } = await captured(process.execPath, [...args, ...reporters], { env, echo: true });
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const failed = result.numTotalTests - result.numPassedTests;
  // A file that cannot be loaded has no tests of its own, yet it is a failure.
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const names = result.testResults.flatMap((file) => {
    const path = relative(root, file.name);
    const tests = file.assertionResults.filter((test) => test.status !== 'passed');
    if (tests.length > 0) {
      return tests.map((test) => `${path}: ${test.fullName}${beginningOf(test.failureMessages?.[0] ?? '')}`);
    }
    return file.status === 'failed' ? [`${path}${beginningOf(file.message ?? '')}`] : [];
  });
  return { passed: result.numPassedTests, failed: failed + broken || (status === 0 ? 0 : 1), names };
}

async function journeys(sdk) {
  await ensure(['Chromium']);
  const report = join(root, 'build', 'log', 'journeys.json');
  rmSync(report, { force: true });
  const env = { ...sdk.env, CHROMIUM: chromium() ?? '', PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json'];
  const { status } = await captured(process.execPath, args, { env, echo: true });
  const { stats, suites: files } = JSON.parse(readFileSync(report, 'utf8'));
  const { expected, unexpected, flaky, skipped } = stats;
  const failed = unexpected + skipped || (status === 0 ? 0 : 1);
  const journeysThat = (ended) => files.flatMap((file) => journeysOf(file, ended));
  return {
    passed: expected + flaky,
    failed,
    names: [...journeysThat('unexpected'), ...journeysThat('skipped')],
    again: journeysThat('flaky'),
  };
}

/** Each journey that ended so, with the first error of it. */
function journeysOf({ specs = [], suites: inner = [] }, ended) {
  const own = specs.filter((spec) => spec.tests.some((test) => test.status === ended));
  const told = own.map((spec) => {
    const error = spec.tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message ?? '';
    return `${spec.file}:${spec.line}: ${spec.title}${beginningOf(error)}`;
  });
  return [...told, ...inner.flatMap((suite) => journeysOf(suite, ended))];
}

const linesOfError = 12;

/** The first lines of an error, below the name of the test that it failed. */
function beginningOf(message) {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, linesOfError);
  return lines
    .filter(Boolean)
    .map((line) => `\n      ${line}`)
    .join('');
}
