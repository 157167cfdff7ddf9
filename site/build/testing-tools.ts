import { toAddress } from '../../playground/trace/memory-state.ts';
import { formatAuthorError, LessonBuildError } from './author-errors.ts';
import type { KeepingTools } from './compile-folder.ts';
import type { ExecutedProgram, ProgramSource } from './executed-program.ts';
import type { FilesBeside } from './files-beside.ts';
import { createHighlight } from './highlight.ts';
import type { LessonTools } from './lesson-build-tools.ts';

export const exampleProgram: ProgramSource = {
  id: 'example',
  title: 'Example',
  files: [{ path: 'main.cpp', text: 'int main() {}\n' }],
  javascript: null,
  settings: {
    standard: 'c++23',
    optimisation: 'O0',
    allocator: 'dlmalloc',
    stackOrder: 'data-first',
    stackSize: 65_536,
    initialPages: 4,
    maximumPages: 1024,
  },
  input: '',
  arguments: [],
  calls: [],
  panels: null,
  select: null,
};

/** A finished run with one global, `greeting` = 42 at 0x410, and two blocks. */
export function exampleRun(): ExecutedProgram {
  const memory = new Uint8Array(4 * 65_536);
  memory[0x410] = 42;
  return {
    wasm: new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    outcome: { status: 'finished', exitCode: 0, result: null },
    memory,
    output: 'first\nsecond\n',
    scriptOutput: 'third\n',
    moment: null,
    trace: null,
    state: {
      step: 3,
      pages: 4,
      maximumPages: 1024,
      layout: {
        data: { start: toAddress(0x400), end: toAddress(0x420) },
        stack: { start: toAddress(0x420), end: toAddress(0x10420) },
        heapBase: toAddress(0x10420),
        symbols: [{ name: 'greeting', address: toAddress(0x410), size: 4 }],
      },
      stackPointer: toAddress(0x10420),
      stackLow: toAddress(0x10400),
      heapEnd: toAddress(0x20420),
      blocks: [
        { id: 1, address: toAddress(0x10428), size: 16, state: 'freed', allocatedBy: 'malloc' },
        { id: 2, address: toAddress(0x10440), size: 8, state: 'live', allocatedBy: 'malloc' },
      ],
      heap: { liveBlocks: 1, liveBytes: 8, freedBlocks: 1, freedBytes: 16 },
      growths: [],
      views: [],
      handles: [],
    },
  };
}

/** What a lesson begins with: nine lines. */
export const exampleFrontMatter = `---
title: Linear memory
summary: One array of bytes.
level: beginner
minutes: 20
goals:
  - Read a byte
  - Write a byte
---
`;

/** A lesson's folder with nothing else in it. */
export const emptyFolder: FilesBeside = { pictureAddress: () => null, filesIn: () => 'missing' };

/** Tools that compile nothing: every program ends as {@link exampleRun}. */
export async function exampleTools(changes: Partial<LessonTools> = {}): Promise<KeepingTools> {
  return {
    runner: { run: async () => exampleRun() },
    highlight: await createHighlight(),
    parseCheck: (text) =>
      text === 'no-leak'
        ? { ok: true, check: { kind: 'no-leak' } }
        : { ok: false, column: 1, message: `no check \`${text}\`` },
    keep: (_of, make) => make(),
    proveExercise: async () => [],
    lessonAddress: (slug) => `../${slug}/`,
    keepModule: () => 'programs/example.wasm',
    ...changes,
  };
}

/** What is wrong with a lesson, as an author reads it: nothing where it compiles. Any other failure is thrown. */
export async function authorErrors(compiled: Promise<unknown>): Promise<readonly string[]> {
  try {
    await compiled;
    return [];
  } catch (error) {
    if (error instanceof LessonBuildError) return error.errors.map(formatAuthorError);
    throw error;
  }
}
