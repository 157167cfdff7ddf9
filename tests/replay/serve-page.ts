import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type CorpusProgram, compileProgram } from './corpus.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Builds the page and serves it, with the runtime and with programs, which are compiled as they are asked for. */
export async function serveReplayPage(programs: readonly CorpusProgram[]) {
  const page = await buildPage();
  const byName = new Map(programs.map((program) => [program.name, program]));
  const file = async (path: string): Promise<Uint8Array | string> => {
    const [, folder, rest = ''] = /^\/(programs|runtime)\/(.*)$/.exec(path) ?? [];
    if (folder === 'runtime') return readFile(new URL(`../../build/runtime/${rest}`, import.meta.url));
    if (folder !== 'programs') return page.get(path) ?? Promise.reject(new Error(`no file ${path}`));
    const program = byName.get(rest.replace(/\.\w+$/, ''));
    if (!program) throw new Error(`no program ${rest}`);
    return rest.endsWith('.wasm') ? compileProgram(program) : program.script;
  };
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(request.url ?? '/');
    const path = asked === '/' ? '/index.html' : asked;
    file(path).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The page's files by their paths. In memory, because several workers of the test build it at the same time. */
async function buildPage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    root: fileURLToPath(new URL('./page/', import.meta.url)),
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { write: false, target: 'es2024' },
  });
  if (!('output' in built)) throw new Error('the page was not built');
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source] as const),
  );
}
