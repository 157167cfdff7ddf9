import type { FilesBeside } from '../build/files-beside.ts';
import type { LessonRequest } from './lesson-request.ts';

/** The files of a request, as the lesson compiler asks for them. */
export function filesInRequest({ files, pictures }: Pick<LessonRequest, 'files' | 'pictures'>): FilesBeside {
  return {
    pictureAddress: (name) => (Object.hasOwn(pictures, name) ? (pictures[name] ?? null) : null),
    filesIn(folder) {
      if (files.some(({ path }) => path === folder)) return 'file';
      const start = `${folder}/`;
      const inside = files.filter(({ path }) => path.startsWith(start));
      if (inside.length === 0) return 'missing';
      const named = inside.map(({ path, text }) => ({ path: path.slice(start.length), text }));
      return named.filter(({ path }) => !path.includes('/') && !path.startsWith('.'));
    },
  };
}
