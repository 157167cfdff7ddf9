import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CompileSettings, defaultSettings } from '../../playground/compiler/compilation.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { createCachedCompile } from '../../site/build/program-runner.ts';
import { type Example, readExamples } from './examples.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const examples = readExamples();
const compile = createCachedCompile(join(root, 'build/cache/programs'));

interface Ended {
  readonly output: string;
  readonly exitCode: number | null;
}

async function compiledByUs(example: Example, settings: CompileSettings, rewritten: boolean): Promise<Ended> {
  const compilation = await compile([example.source], settings);
  if ('diagnostics' in compilation) throw new Error(JSON.stringify(compilation));
  const chunks: Uint8Array[] = [];
  const { outcome } = await runInNode({
    wasm: compilation.wasm,
    arguments: example.arguments,
    stdin: new TextEncoder().encode(example.input),
    stdout: (bytes) => chunks.push(bytes.slice()),
    stderr: () => undefined,
    rewritten,
  });
  if (outcome.status !== 'finished') throw new Error(JSON.stringify(outcome));
  return { output: Buffer.concat(chunks).toString(), exitCode: outcome.exitCode };
}

function compiledByEmcc(example: Example): Ended {
  const script = join(root, 'build/examples', `${example.source.path}.js`);
  const { stdout, status } = spawnSync(process.execPath, [script, ...example.arguments], { input: example.input });
  return { output: stdout.toString(), exitCode: status };
}

beforeAll(async () => {
  execFileSync('cmake', ['--preset', 'wasm'], { cwd: root, stdio: 'pipe' });
  await promisify(execFile)('cmake', ['--build', '--preset', 'wasm', '--target', 'examples'], { cwd: root });
}, 600_000);

describe.each(examples.map((example) => [example.source.path, example] as const))('%s', (_name, example) => {
  const expected: Ended = { output: example.output, exitCode: example.exitCode };

  it(example.emccDiffers ? `does something else from em++: ${example.emccDiffers}` : 'does the same from em++', () => {
    const ended = compiledByEmcc(example);
    // Emscripten's own host ends the last line where the program did not.
    const same = { ...ended, output: expected.output.endsWith('\n') ? ended.output : ended.output.replace(/\n$/, '') };
    if (example.emccDiffers) expect(same).not.toEqual(expected);
    else expect(same).toEqual(expected);
  });

  it('does the same from the page’s compiler', async () => {
    expect(await compiledByUs(example, defaultSettings, false)).toEqual(expected);
  });

  it('does the same while it is recorded', async () => {
    expect(await compiledByUs(example, defaultSettings, true)).toEqual(expected);
  });

  it('does the same optimised, with the stack first and another allocator', async () => {
    const settings = {
      ...defaultSettings,
      optimisation: 'O2',
      stackOrder: 'stack-first',
      allocator: 'emmalloc',
    } as const;
    expect(await compiledByUs(example, settings, false)).toEqual(expected);
  });
});
