import { join } from 'node:path';
import { captured } from './command.mjs';
import { root } from './root.mjs';

const bin = (path) => join(root, 'node_modules', path);
const checks = [
  ['format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '--reporter=summary', '.']],
  ['types', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']],
  ['dead code', [bin('knip/bin/knip.js')]],
  ['architecture', [bin('vitest/vitest.mjs'), 'run', 'tests/architecture', '--reporter=dot']],
];

const results = await Promise.all(
  checks.map(async ([name, args]) => ({ name, ...(await captured(process.execPath, args)) })),
);
for (const { name, status, output } of results) {
  if (status !== 0) console.log(output.trimEnd());
  console.log(`${status === 0 ? 'ok' : 'failed'}  ${name}`);
}
process.exitCode = results.some(({ status }) => status !== 0) ? 1 : 0;
