import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type CompileSettings, defaultSettings, type SourceFile } from '../../playground/compiler/compilation.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { giveLog, type LogMessage } from '../../playground/session/replay/log-message.ts';
import { openReplay } from '../../playground/trace/replay-engine.ts';
import { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { Finding } from '../../playground/trace/trace.ts';
import { createCachedCompile } from '../../site/build/program-runner.ts';

const engine = await WebAssembly.compile(await readFile(new URL('../../build/runtime/engine.wasm', import.meta.url)));
const compile = createCachedCompile(fileURLToPath(new URL('../../build/cache/programs', import.meta.url)));

interface Given {
  readonly settings?: Partial<CompileSettings>;
  readonly arguments?: readonly string[];
  readonly stdin?: Uint8Array;
  readonly loads?: boolean;
}

/** Compiles and runs a program, reads recorded unless told otherwise, and tells everything that it did wrong. */
export async function findMistakes(files: readonly SourceFile[], given: Given = {}): Promise<readonly Finding[]> {
  const compiled = await compile(files, { ...defaultSettings, ...given.settings });
  if ('diagnostics' in compiled) throw new Error(JSON.stringify(compiled));
  const messages: LogMessage[] = [];
  const run = await runInNode({
    wasm: compiled.wasm,
    arguments: given.arguments ?? [],
    stdin: given.stdin ?? new Uint8Array(),
    stdout() {},
    stderr() {},
    recording: {
      budget: 200_000_000,
      stepLimit: 3_000_000,
      loads: given.loads ?? true,
      post: (message) => messages.push(message),
    },
  });
  run.sync();
  const [begin] = messages;
  if (begin?.kind !== 'begin') throw new Error('nothing was recorded');
  const replay = await openReplay(engine, compiled.wasm, begin.recording);
  if (replay.status !== 'ready') throw new Error(replay.reason);
  replay.begin(begin.pages, 65_536, begin.section, begin.others);
  for (const message of messages) giveLog(message, replay);
  const trace = new ReplayTrace(replay, { state: run.state, heapEndAt: begin.heapEndAt, scriptPath: '' }, null);
  return (await trace.at(trace.steps)).findings;
}

/** A finding as the programs expect it: `use-after-free at line 12, freed at line 9`. */
export function inShort({ kind, place, cause }: Finding): string {
  const happened = ['freed', 'null', 'overwritten', 'ended'].find((word) => cause?.text.includes(word)) ?? 'allocated';
  const why = cause && `, ${happened} at line ${cause.place?.line}`;
  return `${kind} at line ${place?.line}${why ?? ''}`;
}
