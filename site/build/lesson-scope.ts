import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { ErrorList } from './author-errors.ts';
import type { TextNode } from './directives.ts';
import type { ExecutedProgram, ProgramSource, Snapshot } from './executed-program.ts';
import type { FilesBeside } from './files-beside.ts';
import { suggest } from './nearest.ts';
import { readValue, type Value } from './read-value.ts';
import { parseReading, parseWhen, type When } from './reading-grammar.ts';
import { snapshotAt } from './snapshot-at.ts';
import { UnreadableError } from './unreadable-error.ts';

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
  /** Code of the language that the text is in. */
  readonly language: string;
  readonly folder: FilesBeside;
  /** The lesson's own programs, without exercises. */
  readonly programs: ReadonlyMap<string, ProgramSource>;
  /** Ids of programs whose blocks have errors, `''` for one without an id: what is read from them gives nothing, and reports nothing. */
  readonly unread: ReadonlySet<string>;
  /** Runs by program or exercise id; missing where the program does not compile, or does not end as it is meant to. */
  readonly runs: ReadonlyMap<string, ExecutedProgram>;
  /** Ids of programs that do not compile, as they are meant to. */
  readonly failed: ReadonlySet<string>;
  /** Ids of headings and blocks. */
  readonly ids: Set<string>;
  readonly links: PendingLink[];
  /** What questions and exercises are about, by their ids. */
  readonly about: Map<string, string>;
  readonly glossary: readonly GlossaryTerm[];
  /** Takes terms that the glossary does not have: `errors`, or a list of its own where they stop nothing. */
  readonly unknownTerms: ErrorList;
  /** Address of another lesson's page, relative to this one. */
  readonly lessonAddress: (slug: string) => string;
  /** Files beside the lesson that the page shows: name to address. */
  readonly pictures: Map<string, string>;
}

/** The program that a block means: the named one, or the only one. Null otherwise, and reports unless that program's block has errors. */
export function meantProgram(scope: LessonScope, node: TextNode, name: string | undefined): ProgramSource | null {
  const { programs, unread, errors } = scope;
  const ids = [...programs.keys(), ...unread];
  const meant = name ?? (ids.length === 1 ? ids[0] : undefined);
  const program = meant === undefined ? undefined : programs.get(meant);
  if (program) return program;
  // One whose id is missing may be any.
  if (unread.has('') || (meant !== undefined && unread.has(meant))) return null;
  if (name !== undefined) errors.at(node, `this lesson has no program \`${name}\`; ${suggest(name, ids)}`);
  else {
    const which = ids.length === 0 ? 'this lesson has no program' : `write \`program="${ids[0]}"\` or another`;
    errors.at(node, `which program is meant? ${which}`);
  }
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
