import { randomBytes } from 'node:crypto';
import type { Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { firstLoadSize } from './first-load.ts';

const chunk = (fileName: string, size: number, changes: Partial<Rolldown.OutputChunk> = {}): Rolldown.OutputChunk =>
  ({
    type: 'chunk',
    fileName,
    // Random, so that it does not compress: its size is nearly its weight.
    code: randomBytes(size).toString('latin1'),
    imports: [],
    moduleIds: [],
    isEntry: false,
    facadeModuleId: null,
    ...changes,
  }) as unknown as Rolldown.OutputChunk;

const bundleOf = (...chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputBundle =>
  Object.fromEntries(chunks.map((each) => [each.fileName, each]));

describe('the size of a first load', () => {
  it('counts what the entry imports, the lab and the largest lesson, each once, but not the editor', () => {
    const bundle = bundleOf(
      chunk('entry.js', 1_000, { isEntry: true, imports: ['shared.js'] }),
      chunk('shared.js', 2_000),
      chunk('lab.js', 4_000, { facadeModuleId: '/x/playground/lab/lab.tsx', imports: ['shared.js', 'editor.js'] }),
      chunk('editor.js', 900_000, { moduleIds: ['/x/node_modules/monaco-editor/esm/a.js'] }),
      chunk('small.js', 100, { facadeModuleId: '\0virtual:lesson/small' }),
      chunk('large.js', 8_000, { facadeModuleId: '\0virtual:lesson/large' }),
      chunk('unused.js', 500_000),
    );
    const size = firstLoadSize(bundle);
    // UTF-8 makes half of the random characters two bytes.
    expect(size).toBeGreaterThan(15_000);
    expect(size).toBeLessThan(25_000);
  });
});
