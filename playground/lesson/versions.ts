import type { SavedExercise } from './saved-work.ts';

/** Edited files as they were checked, or just before something took their place. */
export interface SavedVersion {
  /** Texts by path, as `SavedFiles` keeps them. */
  readonly files: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly when: number;
  /** Checks that passed, of how many; both 0 where it was not checked. */
  readonly passed: number;
  readonly of: number;
}

/** Versions that are kept of an exercise, and characters of all of them: a browser keeps some millions for all lessons. */
export const mostVersions = 20;
const mostCharacters = 200_000;

/** The versions of an exercise, newest first. */
export function versionsOf({ versions, own }: Pick<SavedExercise, 'versions' | 'own'>): readonly SavedVersion[] {
  if (versions) return versions;
  return own ? [{ files: own, when: 0, passed: 0, of: 0 }] : [];
}

/** Adds a version in front. The same text is kept once, and remembers its last check. */
export function withVersion(known: readonly SavedVersion[], added: SavedVersion): readonly SavedVersion[] {
  const same = known.find(({ files }) => isSame(files, added.files));
  const checked = added.of > 0 || !same ? added : { ...added, passed: same.passed, of: same.of };
  return bounded([checked, ...known.filter((version) => version !== same)]);
}

/** Those of two places, newest first. */
export function mergeVersions(some: readonly SavedVersion[], others: readonly SavedVersion[]): readonly SavedVersion[] {
  const missing = others.filter(({ files }) => !some.some((version) => isSame(version.files, files)));
  return bounded([...some, ...missing].toSorted((one, other) => other.when - one.when));
}

function bounded(versions: readonly SavedVersion[]): readonly SavedVersion[] {
  let characters = 0;
  const fits = ({ files }: SavedVersion) => {
    for (const [path, text] of Object.entries(files)) characters += path.length + text.length;
    return characters <= mostCharacters;
  };
  // The newest stays, whatever its size.
  return versions.slice(0, mostVersions).filter((version, index) => fits(version) || index === 0);
}

function isSame(one: SavedVersion['files'], other: SavedVersion['files']): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}
