import { fileNameProblem, isScript } from './file-names.ts';
import type { LessonFile } from './program.ts';
import { isRecord } from './saved-work.ts';

/** The learner's second file, where a program brings none of its own. */
export const scriptPath = 'lab.js';

/** Under this name, which no file can have, the order of a program's files is kept, and which of its own are gone. */
export const arrangementPath = '.files';

export interface ProgramFiles {
  /** C and C++, or one WAT file. */
  readonly files: readonly LessonFile[];
  /** JavaScript, in the order in which it runs. */
  readonly scripts: readonly LessonFile[];
}

/**
 * A program as the learner has it. `edited` holds texts by path: of the program's own files, and of those that the
 * learner added; and how they are arranged. It comes from storage: what no file can be called is left out.
 */
export function withEdits(own: ProgramFiles, edited: Readonly<Record<string, string>>): ProgramFiles {
  const { order, removed } = parseArrangement(edited[arrangementPath]);
  const known = ownFiles(own).filter(({ path }) => !removed.includes(path));
  const all = known.map((file) => ({ ...file, text: edited[file.path] ?? file.text }));
  for (const [path, text] of Object.entries(edited)) {
    const taken = all.map((file) => file.path);
    if (fileNameProblem(path, taken) === null) all.push({ path, text });
  }
  const rank = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length);
  all.sort((one, other) => rank(one.path) - rank(other.path));
  return { files: all.filter(({ path }) => !isScript(path)), scripts: all.filter(({ path }) => isScript(path)) };
}

/** What `withEdits` needs to make `current` of a program again; nothing where they are the same. */
export function editsOf(own: ProgramFiles, current: ProgramFiles): Readonly<Record<string, string>> {
  const originals = ownFiles(own);
  const all = [...current.files, ...current.scripts];
  const edited = all.filter(({ path, text }) => originals.find((file) => file.path === path)?.text !== text);
  const removed = originals.map(({ path }) => path).filter((path) => !all.some((file) => file.path === path));
  const order = all.map(({ path }) => path);
  const texts = Object.fromEntries(edited.map(({ path, text }) => [path, text]));
  const usual = withEdits(own, texts);
  const isUsual =
    removed.length === 0 && [...usual.files, ...usual.scripts].every(({ path }, at) => path === order[at]);
  return isUsual ? texts : { ...texts, [arrangementPath]: JSON.stringify({ order, removed }) };
}

const ownFiles = ({ files, scripts }: ProgramFiles): readonly LessonFile[] => [...files, ...scripts];

interface Arrangement {
  readonly order: readonly string[];
  readonly removed: readonly string[];
}

function parseArrangement(text = '{}'): Arrangement {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read)) return { order: [], removed: [] };
    return { order: namesIn(read.order), removed: namesIn(read.removed) };
  } catch {
    return { order: [], removed: [] };
  }
}

const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
