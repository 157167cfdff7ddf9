import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';

/** What a first lesson may cost before the editor arrives, in bytes of compressed script and styles. */
export const firstLoadBudget = 300_000;

/**
 * Compressed bytes of script and styles that the costliest lesson needs to be usable: the entry, the lesson, and the
 * lab without the editor, each with what it imports. Chunks are counted once.
 */
export function firstLoadSize(bundle: Rolldown.OutputBundle): number {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const holdsEditor = (chunk: Rolldown.OutputChunk): boolean =>
    chunk.moduleIds.some((id) => id.includes('/node_modules/monaco-editor/'));
  const isPart = (chunk: Rolldown.OutputChunk, pattern: RegExp): boolean => pattern.test(chunk.facadeModuleId ?? '');
  const entries = chunks.filter((chunk) => chunk.isEntry || isPart(chunk, /\/playground\/lab\/lab\.tsx$/));
  const closure = (roots: readonly Rolldown.OutputChunk[]): ReadonlySet<Rolldown.OutputChunk> => {
    const found = new Set<Rolldown.OutputChunk>();
    const add = (chunk: Rolldown.OutputChunk | undefined): void => {
      if (!chunk || found.has(chunk) || holdsEditor(chunk)) return;
      found.add(chunk);
      for (const name of chunk.imports) add(named.get(name));
    };
    roots.forEach(add);
    return found;
  };
  const styles = Object.values(bundle)
    .filter((each) => each.type === 'asset' && each.fileName.endsWith('.css'))
    .reduce((sum, each) => sum + (each.type === 'asset' ? compressed(each.source) : 0), 0);
  const lessons = chunks.filter((chunk) => isPart(chunk, /^\0virtual:lesson\//));
  const sizes = (lessons.length === 0 ? [[]] : lessons.map((lesson) => [lesson])).map((lesson) =>
    [...closure([...entries, ...lesson])].reduce((sum, chunk) => sum + compressed(chunk.code), 0),
  );
  return styles + Math.max(...sizes);
}

const compressed = (source: string | Uint8Array): number => gzipSync(source).length;
