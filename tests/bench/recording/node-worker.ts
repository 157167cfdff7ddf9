import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { type BenchRequest, measure } from './measure/measure.ts';

const { request, files } = workerData as { readonly request: BenchRequest; readonly files: string };
const read = async (name: string) => new Uint8Array(await readFile(join(files, name)));
const createGlue = async () => (await import(/* @vite-ignore */ pathToFileURL(join(files, 'glue.mjs')).href)).default;
parentPort?.postMessage(await measure({ read, createGlue }, request));
