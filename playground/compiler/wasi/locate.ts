import type { FolderNode, Node } from './file-system.ts';

/** Where a path leads: the folder it ends in, the last name, and what is there. */
export interface Place {
  readonly folder: FolderNode;
  readonly name: string;
  /** Null when there is nothing of this name yet. */
  readonly node: Node | null;
}

/** Follows a path from a folder; `..` never leads above it. Null when a folder on the way is missing. */
export function locate(start: FolderNode, path: string): Place | null {
  const trail = [start];
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const last = names.pop() ?? '.';
  for (const name of names) {
    if (name === '..') {
      if (trail.length > 1) trail.pop();
      continue;
    }
    const next = trail.at(-1)?.entries.get(name);
    if (next?.kind !== 'folder') return null;
    trail.push(next);
  }
  const folder = last === '..' ? trail.at(-2) : trail.at(-1);
  if (!folder) return null;
  return { folder, name: last, node: last === '.' || last === '..' ? folder : (folder.entries.get(last) ?? null) };
}
