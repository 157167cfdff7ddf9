import { build } from './build-steps.mjs';
import { main, say } from './say.mjs';
import { suites } from './suites.mjs';

await main(async () => {
  const left = new Set((process.env.PAGEWISE_LEAVE_OUT ?? '').split(',').filter(Boolean));
  for (const name of left) if (!suites.some((suite) => suite.name === name)) say(`there is no suite named ${name}`);
  const only = process.argv.slice(2);
  const chosen = suites.filter(({ name }) => !left.has(name) && (only.length === 0 || only.includes(name)));
  let passed = 0;
  let failed = 0;
  const lines = [];
  const note = (name, result, since) => {
    passed += result.passed;
    failed += result.failed;
    const why = result.why ? ` (${result.why})` : '';
    const line = `${name}: ${result.passed} passed, ${result.failed} failed, ${timeSince(since)}${why}`;
    lines.push(line, ...(result.names ?? []).map((failure) => `  failed: ${failure}`));
    lines.push(...(result.again ?? []).map((journey) => `  passed the second time: ${journey}`));
    say(line);
  };
  let sdk = null;
  const started = Date.now();
  try {
    sdk = await build();
    lines.push(`build: ${timeSince(started)}`);
  } catch (error) {
    note('build', { passed: 0, failed: 1, why: error.message }, started);
  }
  for (const suite of chosen) {
    const since = Date.now();
    if (!sdk) {
      note(suite.name, { passed: 0, failed: 1, why: 'not run: the build failed' }, since);
      continue;
    }
    say(`suite ${suite.name}`);
    note(suite.name, await suite.run(sdk).catch((error) => ({ passed: 0, failed: 1, why: error.message })), since);
  }
  for (const name of left) lines.push(`${name}: left out by PAGEWISE_LEAVE_OUT`);
  console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
});

/** The time since a moment of `Date.now()`, as `7 min 46 s`. */
function timeSince(moment) {
  const seconds = Math.round((Date.now() - moment) / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
