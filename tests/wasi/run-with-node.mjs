// Runs a WASI program with Node's own host: node run-with-node.mjs PROGRAM.wasm FOLDER ARGUMENT…
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [path = '', folder = '', ...args] = process.argv.slice(2);
const env = { GREETING: 'hello' };
const wasi = new WASI({ version: 'preview1', args: ['program', ...args], env, preopens: { '.': folder } });
const module = await WebAssembly.compile(await readFile(path));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
