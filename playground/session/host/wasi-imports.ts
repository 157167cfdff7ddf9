import type { FileSystem, ImportedFunction } from './glue.ts';
import { wasiFiles } from './wasi-files.ts';
import { wasiPoll } from './wasi-poll.ts';
import { errno, WasiMemory } from './wasi-types.ts';

/** What has nothing to work with here: there are no links, no sockets, no signals. These only answer. */
const notSupported = [
  ...['path_link', 'path_readlink', 'path_symlink', 'path_filestat_set_times', 'fd_filestat_set_times'],
  ...['fd_fdstat_set_rights', 'fd_renumber', 'proc_raise'],
  ...['sock_accept', 'sock_recv', 'sock_send', 'sock_shutdown'],
];

/** The names of the functions that only answer: they write nothing. */
export const onlyAnswer: ReadonlySet<string> = new Set([...notSupported, 'sched_yield', 'fd_advise', 'fd_datasync']);

/** What programs that were linked as WASI commands import besides what Emscripten's glue has. */
export function wasiImports(
  args: readonly string[],
  memory: () => Uint8Array,
  system: () => FileSystem,
): Record<string, ImportedFunction> {
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
    ...wasiFiles(system, new WasiMemory(memory)),
    ...wasiPoll(new WasiMemory(memory)),
    ...Object.fromEntries(notSupported.map((name) => [name, () => errno.notSupported])),
    sched_yield: () => 0,
  };
}
