import type { ImportedFunction } from './glue.ts';

/** EBADF, as WASI numbers it (preview 1, `errno`). */
const noSuchDescriptor = 8;

/**
 * What programs that were linked as WASI commands import besides what Emscripten's glue has: their arguments, and the
 * folders that were opened for them, which are none.
 */
export function wasiImports(args: readonly string[], memory: () => Uint8Array): Record<string, ImportedFunction> {
  const encoded = args.map((text) => new TextEncoder().encode(`${text}\0`));
  const view = () => {
    const { buffer, byteOffset, byteLength } = memory();
    return new DataView(buffer, byteOffset, byteLength);
  };
  return {
    args_sizes_get(count: number, size: number) {
      view().setUint32(count >>> 0, encoded.length, true);
      view().setUint32(
        size >>> 0,
        encoded.reduce((sum, { length }) => sum + length, 0),
        true,
      );
      return 0;
    },
    args_get(list: number, texts: number) {
      let at = texts >>> 0;
      for (const [index, bytes] of encoded.entries()) {
        view().setUint32((list >>> 0) + index * 4, at, true);
        memory().set(bytes, at);
        at += bytes.length;
      }
      return 0;
    },
    fd_prestat_get: () => noSuchDescriptor,
    fd_prestat_dir_name: () => noSuchDescriptor,
  };
}
