import { expect } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { createNodeCompiler } from '../compiler/node-compiler.ts';
import { NodeRecording } from '../session/node/node-recording.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import type { BoundaryHistory } from '../trace/crossings.ts';
import { evaluateChecks } from './evaluate-checks.ts';
import { exitOf } from './exit-of.ts';
import { parseCheck } from './parse-check.ts';

const compiler = createNodeCompiler();

const modules = new Map<string, Uint8Array>();

async function moduleOf(text: string): Promise<Uint8Array> {
  const known = modules.get(text);
  if (known) return known;
  const compiled = await compiler.compile([{ path: 'main.cpp', text }], defaultSettings);
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  modules.set(text, compiled.wasm);
  return compiled.wasm;
}

async function recorded(cpp: string, script: string) {
  const wasm = await moduleOf(cpp);
  const recording = new NodeRecording({ budget: 50_000_000, stepLimit: 1_000_000 });
  const quiet = { stdin: new Uint8Array(), stdout() {}, stderr() {}, arguments: [] };
  const run = await runInNode({ ...quiet, wasm, recording: recording.options });
  const outcome = script === '' ? run.outcome : await run.runJavaScript(script, 'lab.js');
  const trace = () => recording.trace(wasm, run, 'lab.js');
  return { run, outcome, trace };
}

/** Runs C++ and a script; tells what crossed the boundary between them. */
export async function boundaryOf(cpp: string, script: string): Promise<BoundaryHistory> {
  const { outcome, trace } = await recorded(cpp, script);
  expect(outcome).toMatchObject({ status: 'finished' });
  return (await (await trace())?.boundary()) ?? { parts: [], isFull: false };
}

/** Runs C++ and, where it is given, a script; decides checks as they are written. */
export async function verdicts(cpp: string, script: string, ...lines: readonly string[]) {
  const { run, outcome, trace } = await recorded(cpp, script);
  const checks = lines.map((line) => {
    const parsed = parseCheck(line);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.check;
  });
  const decided = await evaluateChecks(checks, {
    ...{ outcome, output: '', state: run.state, sources: [{ path: 'main.cpp', text: cpp }], trace },
    bytes: { read: async ({ start, end }) => run.memory.slice(start, end) },
    call: (name, args) => run.call(name, args),
    exit: exitOf(run),
  });
  const steps = (await trace())?.steps ?? 0;
  for (const { moment } of decided) expect(moment?.step ?? 0).toBeLessThanOrEqual(steps);
  return decided.map(({ passed, found, location, moment }) => {
    const place = location ? ` (${location.path}:${location.line})` : '';
    return passed ? 'passed' : `${found}${place} → ${moment?.panel ?? 'nowhere'}`;
  });
}

export const main = (body: string, before = '') => `#include <cstdlib>
#include <emscripten.h>
${before}
int main() {
  ${body}
}`;
export const keep = 'extern "C" EMSCRIPTEN_KEEPALIVE';
