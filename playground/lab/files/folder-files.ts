import type { DroppedFile } from '../dropped-files.ts';

/** A page's view of the File System Access API, which not every browser has. */
interface FolderPicker {
  showDirectoryPicker?: (options: { readonly mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
}

type FolderEntries = AsyncIterable<FileSystemDirectoryHandle | FileSystemFileHandle>;

/** Files of a folder that are looked at. */
const mostFiles = 5_000;
const passedOver = /^(\.|node_modules$|CMakeFiles$|build$)/;

export const canPickFolder = (): boolean => (globalThis as FolderPicker).showDirectoryPicker !== undefined;

/** Asks for a folder and lists its files, those of tools and packages left out; null when the learner chose none. */
export async function pickFolder(): Promise<readonly DroppedFile[] | null> {
  const folder = await (globalThis as FolderPicker).showDirectoryPicker?.({ mode: 'read' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  });
  if (!folder) return null;
  const found: DroppedFile[] = [];
  const waiting: { readonly path: string; readonly folder: FileSystemDirectoryHandle }[] = [
    { path: folder.name, folder },
  ];
  for (let next = waiting.shift(); next && found.length < mostFiles; next = waiting.shift()) {
    const { values } = next.folder as unknown as { values: () => FolderEntries };
    for await (const entry of values.call(next.folder)) {
      const path = `${next.path}/${entry.name}`;
      if (entry.kind === 'file') found.push({ path, file: await entry.getFile() });
      else if (!passedOver.test(entry.name)) waiting.push({ path, folder: entry });
    }
  }
  return found;
}
