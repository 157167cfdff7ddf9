import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cmake } from './build-steps.mjs';
import { captured } from './command.mjs';
import { root } from './root.mjs';
import { chromium, ensure } from './setup/system-tools.mjs';

/** Every suite of `npm test`: its name and how it runs. A result counts tests; what was skipped counts as failed. */
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
  const parts = [...output.matchAll(/^(ok|failed) {2}/gm)].map(([, word]) => word);
  const failed = parts.filter((word) => word === 'failed').length;
  return { passed: parts.length - failed, failed: failed || (status === 0 ? 0 : 1) };
}

async function cpp(preset, sdk) {
  await ensure(['GoogleTest']);
  await cmake(preset, sdk);
  const { output } = await captured('ctest', ['--preset', preset], { env: sdk.env, echo: true });
  const total = Number(output.match(/tests failed out of (\d+)/)?.[1] ?? 0);
  const failed = Number(output.match(/(\d+) tests failed out of/)?.[1] ?? 0);
  const notRun = (output.match(/\*{3}(Skipped|Not Run)/g) ?? []).length;
  if (total === 0) return { passed: 0, failed: 1, why: 'no C++ test ran' };
  return { passed: total - failed - notRun, failed: failed + notRun };
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
  return { passed: result.numPassedTests, failed: failed + broken || (status === 0 ? 0 : 1) };
}

async function journeys(sdk) {
  await ensure(['Chromium']);
  const report = join(root, 'build', 'log', 'journeys.json');
  rmSync(report, { force: true });
  const env = { ...sdk.env, CHROMIUM: chromium() ?? '', PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json'];
  const { status } = await captured(process.execPath, args, { env, echo: true });
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
  return { passed: expected, failed: unexpected + flaky + skipped || (status === 0 ? 0 : 1) };
}
