import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { buildRunWorker } from '../../playground/session/build/sandbox-assets.ts';
import type { MemoryBuffer } from '../../playground/session/host/memory-buffer.ts';
import type { Outcome } from '../../playground/session/run.ts';
import type { MemoryState } from '../../playground/trace/memory-state.ts';

const root = new URL('../../', import.meta.url);

/** A page with nothing but `createOpenRun`, served as the site serves it. */
export interface SandboxServer {
  readonly address: string;
  /** Paths asked for since the last look: nothing that learner code asks for may turn up here. */
  takeRequests(): readonly string[];
}

/** What a run showed, as the page saw it. */
export interface Shown {
  readonly outcomes: readonly Outcome[];
  readonly output: string;
  readonly states: number;
  readonly lastState: MemoryState | null;
  /** Milliseconds of each step. */
  readonly times: readonly number[];
  readonly framesLeft: number;
  /** What was drawn on the canvas: size, and the first and the last pixel. */
  readonly drawn: readonly string[];
  /** Bytes read from address 1024 on, after everything else. */
  readonly bytes: readonly number[];
  /** At each step of the recording: the line that runs next, and the views. */
  readonly moments: readonly {
    readonly at: string | null;
    readonly line: number | null;
    readonly views: MemoryState['views'];
  }[];
  /** Of the recording: what JavaScript copied outside of calls, and the line that did. */
  readonly copies: readonly { readonly line: number | null; readonly bytes: number }[];
}

export type Step =
  | { readonly kind: 'start' }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'script'; readonly source: string }
  /** The JavaScript files of a program, one after the other. */
  | { readonly kind: 'files'; readonly files: Readonly<Record<string, string>> };

export interface Scenario {
  readonly program: string;
  /** WAT beside it, by paths. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Texts of scripts that the run is told of ahead. */
  readonly scripts?: readonly string[];
  /** Its command line, without its name. */
  readonly words?: readonly string[];
  readonly steps: readonly Step[];
  readonly timeLimit?: number;
  /** False: the module as the linker wrote it. */
  readonly rewritten?: boolean;
  /** Milliseconds after the start at which the learner presses Stop. */
  readonly stopAfter?: number;
  readonly buffer?: MemoryBuffer;
  /** Whether the recording is asked for the views of each step, and for copies. */
  readonly asksViews?: boolean;
  /** Milliseconds to go on after the steps. */
  readonly lingers?: number;
}

export const script = (source: string): Step => ({ kind: 'script', source });
export const start: Step = { kind: 'start' };

const compiler = createNodeCompiler();
const compiled = new Map<string, Uint8Array>();

export async function compile(text: string, beside: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const others = Object.entries(beside).map(([path, text]) => ({ path, text }));
  const key = JSON.stringify([text, beside]);
  const known = compiled.get(key);
  if (known) return known;
  const result = await compiler.compile([{ path: 'main.cpp', text }, ...others], defaultSettings);
  if (result.status !== 'compiled') throw new Error(JSON.stringify(result));
  compiled.set(key, result.wasm);
  return result.wasm;
}

/** Runs a scenario in the page. */
export async function play(page: Page, server: SandboxServer, scenario: Scenario): Promise<Shown> {
  const wasm = [...(await compile(scenario.program, scenario.beside))];
  await page.goto(server.address);
  server.takeRequests();
  return page.evaluate(playInPage, { ...scenario, wasm });
}

