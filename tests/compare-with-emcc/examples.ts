import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../../playground/compiler/compilation.ts';

/** A program of `tests/examples`, with what it is given and what it must do. */
export interface Example {
  readonly source: SourceFile;
  readonly arguments: readonly string[];
  readonly input: string;
  readonly output: string;
  readonly exitCode: number;
  /** Why em++ does something else, where it does. */
  readonly emccDiffers: string | null;
}

const folder = fileURLToPath(new URL('../examples/', import.meta.url));

/**
 * Reads the examples. The comments at a program's start say how it is run: `// arguments: a b`, `// input: lines|of
 * it`, `// exit: 3`, `// em++ differs: why`. Its output lies beside it in a `.out` file.
 */
export function readExamples(): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => /\.(c|cpp)$/.test(name))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const given = (key: string) => new RegExp(`^// ${key}: (.*)$`, 'm').exec(text)?.[1];
      return {
        source: { path: name, text },
        arguments: given('arguments')?.split(' ') ?? [],
        input: (given('input') ?? '').replaceAll('|', '\n'),
        output: readFileSync(join(folder, name.replace(/\.(c|cpp)$/, '.out')), 'utf8'),
        exitCode: Number(given('exit') ?? 0),
        emccDiffers: given('em\\+\\+ differs') ?? null,
      };
    });
}
