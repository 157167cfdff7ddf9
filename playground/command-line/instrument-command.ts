import { writeFileSync } from 'node:fs';
import { findRuntime } from '../session/node/find-runtime.ts';
import { recordProgram } from '../trace/engine.ts';
import type { Command } from './command.ts';
import { memoriesProblem } from './memories-problem.ts';
import { inWords, readBytes, Unreadable } from './read-program.ts';
import { type Streams, say } from './streams.ts';

/** `pagewise instrument`: resolves to the exit status. */
export async function instrument(
  { input, output, loads, recording }: Extract<Command, { kind: 'instrument' }>,
  streams: Streams,
): Promise<number> {
  let wasm: Uint8Array;
  try {
    wasm = readBytes(input);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    say(streams, `pagewise: ${error.message}\n`);
    return 2;
  }
  const rewritten = await recordProgram(await findRuntime().engine(), wasm, recording, loads);
  if (rewritten.status === 'malformed') {
    say(streams, `${input}: byte 0x${rewritten.offset.toString(16)}: ${rewritten.reason}\n`);
    return 1;
  }
  try {
    writeFileSync(output, rewritten.wasm);
  } catch (error) {
    say(streams, `pagewise: ${output} cannot be written: ${inWords(error as NodeJS.ErrnoException)}\n`);
    return 2;
  }
  const memories = memoriesProblem(wasm);
  const doubt = memories === null && (await refusalOf(wasm));
  if (memories) say(streams, `${input} was rewritten; ${memories}\n`);
  if (doubt) {
    const words = 'was rewritten, but this Node.js does not accept it; it may be invalid, or newer than Node.js';
    say(streams, `${input} ${words}: ${doubt}\n`);
  }
  return 0;
}

/** Why this host does not take a module; null when it does. The rewriter itself checks no types. */
async function refusalOf(wasm: Uint8Array): Promise<string | null> {
  const { message } = await WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>).then(
    () => ({ message: null }),
    (error: Error) => error,
  );
  return message;
}
