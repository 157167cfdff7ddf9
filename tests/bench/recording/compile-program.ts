import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { defaultSettings } from '../../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../../playground/compiler/node-compiler.ts';

const compiler = createNodeCompiler();

/** Compiles a source file with the page's compiler and settings. */
export async function compileProgram(source: string, output: string): Promise<void> {
  const files = [{ path: basename(source), text: await readFile(source, 'utf8') }];
  const compilation = await compiler.compile(files, defaultSettings);
  if (compilation.status !== 'compiled') throw new Error(`${source}: ${JSON.stringify(compilation)}`);
  await writeFile(output, compilation.wasm);
}
