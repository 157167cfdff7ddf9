// node run.mjs: runs the program that was built into build/, and its JavaScript.
import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import createProgram from './build/program.mjs';
import { run } from './host.mjs';

const read = (path) => readFile(new URL(path, import.meta.url), 'utf8');
const { values, order } = JSON.parse(await read('pagewise.json'));
const paths = order.filter((path) => /\.m?js$/.test(path));
const scripts = await Promise.all(paths.map(async (path) => ({ path, text: await read(`src/${path}`) })));
const load = (path) => import(new URL(`src/${path}`, import.meta.url));
const open = (path) => readFile(new URL(`build/${path}`, import.meta.url));
const beside = order.filter((path) => path.endsWith('.wat')).map((path) => path.replace(/wat$/, 'wasm'));
const write = (stream, bytes) => writeSync(stream === 'stdout' ? 1 : 2, bytes);
process.exitCode = await run(createProgram, { values, scripts, beside, write, load, open, console });
