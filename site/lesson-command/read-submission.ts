import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileNameProblem, isScript } from '../../playground/lesson/file-names.ts';
import type { ProgramSource } from '../build/executed-program.ts';

/** A submission laid over an exercise's starter. */
export interface Submission {
  /** Texts by the path that they have in the exercise. */
  readonly edited: Readonly<Record<string, string>>;
  /** The name of a file as it was given, by its path in the exercise. */
  readonly shown: ReadonlyMap<string, string>;
}

/**
 * Reads a submission: files that are called as the starter's take their places, and others are added. A single C or C++
 * file may have any name where the starter has one alone. In words what is wrong.
 */
export function readSubmission(names: readonly string[], starter: ProgramSource): Submission | string {
  const edited: Record<string, string> = {};
  const shown = new Map<string, string>();
  const own = [...starter.files.map(({ path }) => path), ...(starter.javascript ? [starter.javascript.path] : [])];
  const given: string[] = [];
  for (const name of names) {
    const files = filesAt(name);
    if (files.length === 0) return `${name} holds no files`;
    given.push(...files);
  }
  const sources = given.filter((name) => !isScript(name) && !/\.(h|hh|hpp|hxx|inc)$/.test(name));
  const [only] = starter.files;
  for (const name of given) {
    const standsIn = sources.length === 1 && sources[0] === name && starter.files.length === 1 && only;
    const path = standsIn ? only.path : (own.find((each) => each === basename(name)) ?? basename(name));
    const problem = own.includes(path) ? null : fileNameProblem(path, [...own, ...Object.keys(edited)]);
    if (problem) return `${name}: ${problem}`;
    if (shown.has(path)) return `${name} and ${shown.get(path)} would both be ${path} of the exercise`;
    const text = textOf(name);
    if (text === null) return `${name} cannot be read`;
    if (text.trim() === '') return `${name} is empty`;
    if (text.includes('\0') || text.includes('\ufffd')) return `${name} is no text in UTF-8`;
    edited[path] = text;
    shown.set(path, name);
  }
  return { edited, shown };
}

function textOf(name: string): string | null {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return null;
  }
}

function filesAt(name: string): readonly string[] {
  if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name];
  return readdirSync(name, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(name, entry.name))
    .sort();
}
