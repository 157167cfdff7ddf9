import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from './main.ts';

/** A folder of this test file's own, which goes with it. */
export const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file into the folder and returns its path. */
export function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

/** Runs a command as a terminal would, with this standard input. */
export async function pagewise(args: readonly string[], input = '') {
  const said = { out: '', err: '' };
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const streams = {
    input: new TextEncoder().encode(input),
    output: (bytes: Uint8Array) => {
      said.out += decode(bytes);
    },
    error: (bytes: Uint8Array) => {
      said.err += decode(bytes);
    },
    environment: {},
  };
  const status = await main(args, streams, { lesson: async () => 0, grade: async () => 0 });
  return { status, ...said };
}

/** The JSON that a trace prints, and nothing else. */
export async function traceJson(args: readonly string[], input = '') {
  const { status, out, err } = await pagewise(['trace', '--json', ...args], input);
  if (status !== 0 || err !== '') throw new Error(`${status}: ${err}`);
  return JSON.parse(out);
}

/** Reads a number, adds 2 in a function, prints the sum and returns it. */
export const sums = file(
  'sums.c',
  `#include <stdio.h>
#include <stdlib.h>
int total;
static int add(int a, int b) {
  int sum = a + b;
  total += sum;
  return sum;
}
int main(void) {
  int *kept = malloc(sizeof(int));
  scanf("%d", kept);
  *kept = add(*kept, 2);
  printf("%d\\n", *kept);
  free(kept);
  return total;
}
`,
);
