import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { compileEmbind, type EmbindProgram, embindPrograms } from './programs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

beforeAll(async () => {
  execFileSync('cmake', ['--preset', 'wasm'], { cwd: root, stdio: 'pipe' });
  await promisify(execFile)('cmake', ['--build', '--preset', 'wasm', '--target', 'embind-programs'], { cwd: root });
}, 600_000);

async function printedByUs(program: EmbindProgram, rewritten: boolean): Promise<string> {
  let output = '';
  const add = (bytes: Uint8Array) => {
    output += new TextDecoder().decode(bytes);
  };
  const run = await runInNode({
    wasm: await compileEmbind(program),
    arguments: [],
    stdin: new Uint8Array(),
    stdout: add,
    stderr: add,
    javascript(text) {
      output += text;
    },
    rewritten,
  });
  if (run.outcome.status !== 'finished') throw new Error(JSON.stringify(run.outcome));
  const outcome = await run.runJavaScript(program.script, `${program.name}.js`);
  if (outcome.status !== 'finished') throw new Error(`${JSON.stringify(outcome)} after\n${output}`);
  return output;
}

async function printedByEmcc({ name }: EmbindProgram): Promise<string> {
  const script = fileURLToPath(new URL(`programs/${name}.js`, import.meta.url));
  const runner = fileURLToPath(new URL('run-with-emcc.mjs', import.meta.url));
  const module = join(root, 'build/embind-programs', `${name}.mjs`);
  return (await promisify(execFile)(process.execPath, [runner, module, script])).stdout;
}

describe.each(embindPrograms().map((program) => [program.name, program] as const))('%s', (_name, program) => {
  it('prints with em++ what is expected', async () => {
    expect(await printedByEmcc(program)).toBe(program.output);
  });

  it('prints the same in the lab', async () => {
    expect(await printedByUs(program, false)).toBe(program.output);
  });

  it('prints the same while it is recorded', async () => {
    expect(await printedByUs(program, true)).toBe(program.output);
  });
});
