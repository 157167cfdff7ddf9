import { createHash } from 'node:crypto';
import { createHighlight } from './highlight.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import { createProgramRunner } from './program-runner.ts';

/** Modules that pages load, by their address on the site. */
export type KeptModules = Map<string, Uint8Array>;

/** The real tools: the page's compiler and engine in Node. `cacheFolder` keeps compiled programs between builds. */
export async function createLessonTools(modules: KeptModules, cacheFolder: string): Promise<LessonTools> {
  const runner = createProgramRunner(cacheFolder);
  return {
    runner,
    highlight: await createHighlight(),
    parseCheck: () => ({ ok: false, column: 1, message: 'checks cannot be read yet' }),
    proveExercise: async () => [],
    keepModule: (wasm) => {
      // Named by content: a changed program is a new file, which no cache can confuse with the old one.
      const address = `programs/${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}.wasm`;
      modules.set(address, wasm);
      return address;
    },
  };
}
