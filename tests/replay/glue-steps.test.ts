import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { instrumentGlue } from '../../playground/javascript/instrument.ts';
import { reachGlue } from '../../playground/javascript/reach-glue.ts';
import { needsEmbind } from '../../playground/session/host/imports.ts';
import { findRuntime } from '../../playground/session/node/find-runtime.ts';
import { makeNodeRealm } from '../../playground/session/node/node-realm.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { gluePath, glueUse, prepareGlue } from '../../playground/session/prepare-glue.ts';
import { PreparedScripts } from '../../playground/session/prepare-scripts.ts';
import { LogReceiver } from '../../playground/session/replay/log-receiver.ts';
import { eventWords, scriptEvents } from '../../playground/trace/script-log.ts';
import type { Moment } from '../../playground/trace/trace.ts';
import { embindPrograms } from '../embind/programs.ts';
import { type CorpusProgram, compileProgram, corpusProgram } from './corpus.ts';
import { compareWithReal } from './exactness.ts';
import { engine, performInNode } from './node-stage.ts';
import { freezeChance, perform, unlimited } from './perform.ts';

freezeChance();

const glueText = (module: WebAssembly.Module): string =>
  readFileSync(`build/runtime/${needsEmbind(module) ? 'glue-embind.mjs' : 'glue.mjs'}`, 'utf8');

const bound = (name: string): CorpusProgram => {
  const found = embindPrograms().find((program) => program.name === name);
  if (!found) throw new Error(`no program ${name}`);
  return { ...found, path: `${name}.cpp`, settings: defaultSettings };
};

const moduleOf = (wasm: Uint8Array) => new WebAssembly.Module(wasm as BufferSource);

/** Every moment of a program that steps into its glue, and of its script. */
async function momentsOf(program: CorpusProgram): Promise<readonly Moment[]> {
  const wasm = await compileProgram(program);
  const receiver = new LogReceiver(engine, wasm);
  let sent = 0;
  const options = { wasm, files: [program], scripts: [program.script], stepsIntoGlue: true };
  const run = await runInNode({
    ...{ ...options, arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {} },
    recording: {
      ...{ budget: Number.POSITIVE_INFINITY, stepLimit: unlimited },
      post(message) {
        sent++;
        receiver.receive(message);
      },
    },
  });
  const scripts = new PreparedScripts();
  const module = moduleOf(wasm);
  await prepareGlue(glueText(module), { ...options, module }, scripts);
  await run.runJavaScript(program.script, 'lab.js');
  await scripts.prepare(program.script, 'lab.js');
  await receiver.until(sent);
  const { sites, functions } = scripts;
  const trace = await receiver.trace({ state: run.state, scriptPath: 'lab.js', script: { sites, functions } });
  if (!trace) throw new Error('nothing was recorded');
  const moments: Moment[] = [];
  for (let step = 0; step <= trace.steps; step++) moments.push(await trace.at(step));
  return moments;
}

it('makes the statements of the glue steps, with its frames, its variables and what it wrote', async () => {
  const moments = await momentsOf(bound('strings'));
  const lines = glueText(moduleOf(await compileProgram(bound('strings')))).split('\n');
  const inGlue = moments.filter(({ place }) => place?.path === gluePath);
  const name = 'glue: stringToUTF8Array';
  const copying = inGlue.filter(({ frames }) => frames.at(-1)?.name === name);
  expect(copying.length).toBeGreaterThan(20);
  for (const { place } of copying) expect(lines[(place?.line ?? 0) - 1]).toBeDefined();
  const stores = moments.flatMap((moment, index) => {
    const line = lines[(moment.place?.line ?? 0) - 1] ?? '';
    const isStore = moment.frames.at(-1)?.name === name && /^\s*heap\[outIdx\+\+\] = u;/.test(line);
    return isStore ? [{ moment, written: moments[index + 1]?.changes ?? [] }] : [];
  });
  expect(stores.length).toBeGreaterThan(0);
  for (const { moment, written } of stores) {
    const variables = moment.frames.at(-1)?.variables ?? [];
    const u = variables.find(({ value }) => value.name === 'u')?.value.text;
    expect(written.flatMap(({ after }) => [...after]).map(String)).toEqual(written.length > 0 ? [u] : []);
  }
  expect(stores.some(({ written }) => written.length > 0)).toBe(true);
  expect(stores[0]?.moment.frames.some((frame) => frame.place?.path === 'lab.js')).toBe(true);
});

describe('a run that steps into its glue', () => {
  it.each([
    bound('strings'),
    bound('classes'),
    bound('inline-javascript'),
    ...['files.c', 'javascript-in-c.c', 'growth-by-library.c', 'exceptions-rethrown.cpp'].map((path) =>
      corpusProgram(path, defaultSettings),
    ),
  ])('is replayed byte for byte: $name', async (program) => {
    const wasm = await compileProgram(program);
    const piece = { wasm, script: program.script, stepsIntoGlue: true };
    const { problems } = await compareWithReal(engine, wasm, (manner) => performInNode(piece, manner), 2);
    expect(problems).toEqual([]);
  });
});

describe('what is shown of the glue', () => {
  const named = ['files.c', 'print-formats.c', 'random-and-clocks.cpp', 'environment.c', 'growth.cpp', 'widths.c'];
  const programs = [
    ...embindPrograms().map(({ name }) => bound(name)),
    ...named.map((path) => corpusProgram(path, defaultSettings)),
  ];

  it.each(programs)('has every function that $path runs', async (program) => {
    const wasm = await compileProgram(program);
    const module = moduleOf(wasm);
    const text = glueText(module);
    const reached = reachGlue(text, glueUse({ wasm, module, scripts: [program.script] }));
    const shown = new Set(reached.parts.map(({ path }) => path));
    const all = reachGlue(text, { imports: [], scripts: [text], bodies: [text] });
    const everything = instrumentGlue(text, all, '');
    const first = { firstSite: 0, firstFunction: 100_000 }; // the script's come below
    const glue = { text: everything.code, glueSteps: { sites: everything.sites, ...first }, bodies: null };
    const loaded = await findRuntime().glueFor(module, wasm, async () => glue);
    const stage = { engine, glue: loaded, ...makeNodeRealm() };
    const { messages } = await perform(
      stage,
      { wasm, script: program.script },
      { recorded: true, stepLimit: unlimited },
    );
    const paths = new Set(all.parts.map(({ path }) => path));
    const ran = new Set<string>();
    for (const message of messages) {
      if (message.kind !== 'script') continue;
      const { words } = message;
      for (let at = 0; at < words.length; at += eventWords[words[at] ?? 0] ?? 1) {
        const name =
          words[at] === scriptEvents.enter
            ? everything.functions[(words[at + 2] ?? 0) - first.firstFunction]?.name
            : undefined;
        if (name && paths.has(name)) ran.add(name);
      }
    }
    expect(ran.size).toBeGreaterThan(0);
    expect(shown.size).toBeLessThan(all.parts.length / 2);
    expect([...ran].filter((name) => !shown.has(name))).toEqual([]);
  });
});
