import type { List, ListItem, RootContent } from 'mdast';
import { whatStays } from '../../../playground/exercises/decide-unchanged.ts';
import type { ParsedCheck, StatedCheck } from '../../../playground/lesson/exercise.ts';
import type { Html } from '../../../playground/lesson/html.ts';
import { readAttributes } from '../attributes.ts';
import type { ErrorList } from '../author-errors.ts';
import type { ContainerDirective } from '../directives.ts';
import { allFiles, type ProgramSource } from '../executed-program.ts';
import type { FilesBeside } from '../files-beside.ts';
import type { ExerciseToProve } from '../lesson-build-tools.ts';
import { suggest } from '../nearest.ts';
import type { ToHtml } from '../to-html.ts';
import { aboutAttribute } from './about.ts';
import { readEntries, tight } from './answers.ts';
import {
  exerciseStops,
  type FileOrigin,
  type FoundFiles,
  programAttributes,
  readFiles,
  sourceAttribute,
  toSource,
} from './program.ts';

const parts = ['starter', 'solution', 'checks', 'hints'] as const;
type PartName = (typeof parts)[number];

/** What an author writes in `:::exercise{…}`. */
export const exerciseAttributes = { ...programAttributes, breakpoints: exerciseStops, ...aboutAttribute };

/** What an author writes in `:::starter{…}` and `:::solution{…}`. */
export const partAttributes = { source: sourceAttribute.optional() };

/** An exercise whose programs have not run yet. */
export interface FoundExercise {
  readonly node: ContainerDirective;
  readonly solutionNode: ContainerDirective;
  /** What it is about, as the author wrote it. */
  readonly about: string | undefined;
  /** Where its lab stops, as the author wrote it. */
  readonly breakpoints: string | undefined;
  readonly starter: ProgramSource;
  readonly solution: ProgramSource;
  readonly origins: {
    readonly starter: ReadonlyMap<string, FileOrigin>;
    readonly solution: ReadonlyMap<string, FileOrigin>;
  };
  readonly task: readonly RootContent[];
  readonly checks: List;
  readonly hints: List | null;
}

/** Reads an `:::exercise` block. Null when anything is wrong. */
export function readExercise(node: ContainerDirective, folder: FilesBeside, errors: ErrorList): FoundExercise | null {
  const attributes = readAttributes(node, exerciseAttributes, errors);
  const found = new Map<PartName, ContainerDirective>();
  const task: RootContent[] = [];
  for (const child of node.children) {
    if (child.type !== 'containerDirective' || child.name === 'note') {
      task.push(child);
      continue;
    }
    const name = parts.find((part) => part === child.name);
    if (!name) errors.at(child, `\`${child.name}\` is no part of an exercise; ${suggest(child.name, parts)}`);
    else if (found.has(name)) errors.at(child, `an exercise has one \`${name}\``);
    else found.set(name, child);
  }
  for (const name of ['starter', 'solution', 'checks'] as const) {
    if (!found.has(name)) errors.at(node, `an exercise needs \`:::${name}\``);
  }
  if (task.length === 0) errors.at(node, 'an exercise begins with what is to be done');
  const starterFiles = readPart(found.get('starter'), folder, errors);
  const solutionFiles = readPart(found.get('solution'), folder, errors);
  const checks = listOf(found.get('checks'), errors);
  const hints = listOf(found.get('hints'), errors);
  const solutionNode = found.get('solution');
  if (!attributes || !starterFiles || !solutionNode || !solutionFiles || !checks) return null;
  if (starterFiles.files.length === 0) {
    errors.at(node, 'the starter needs a C, C++ or WAT file');
    return null;
  }
  const starter = toSource(node, attributes, starterFiles, errors);
  const solution = toSource(node, attributes, withStarter(solutionFiles, starterFiles), errors);
  if (!starter || !solution) return null;
  const origins = {
    starter: starterFiles.origins,
    solution: new Map([...starterFiles.origins, ...solutionFiles.origins]),
  };
  const { about, breakpoints } = attributes;
  return { node, solutionNode, about, breakpoints, starter, solution, origins, task, checks, hints };
}

function readPart(part: ContainerDirective | undefined, folder: FilesBeside, errors: ErrorList): FoundFiles | null {
  if (!part) return null;
  const attributes = readAttributes(part, partAttributes, errors);
  return attributes && readFiles(part, part.children, attributes.source, folder, errors);
}

