import type { ErrorList } from './author-errors.ts';
import type { TextNode } from './directives.ts';
import type { ExecutedProgram, ProgramSource, Snapshot } from './executed-program.ts';
import { suggest } from './nearest.ts';
import { readValue, UnreadableError, type Value } from './read-value.ts';
import { parseReading, parseWhen, type When } from './reading-grammar.ts';
import { snapshotAt } from './snapshot-at.ts';

/** A link to another place that can only be checked when every lesson is known. */
export interface PendingLink {
  readonly slug: string | null;
  readonly fragment: string | null;
  readonly line: number;
  readonly column: number;
}

/** Everything that blocks of one lesson need from each other while it is compiled. */
export interface LessonScope {
  readonly errors: ErrorList;
  /** Folder of `lesson.md`, absolute. */
  readonly folder: string;
  /** The lesson's own programs, without exercises. */
  readonly programs: ReadonlyMap<string, ProgramSource>;
  /** Runs by program or exercise id; missing where the program does not compile. */
  readonly runs: ReadonlyMap<string, ExecutedProgram>;
  /** Ids of headings and blocks. */
  readonly ids: Set<string>;
  readonly links: PendingLink[];
  /** Files beside the lesson that the page shows: path from the lesson's folder to address on the site. */
  readonly pictures: Map<string, string>;
}

/** The program that a block means: the named one, or the only one. Reports and returns null otherwise. */
export function meantProgram(scope: LessonScope, node: TextNode, name: string | undefined): ProgramSource | null {
  const ids = [...scope.programs.keys()];
  if (name !== undefined) {
    const program = scope.programs.get(name);
    if (program) return program;
    scope.errors.at(node, `this lesson has no program \`${name}\`; ${suggest(name, ids)}`);
    return null;
  }
  const only = ids.length === 1 ? scope.programs.get(ids[0] ?? '') : undefined;
  if (only) return only;
  const which = ids.length === 0 ? 'this lesson has no program' : `write \`program="${ids[0]}"\` or another`;
  scope.errors.at(node, `which program is meant? ${which}`);
  return null;
}

/** Which run, and which moment of it: the only program's and the end, where nothing is said. */
export interface Meant {
  readonly program?: string | undefined;
  readonly moment?: string | undefined;
}

/** A program's run at a moment; `when` goes before the one that is meant. Reports at the node and returns null when there is none. */
export function lookUpRun(scope: LessonScope, node: TextNode, meant: Meant, when: When | null = null): Snapshot | null {
  const asked = when ?? (meant.moment === undefined ? null : parseWhen(meant.moment));
  if (!asked && meant.moment !== undefined) {
    scope.errors.at(
      node,
      `\`${meant.moment}\` is no moment; write \`before line 8\`, \`after 'free(p)'\` or \`at step 12\``,
    );
    return null;
  }
  const program = meantProgram(scope, node, meant.program);
  const run = program && scope.runs.get(program.id);
  if (!run || !asked) return run ?? null;
  return readable(scope, node, program, () => snapshotAt(run, program, asked));
}

/** Reads a value from a program's run. Reports at the node and returns null when there is none. */
export function lookUpValue(scope: LessonScope, node: TextNode, meant: Meant, reading: string): Value | null {
  const parsed = parseReading(reading);
  if ('error' in parsed) {
    scope.errors.at(node, parsed.error);
    return null;
  }
  const snapshot = lookUpRun(scope, node, meant, parsed.when);
  const program = snapshot && meantProgram(scope, node, meant.program);
  return program && readable(scope, node, program, () => readValue(parsed, snapshot));
}

function readable<Found>(scope: LessonScope, node: TextNode, program: ProgramSource, read: () => Found): Found | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    scope.errors.at(node, `in a run of \`${program.id}\`: ${error.message}`);
    return null;
  }
}
