import { defaultSettings } from '../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../playground/compiler/node-compiler.ts';
import type { NodeRun, NodeRunOptions } from '../playground/session/node/node-run.ts';
import { runInNode } from '../playground/session/node/run-in-node.ts';

/** Compiles what tests run. To be prepared before the first of them. */
export const compiler = createNodeCompiler();

/** Compiles one file and runs it; `said` is all that it printed. */
export async function run(text: string, options: Partial<NodeRunOptions> & { readonly c?: boolean } = {}) {
  const path = options.c ? 'main.c' : 'main.cpp';
  const standard = options.c ? 'c17' : 'c++23';
  const compiled = await compiler.compile([{ path, text }], { ...defaultSettings, standard });
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  const said = { stdout: '', stderr: '', javascript: '' };
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const opened: NodeRun = await runInNode({
    wasm: compiled.wasm,
    arguments: [],
    stdin: new Uint8Array(),
    stdout(bytes) {
      said.stdout += decode(bytes);
    },
    stderr(bytes) {
      said.stderr += decode(bytes);
    },
    javascript(line) {
      said.javascript += line;
    },
    ...options,
  });
  return { run: opened, said, outcome: opened.outcome };
}

/** An outcome. */
export const finished = (exitCode: number | null, result: string | null = null) => ({
  status: 'finished',
  exitCode,
  result,
});