async function playInPage(scenario: Scenario & { wasm: number[] }): Promise<Shown> {
  const {
    wasm,
    steps,
    timeLimit,
    stopAfter,
    buffer = 'fixed-length',
    asksViews,
    rewritten,
    lingers,
    scripts,
    words = [],
  } = scenario;
  const module = '/open-run.js';
  const { createOpenRun }: typeof import('../../playground/session/open-run.ts') = await import(module);
  const stop = new AbortController();
  const outcomes: Outcome[] = [];
  const times: number[] = [];
  const drawn: string[] = [];
  let [output, states, lastState] = ['', 0, null as MemoryState | null];
  const run = await createOpenRun(new URL('/runtime/', location.href))({
    wasm: new Uint8Array(wasm),
    arguments: words,
    input: '',
    inputEnds: true,
    ...(rewritten === undefined ? {} : { rewritten }),
    ...(scripts && { scripts }),
    buffer,
    timeLimit: timeLimit ?? 10_000,
    signal: stop.signal,
    onOutput(_stream, text) {
      output += text;
    },
    onFrame({ picture, spent, ...canvas }) {
      if (!picture) return;
      const { width, height } = picture;
      const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(picture, 0, 0);
      picture.close();
      const pixel = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data].join(' ');
      const when = spent === null ? 'between' : 'frame';
      const size = canvas.width === width ? '' : ` of ${canvas.width}x${canvas.height}`;
      drawn.push(`${when} ${width}x${height}${size}: ${pixel(0, 0)}, ${pixel(width - 1, height - 1)}`);
    },
    onState(state) {
      states++;
      lastState = state;
    },
  });
  if (stopAfter !== undefined) setTimeout(() => stop.abort(), stopAfter);
  for (const step of steps) {
    const begin = performance.now();
    if (step.kind === 'start') outcomes.push(await run.start());
    else if (step.kind === 'call') outcomes.push(await run.call(step.name, step.args));
    else if (step.kind === 'script') outcomes.push(await run.runJavaScript(step.source, 'script.js'));
    else {
      const among = Object.entries(step.files).map(([path, text]) => ({ path, text }));
      for (const { path, text } of among) outcomes.push(await run.runJavaScript(text, path, among));
    }
    times.push(performance.now() - begin);
  }
  if (lingers) await new Promise((resolve) => setTimeout(resolve, lingers));
  const bytes = [...(await run.read({ start: 1024 as never, end: 1040 as never }))];
  const trace = asksViews ? await run.trace() : null;
  const moments: Shown['moments'][number][] = [];
  for (let step = 0; trace && step <= trace.steps; step++) {
    const { place, state } = await trace.at(step);
    moments.push({ at: place && `${place.path}:${place.line}`, line: place?.line ?? null, views: state.views });
  }
  const copies = ((await trace?.boundary())?.parts ?? []).flatMap((part) =>
    part.kind === 'copy' ? [{ line: part.place?.line ?? null, bytes: part.range.end - part.range.start }] : [],
  );
  run.end();
  const framesLeft = document.querySelectorAll('iframe').length;
  return { outcomes, output, states, lastState, times, bytes, moments, copies, drawn, framesLeft };
}

export const test = base.extend<object, { server: SandboxServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const files = await buildFiles();
      const requests: string[] = [];
      const server = createServer((request, response) => {
        const path = request.url ?? '/';
        requests.push(path);
        const file = files.get(path);
        if (!file) return response.writeHead(404).end();
        return response.writeHead(200, { 'content-type': file.type }).end(file.body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use({ address: `http://127.0.0.1:${portOf(server)}/`, takeRequests: () => requests.splice(0) });
      server.close();
    },
    { scope: 'worker' },
  ],
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

interface ServedFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

async function buildFiles(): Promise<ReadonlyMap<string, ServedFile>> {
  const script = (body: string | Uint8Array): ServedFile => ({ type: 'text/javascript', body });
  const read = (path: string) => readFile(new URL(path, root));
  const files = new Map<string, ServedFile>([
    [
      '/',
      { type: 'text/html', body: '<!doctype html><link rel="icon" href="data:,"><title>Sandbox</title><body></body>' },
    ],
    ['/runtime/sandbox.html', { type: 'text/html', body: await read('playground/session/sandbox/frame.html') }],
    ['/runtime/run-worker.js', script(await buildRunWorker())],
    // A plain file server may know no type for these.
    ['/runtime/engine.wasm', { type: 'application/octet-stream', body: await read('build/runtime/engine.wasm') }],
    ['/runtime/glue.mjs', { type: 'application/octet-stream', body: await read('build/runtime/glue.mjs') }],
    ['/runtime/glue-embind.mjs', { type: 'text/plain', body: await read('build/runtime/glue-embind.mjs') }],
  ]);
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2024',
      copyPublicDir: false,
      lib: {
        entry: ['open-run', 'measure-scripts'].map((name) => new URL(`playground/session/${name}.ts`, root).pathname),
        formats: ['es'],
      },
    },
  });
  for (const bundle of Array.isArray(built) ? built : [built]) {
    if (!('output' in bundle)) continue;
    for (const output of bundle.output) {
      const body = output.type === 'chunk' ? output.code : output.source;
      files.set(output.type === 'chunk' && output.isEntry ? `/${output.name}.js` : `/${output.fileName}`, script(body));
    }
  }
  return files;
}
