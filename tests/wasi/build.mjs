// Compiles a program for WASI with its own C library: node build.mjs PROGRAM.c OUT.wasm
import { readFile, writeFile } from 'node:fs/promises';
import { runClang } from '@yowasp/clang';

const [program = '', out = ''] = process.argv.slice(2);
const files = { 'program.c': await readFile(program, 'utf8') };
const options = ['-O1', '-g', '-std=gnu17', 'program.c', '-o', 'program.wasm'];
const made = await runClang(['clang', ...options], files, { fetchProgress: () => undefined });
await writeFile(out, made['program.wasm']);
