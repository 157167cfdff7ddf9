import { copyFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const within = (path) => fileURLToPath(new URL(path, import.meta.url));
const common = { configFile: false, publicDir: false, logLevel: 'warn' };

/** Those in `programs/`. */
const programs = ['list-and-quicksort', 'containers'];

/** Modules that are rewritten, with where they come from: the project's own engine, and clang. */
export const modules = {
  'engine.wasm': 'build/runtime/engine.wasm',
  'clang.wasm': 'node_modules/@yowasp/clang/gen/llvm.core.wasm',
};

/** Builds what measures, for pages and for Node, and lays all that it reads beside it. Returns the two folders. */
export async function layOut() {
  const root = within('../../../').slice(0, -1);
  const folders = { page: `${root}/build/bench/page`, node: `${root}/build/bench/node` };
  await build({
    ...common,
    root: within('./page'),
    base: './',
    worker: { format: 'es' },
    build: { outDir: folders.page, emptyOutDir: true, target: 'es2024' },
  });
  await build({
    ...common,
    root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folders.node,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { input: [within('./node-worker.ts'), within('./compile-program.ts')] },
    },
  });
  for (const [name, path] of Object.entries({ ...modules, 'glue.mjs': 'build/runtime/glue.mjs' })) {
    await copyFile(`${root}/${path}`, `${folders.page}/${name}`);
  }
  const { compileProgram } = await import(pathToFileURL(`${folders.node}/compile-program.js`).href);
  for (const name of programs) await compileProgram(within(`./programs/${name}.cpp`), `${folders.page}/${name}.wasm`);
  return folders;
}
