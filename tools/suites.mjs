import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
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

async function cpp(preset, sdk) {
  await ensure(['GoogleTest']);
  await cmake(preset, sdk);
  const { output } = await captured('ctest', ['--preset', preset], { env: sdk.env, echo: true });
  const total = Number(output.match(/tests failed out of (\d+)/)?.[1] ?? 0);
  const failed = Number(output.match(/(\d+) tests failed out of/)?.[1] ?? 0);
  const notRun = (output.match(/\*{3}(Skipped|Not Run)/g) ?? []).length;
  if (total === 0) return { passed: 0, failed: 1, why: 'no C++ test ran' };
  const names = [...output.matchAll(/^\s+\d+ - (.*) \((?:Failed|Timeout|Not Run|.*Exception.*)\)/gm)].map(
    ([, name]) => name,
  );
  return { passed: total - failed - notRun, failed: failed + notRun, names };
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
    if (tests.length > 0) return tests.map((test) => `${path}: ${test.fullName}`);
    return file.status === 'failed' ? [path] : [];
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
  const failed = unexpected + flaky + skipped || (status === 0 ? 0 : 1);
  return { passed: expected, failed, names: files.flatMap(failedJourneys) };
}

function failedJourneys({ specs = [], suites: inner = [] }) {
  const own = specs.filter((spec) => spec.tests.some((test) => test.status !== 'expected'));
  return [...own.map((spec) => `${spec.file}:${spec.line}: ${spec.title}`), ...inner.flatMap(failedJourneys)];
}
