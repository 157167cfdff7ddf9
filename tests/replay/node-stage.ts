import crypto from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { findRuntime } from '../../playground/session/node/find-runtime.ts';
import { makeNodeRealm } from '../../playground/session/node/node-realm.ts';
import { type Manner, type Performance, type Piece, perform, stagedGlue } from './perform.ts';

// In Node the glue asks this for random bytes: they must be the same in every run.
Object.assign(crypto, { randomFillSync: (bytes: Uint8Array) => bytes.fill(0x5a) });

const runtime = findRuntime();

/** `engine.wasm`; the environment variable names another one. */
export const engine = await engineModule(process.env.PAGEWISE_ENGINE);

async function engineModule(path: string | undefined): Promise<WebAssembly.Module> {
  return path ? WebAssembly.compile(await readFile(path)) : runtime.engine();
}

/** Runs a program in this process, in a realm of its own. */
export async function performInNode(piece: Piece, manner: Manner): Promise<Performance> {
  const module = new WebAssembly.Module(piece.wasm as BufferSource);
  const glue = await runtime.glueFor(module, piece.wasm, (text) => stagedGlue(text, piece, manner));
  return perform({ engine, glue, ...makeNodeRealm() }, piece, manner);
}
