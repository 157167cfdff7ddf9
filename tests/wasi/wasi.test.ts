import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { compareWithReal } from '../replay/exactness.ts';
import { engine, performInNode } from '../replay/node-stage.ts';
import { freezeChance, type Manner } from '../replay/perform.ts';

const source = fileURLToPath(new URL('files.c', import.meta.url));
const builder = fileURLToPath(new URL('build.mjs', import.meta.url));
const nodesHost = fileURLToPath(new URL('run-with-node.mjs', import.meta.url));
const data = { path: 'data.txt', text: 'first\nsecond\n' };
const stdin = 'typed\n';
const given = ['one', 'two words'];

describe('a program of WASI’s own C library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagewise-wasi-'));
  const path = join(folder, 'files.wasm');
  let wasm: Uint8Array;

  beforeAll(() => {
    execFileSync(process.execPath, [builder, source, path]);
    wasm = new Uint8Array(readFileSync(path));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function printed(rewritten: boolean) {
    const output = { stdout: '', stderr: '' };
    const add = (stream: keyof typeof output) => (bytes: Uint8Array) => {
      output[stream] += new TextDecoder().decode(bytes);
    };
    const { outcome } = await runInNode({
      wasm,
      arguments: given,
      environment: { GREETING: 'hello' },
      files: [data],
      stdin: new TextEncoder().encode(stdin),
      stdout: add('stdout'),
      stderr: add('stderr'),
      rewritten,
    });
    return { ...output, status: outcome.status === 'finished' ? outcome.exitCode : outcome };
  }

  it('does with arguments, environment, files and folders what it does in Node’s own host', async () => {
    const theirs = mkdtempSync(join(tmpdir(), 'pagewise-wasi-'));
    writeFileSync(join(theirs, data.path), data.text);
    const runner = ['--no-warnings', nodesHost, path, theirs, ...given];
    const { stdout, stderr, status } = spawnSync(process.execPath, runner, { input: stdin, encoding: 'utf8' });
    rmSync(theirs, { recursive: true });
    expect({ stdout, stderr, status }).toMatchObject({ status: 3, stderr: 'to stderr\n' });
    // There, standard output is no terminal.
    const expected = stdout.replace('tty 0 0', 'tty 1 0');
    expect(await printed(false)).toEqual({ stdout: expected, stderr, status });
    expect(await printed(true)).toEqual({ stdout: expected, stderr, status });
  });

  it('is replayed with every byte of the real memory', async () => {
    freezeChance();
    const run = (manner: Manner) => performInNode({ wasm, script: '' }, manner);
    const { problems, compared } = await compareWithReal(engine, wasm, run, 4);
    expect(problems).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });
});
