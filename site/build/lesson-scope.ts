import type { ErrorList } from './author-errors.ts';
import type { TextNode } from './directives.ts';
import type { ExecutedProgram, ProgramSource } from './executed-program.ts';
import { suggest } from './nearest.ts';
import { readValue, UnreadableError, type Value } from './read-value.ts';
import { parseReading } from './reading-grammar.ts';

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

/** Reads a value from a program's run. Reports at the node and returns null when there is none. */
export function lookUpValue(
  scope: LessonScope,
  node: TextNode,
  program: string | undefined,
  reading: string,
): Value | null {
  const parsed = parseReading(reading);
  if ('error' in parsed) {
    scope.errors.at(node, parsed.error);
    return null;
  }
  const meant = meantProgram(scope, node, program);
  const run = meant && scope.runs.get(meant.id);
  if (!run) return null;
  try {
    return readValue(parsed, run);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    scope.errors.at(node, `in a run of \`${meant.id}\`: ${error.message}`);
    return null;
  }
}
