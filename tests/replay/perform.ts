import { withMemoriesExported } from '../../playground/session/host/export-memories.ts';
import { openHost } from '../../playground/session/host/host.ts';
import type { Evaluate } from '../../playground/session/host/javascript.ts';
import type { LoadedGlue } from '../../playground/session/host/join-scripts.ts';
import { openPlainHost } from '../../playground/session/host/plain-host.ts';
import { openRecorder } from '../../playground/session/host/recorder.ts';
import { prepareGlue } from '../../playground/session/prepare-glue.ts';
import { PreparedScripts } from '../../playground/session/prepare-scripts.ts';
import type { LogMessage } from '../../playground/session/replay/log-message.ts';
import type { Outcome } from '../../playground/session/run.ts';
import type { MemoryState } from '../../playground/trace/memory-state.ts';

/** Where a program runs: in Node, or in a worker of a browser. One run each. */
export interface Stage {
  readonly engine: WebAssembly.Module;
  readonly glue: LoadedGlue;
  readonly realm: Record<string, unknown>;
  readonly evaluate: Evaluate;
}

/** What is run. */
export interface Piece {
  readonly wasm: Uint8Array;
  readonly script: string;
  readonly stepsIntoGlue?: boolean;
}

/** The module as the linker wrote it, or recorded up to a step. */
export type Manner =
  | { readonly recorded: false }
  /** `budget`: bytes of log that are kept. */
  | { readonly recorded: true; readonly stepLimit: number; readonly budget?: number };

export const unlimited = 0xffff_fffe;

export interface Performance {
  /** How the last part of the run ended. */
  readonly outcome: Outcome;
  /** Memory at the end, or at the moment when the limit of steps was reached. */
  readonly memory: Uint8Array<ArrayBuffer>;
  /** The same of the memories beside the first one. */
  readonly otherMemories: readonly Uint8Array<ArrayBuffer>[];
  /** Of a recorded run. */
  readonly state: MemoryState | null;
  readonly messages: readonly LogMessage[];
  readonly output: string;
}

/** The glue as a recorded run has it: the JavaScript of C files makes steps, and the glue itself where that is asked. */
export async function stagedGlue(text: string, { wasm, script, stepsIntoGlue = false }: Piece, { recorded }: Manner) {
  if (!recorded) return { text, glueSteps: null, bodies: null };
  const module = new WebAssembly.Module(wasm as BufferSource);
  return prepareGlue(text, { wasm, module, files: [], scripts: [script], stepsIntoGlue }, new PreparedScripts());
}

/** Runs a program to its end, then its script, then what timers do. */
export async function perform(stage: Stage, { wasm, script }: Piece, manner: Manner): Promise<Performance> {
  const messages: LogMessage[] = [];
  let memories: readonly WebAssembly.Memory[] = [];
  let stopped: readonly Uint8Array<ArrayBuffer>[] | null = null;
  const copies = () => memories.map(({ buffer }) => new Uint8Array(buffer as ArrayBuffer).slice());
  const recording = manner.recorded && {
    budget: manner.budget ?? Number.POSITIVE_INFINITY,
    stepLimit: manner.stepLimit,
    post(message: LogMessage) {
      messages.push(message);
      if (message.kind === 'end') stopped = copies();
    },
  };
  const input = new TextEncoder().encode('3 words here\n');
  let taken = 0;
  let output = '';
  const options = {
    wasm: manner.recorded ? wasm : withMemoriesExported(wasm),
    ...stage.glue,
    programName: 'program',
    arguments: ['one', 'two'],
    environment: { GREETING: 'hello' },
    read(length: number) {
      const bytes = input.subarray(taken, taken + length);
      taken += bytes.length;
      return bytes;
    },
    write(_stream: unknown, bytes: Uint8Array) {
      output += new TextDecoder().decode(bytes);
    },
    print(text: string) {
      output += text;
    },
    realm: stage.realm,
    evaluate: stage.evaluate,
  };
  const opening = recording && (await openRecorder(wasm, stage.engine, recording));
  if (opening && !opening.ok) throw new Error(opening.reason);
  const opened = opening
    ? await openHost({ ...options, recorder: opening.recorder, onHostCall() {} })
    : await openPlainHost(options);
  if (!opened.ok) throw new Error(opened.reason);
  const { host } = opened;
  const sync = () => 'sync' in host && host.sync();
  memories = [host.memory, ...host.otherMemories];
  let outcome = host.start();
  sync();
  if (script && outcome.status === 'finished') {
    outcome = await host.runScript(await new PreparedScripts().prepare(script, 'lab.js'));
    if (script.includes('setTimeout')) await new Promise((resolve) => setTimeout(resolve, 10));
    sync();
  }
  const [first = new Uint8Array(), ...otherMemories] = (manner.recorded && !manner.budget && stopped) || copies();
  const state = 'state' in host ? host.state() : null;
  return { outcome, memory: first, otherMemories, state, messages, output };
}

/** Makes clocks and randomness the same in every run of this realm, so that two runs can be compared. */
export function freezeChance(): void {
  Date.now = () => 1_767_225_600_123;
  performance.now = () => 4_200.5;
  Math.random = () => 0.25;
  Crypto.prototype.getRandomValues = <View extends ArrayBufferView | null>(view: View): View => {
    if (view) new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(0x5a);
    return view;
  };
}
