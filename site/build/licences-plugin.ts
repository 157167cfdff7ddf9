import type { Plugin } from 'vite';
import { collectLicences } from './licences.ts';

const id = 'virtual:licences';

/** Gives the licences page its texts. */
export function licencesPlugin(projectFolder: string): Plugin {
  return {
    name: 'pagewise-licences',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(resolved) {
      if (resolved !== `\0${id}`) return null;
      return `export const licences = ${JSON.stringify(collectLicences(projectFolder))};`;
    },
  };
}
