import { countMemories } from '../session/host/export-memories.ts';
import { hasMultipleMemories } from '../trace/engine.ts';

/** Why this Node.js cannot run a module with several memories, in words, and what to do; null when it can, or need not. */
export function memoriesProblem(wasm: Uint8Array): string | null {
  const memories = countMemories(wasm);
  if (memories < 2 || hasMultipleMemories()) return null;
  return `the module has ${memories} memories, and Node.js ${process.version} runs modules with one; Node.js 22 runs it`;
}