/** Files that only the starter has belong to the solution as well. */
function withStarter(solution: FoundFiles, starter: FoundFiles): FoundFiles {
  const own = new Map(solution.files.map((file) => [file.path, file]));
  const files = starter.files.map((file) => own.get(file.path) ?? file);
  const added = solution.files.filter((file) => !starter.files.some((each) => each.path === file.path));
  return { ...solution, files: [...files, ...added], javascript: solution.javascript ?? starter.javascript };
}

function listOf(part: ContainerDirective | undefined, errors: ErrorList): List | null {
  if (!part) return null;
  readAttributes(part, {}, errors);
  const [only] = part.children;
  if (part.children.length === 1 && only?.type === 'list') return only;
  errors.at(part, `\`${part.name}\` holds one list and nothing else`);
  return null;
}

/** Reads the list of checks: code first, then what the learner reads, then a quotation with advice. */
export function readChecks(
  list: List,
  parseCheck: (text: string) => ParsedCheck,
  toHtml: ToHtml,
  errors: ErrorList,
  starter: ProgramSource,
): readonly StatedCheck[] {
  const checks: StatedCheck[] = [];
  for (const item of list.children) {
    const { paragraph, code } = startOf(item);
    if (!paragraph || !code) {
      errors.at(item, 'a check begins with its code: `` - `no-leak` Every block is freed. ``');
      continue;
    }
    const parsed = knowingStarter(parseCheck(code.value), starter);
    if (!parsed.ok) {
      const { unknown } = parsed;
      const hint = unknown ? `; ${suggest(unknown.name, unknown.known)}` : '';
      errors.at(code, parsed.message + hint, { columns: parsed.column });
    }
    const words = paragraph.children.slice(1);
    const [first] = words;
    if (first?.type === 'text') first.value = first.value.trimStart();
    if (words.length === 0) errors.at(item, 'say after the code what the learner reads');
    paragraph.children = words;
    const [entry] = readEntries({ ...list, children: [item] }, toHtml, errors);
    // A call may be made again: it finds what the first one left.
    if (parsed.ok && parsed.check.kind !== 'call' && checks.some(({ source }) => source === code.value))
      errors.at(code, `\`${code.value}\` is checked above; leave this out`);
    if (parsed.ok && entry)
      checks.push({ source: code.value, check: parsed.check, statement: entry.html, advice: entry.quotation });
  }
  if (list.children.length === 0) errors.at(list, 'an exercise has at least one check');
  return checks;
}

/** What will prove an exercise, without what the learner reads; null where a check cannot be read. */
export function foreseen(
  { starter, solution, checks }: FoundExercise,
  parseCheck: (text: string) => ParsedCheck,
): ExerciseToProve | null {
  const read = checks.children.map((item): StatedCheck | null => {
    const { code } = startOf(item);
    if (!code) return null;
    const parsed = knowingStarter(parseCheck(code.value), starter);
    return parsed.ok ? { source: code.value, check: parsed.check, statement: '' as Html, advice: null } : null;
  });
  return read.includes(null) ? null : { starter, solution, checks: read.filter((check) => check !== null) };
}

/** The code that a check begins with, and the paragraph around it. */
function startOf({ children: [paragraph] }: ListItem) {
  if (paragraph?.type !== 'paragraph') return {};
  const [code] = paragraph.children;
  return code?.type === 'inlineCode' ? { paragraph, code } : {};
}

/** A check that compares with the starter is given what it compares with. */
function knowingStarter(parsed: ParsedCheck, starter: ProgramSource): ParsedCheck {
  if (!parsed.ok || parsed.check.kind !== 'unchanged') return parsed;
  const { path, from, to } = parsed.check;
  const file = allFiles(starter).find((each) => each.path === path);
  const column = 'unchanged '.length + 1;
  if (!file) return { ok: false, column, message: `the starter has no file \`${path}\`` };
  const stays = whatStays(file.text, from, to);
  if (stays !== null) return { ok: true, check: { ...parsed.check, stays } };
  const message =
    to === null || whatStays(file.text, from) === null
      ? `\`${from}\` is not in exactly one line of the starter's \`${path}\`, comments left out`
      : `\`${to}\` is not in exactly one line of the starter's \`${path}\` from \`${from}\` on, comments left out`;
  return { ok: false, column: column + path.length + 1, message };
}

/** Hints, in the order in which they are given away. */
export function readHints(list: List | null, toHtml: ToHtml): readonly Html[] {
  return (list?.children ?? []).map((item) => toHtml(tight(item.children)));
}
