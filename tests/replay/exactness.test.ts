import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type CompileSettings, defaultSettings } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import type { NodeRun, NodeRunOptions } from '../../playground/session/node/node-run.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import type { LogMessage } from '../../playground/session/replay/log-message.ts';
import { openReplay, type ReplayEngine } from '../../playground/trace/replay-engine.ts';

const engine = await WebAssembly.compile(await readFile(new URL('../../build/runtime/engine.wasm', import.meta.url)));
const compiler = createNodeCompiler();

interface Recorded {
  readonly run: NodeRun;
  readonly replay: ReplayEngine;
}

async function perform(wasm: Uint8Array, script: string, how: Partial<NodeRunOptions>): Promise<NodeRun> {
  const run = await runInNode({
    wasm,
    arguments: ['one', 'two'],
    stdin: new TextEncoder().encode('3 words here\n'),
    stdout() {},
    stderr() {},
    ...how,
  });
  if (script && run.outcome.status === 'finished') await run.runJavaScript(script, 'lab.js');
  run.sync();
  return run;
}

async function record(wasm: Uint8Array, script: string, stepLimit = 0xffff_fffe): Promise<Recorded> {
  const messages: LogMessage[] = [];
  const run = await perform(wasm, script, {
    recording: { budget: Number.POSITIVE_INFINITY, stepLimit, post: (message) => messages.push(message) },
  });
  const [begin] = messages;
  if (begin?.kind !== 'begin') throw new Error('nothing was recorded');
  const replay = await openReplay(engine, wasm, begin.recording);
  if (replay.status !== 'ready') throw new Error(replay.reason);
  replay.begin(begin.pages, 65_536, begin.section);
  for (const message of messages) if (message.kind === 'section') replay.add(message.section);
  return { run, replay };
}

/** The first byte that differs, or null. */
function difference(real: Uint8Array, replay: ReplayEngine): string | null {
  if (real.length !== replay.pages * 65_536) return `${real.length / 65_536} pages, replayed ${replay.pages}`;
  const replayed = replay.read(0, real.length);
  const at = real.findIndex((byte, index) => byte !== replayed[index]);
  return at < 0 ? null : `0x${at.toString(16)}: ${real[at]}, replayed ${replayed[at]} at step ${replay.steps}`;
}

const folder = new URL('programs/', import.meta.url);
const programs = readdirSync(folder).filter((name) => /\.(c|cpp)$/.test(name));
const optimisations = ['O0', 'O2'] as const;

describe.each(programs)('a replay of %s', (path) => {
  const scriptFile = new URL(path.replace(/\.\w+$/, '.js'), folder);
  const script = existsSync(scriptFile) ? readFileSync(scriptFile, 'utf8') : '';

  it.each(optimisations)(
    'at -%s has every byte of the real memory, at random steps and at the end',
    async (optimisation) => {
      const settings: CompileSettings = { ...defaultSettings, optimisation };
      const text = readFileSync(new URL(path, folder), 'utf8');
      const result = await compiler.compile([{ path, text }], settings);
      if (result.status !== 'compiled') throw new Error(JSON.stringify(result));
      const whole = await record(result.wasm, script);
      whole.replay.seek(whole.replay.steps);
      expect(difference(whole.run.memory, whole.replay)).toBeNull();
      const plain = await perform(result.wasm, script, { rewritten: false });
      expect(Buffer.compare(plain.memory, whole.run.memory)).toBe(0);

      let compared = 0;
      let seed = whole.replay.steps;
      for (let tries = 0; tries < 4; tries++) {
        seed = (seed * 48_271 + 11) % 2_147_483_647;
        const step = seed % whole.replay.steps;
        const stopped = await record(result.wasm, script, step);
        if (stopped.run.outcome.status !== 'stopped') continue; // the step was one of the script's
        whole.replay.seek(step);
        expect(difference(stopped.run.memory, whole.replay)).toBeNull();
        compared++;
      }
      expect(compared).toBeGreaterThan(0);
    },
    60_000,
  );
});
