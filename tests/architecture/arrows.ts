/** What a page of architecture says about folders: their names, and what each may import. */
export interface Arrows {
  readonly folders: readonly string[];
  mayImport(from: string, to: string): boolean;
}

/** Reads the table of docs/architecture.md: folders in the first column, what they may import in the last. */
export function arrows(page: string): Arrows {
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, -1));
  const allowed = new Map<string, readonly string[]>();
  for (const cells of rows) {
    if (cells.length !== 3) continue;
    const targets = namesIn(cells[2] ?? '');
    for (const folder of namesIn(cells[0] ?? '')) {
      // Neighbours are named without their common folder.
      const neighbours = targets.map((name) => (name.includes('/') ? name : `${folder.split('/')[0]}/${name}`));
      allowed.set(folder.replace(/\/$/, ''), [...targets, ...neighbours]);
    }
  }
  return {
    folders: [...allowed.keys()].filter((folder) => !folder.includes('.')),
    mayImport(from, to) {
      const names = allowed.get(from) ?? [];
      return names.includes(to) || names.includes(to.split('/')[0] ?? '');
    },
  };
}

const namesIn = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
