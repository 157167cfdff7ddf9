import { filesInZip, type IncomingFile, type IncomingFiles, largestZip } from '../../files/incoming-files.ts';
import { type OpenedProject, openProject } from '../../files/open-project.ts';
import type { DroppedFile } from '../dropped-files.ts';

/** Opens what was dropped or chosen as a program. */
export async function openFiles(files: readonly DroppedFile[]): Promise<OpenedProject> {
  const incoming = await incomingFiles(files);
  return incoming.ok ? openProject(incoming.files) : incoming;
}

/** What was dropped or chosen: the files of one zip archive, of a folder, or single ones. */
export async function incomingFiles(files: readonly DroppedFile[]): Promise<IncomingFiles> {
  const [first] = files;
  if (!first) return { ok: false, problem: 'There is no file in it, or it could not be read.' };
  const zips = files.filter(({ path }) => /\.zip$/i.test(path));
  if (zips.length === 0) return { ok: true, files: files.map(incoming) };
  if (files.length > 1) return { ok: false, problem: 'Open one zip archive at a time, and nothing beside it.' };
  if (first.file.size > largestZip) {
    return {
      ok: false,
      problem: `The archive has more than ${largestZip / 1_000_000} MB, the most that is read here.`,
    };
  }
  return filesInZip(new Uint8Array(await first.file.arrayBuffer()));
}

/** What files that come together are called: the archive, the folder, or the one file. */
export function nameOf(files: readonly DroppedFile[]): string {
  const path = files[0]?.path ?? '';
  const [folder] = path.split('/');
  return files.length > 1 && !path.includes('/') ? `${files.length} files` : (folder ?? path);
}

const incoming = ({ path, file }: DroppedFile): IncomingFile => ({
  path,
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});
