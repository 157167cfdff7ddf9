import type { ImportedFunction } from './glue.ts';

/** EBADF and ENOSYS, as WASI numbers them (preview 1, `errno`). */
const noSuchDescriptor = 8;
const notSupported = 52;

/** What each function answers that has nothing to work with here: there are no folders, no sockets, no signals. */
const answers: Readonly<Record<string, number>> = {
  fd_prestat_get: noSuchDescriptor,
  fd_prestat_dir_name: noSuchDescriptor,
  fd_readdir: noSuchDescriptor,
  path_create_directory: noSuchDescriptor,
  path_filestat_get: noSuchDescriptor,
  path_filestat_set_times: noSuchDescriptor,
  path_link: noSuchDescriptor,
  path_open: noSuchDescriptor,
  path_readlink: noSuchDescriptor,
  path_remove_directory: noSuchDescriptor,
  path_rename: noSuchDescriptor,
  path_symlink: noSuchDescriptor,
  path_unlink_file: noSuchDescriptor,
  fd_advise: notSupported,
  fd_allocate: notSupported,
  fd_datasync: notSupported,
  fd_fdstat_set_flags: notSupported,
  fd_fdstat_set_rights: notSupported,
  fd_filestat_get: notSupported,
  fd_filestat_set_size: notSupported,
  fd_filestat_set_times: notSupported,
  fd_renumber: notSupported,
  fd_tell: notSupported,
  poll_oneoff: notSupported,
  proc_raise: notSupported,
  sock_accept: notSupported,
  sock_recv: notSupported,
  sock_send: notSupported,
  sock_shutdown: notSupported,
  sched_yield: 0,
};

/** The names of the functions that only answer: they write nothing. */
export const onlyAnswer: ReadonlySet<string> = new Set(Object.keys(answers));

/**
 * What programs that were linked as WASI commands import besides what Emscripten's glue has: their arguments, and what
 * has nothing to work with here.
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
    ...Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer])),
  };
}
