import { type Host, openHost } from '../../../../playground/session/host/host.ts';
import { openPlainHost, type PlainHost } from '../../../../playground/session/host/plain-host.ts';
import { openRecorder, type RecordingOptions } from '../../../../playground/session/host/recorder.ts';
import { type LogMessage, logSizeOf } from '../../../../playground/session/replay/log-message.ts';
import { engineOf, type Platform } from './platform.ts';

/** A program of the benchmark, and its one argument. */
export interface BenchProgram {
  readonly name: string;
  readonly argument: number;
}

/** A program that is ready to start. */
export interface ReadyRun {
  readonly wasm: Uint8Array;
  readonly host: Host | PlainHost;
  /** Steps so far; 0 when the module runs as the linker wrote it. */
  readonly steps: () => number;
}

/** Records all that a run does. */
export const everything = Number.POSITIVE_INFINITY;
const unlimited = 0xffff_fffe;

/** Opens a program as the page does. Without `recording` it runs as the linker wrote it. */
export async function openRun(
  platform: Platform,
  { name, argument }: BenchProgram,
  recording?: Pick<RecordingOptions, 'budget' | 'loads' | 'post'>,
): Promise<ReadyRun> {
  const wasm = unlike(await platform.read(`${name}.wasm`));
  const options = {
    wasm,
    createGlue: await platform.createGlue(),
    programName: name,
    arguments: [String(argument)],
    environment: {},
    read: () => new Uint8Array(),
    write() {},
    print() {},
    realm: globalThis as unknown as Record<string, unknown>,
    evaluate: () => Promise.reject(new Error('there is no script')),
  };
  const opening =
    recording && (await openRecorder(wasm, await engineOf(platform), { ...recording, stepLimit: unlimited }));
  if (opening && !opening.ok) throw new Error(opening.reason);
  const opened = opening
    ? await openHost({ ...options, recorder: opening.recorder, onHostCall() {} })
    : await openPlainHost(options);
  if (!opened.ok) throw new Error(opened.reason);
  return { wasm, host: opened.host, steps: () => opening?.recorder.log?.steps ?? 0 };
}

let copies = 0;

/** The same module for which a browser has no code yet, as after an edit: a custom section makes it another one. */
function unlike(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(`copy ${++copies}`);
  const section = [0, name.length + 1, name.length, ...name];
  const copy = new Uint8Array(wasm.length + section.length);
  copy.set(wasm);
  copy.set(section, wasm.length);
  return copy;
}

/** Runs it to its end. Returns milliseconds. */
export function timeStart({ host }: ReadyRun): number {
  const start = performance.now();
  const outcome = host.start();
  if ('sync' in host) host.sync();
  const milliseconds = performance.now() - start;
  if (outcome.status !== 'finished' || outcome.exitCode !== 0) throw new Error(JSON.stringify(outcome));
  return milliseconds;
}

/** Bytes of a message: of its log, and of the pieces of memory that come with it. */
export function sizeOf(message: LogMessage): { readonly log: number; readonly pieces: number } {
  const log = logSizeOf(message);
  if (message.kind !== 'section') return { log, pieces: 0 };
  const { pieces, contents } = message.section;
  return { log, pieces: pieces.byteLength + contents.byteLength };
}
