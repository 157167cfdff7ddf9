import { expect, it } from 'vitest';
import { mergeVersions, mostVersions, type SavedVersion, versionsOf, withVersion } from './versions.ts';

const version = (text: string, when = 0, passed = 0, of = 0): SavedVersion => ({
  files: { 'main.cpp': text },
  ...{ when, passed, of },
});
const texts = (versions: readonly SavedVersion[]) => versions.map(({ files }) => files['main.cpp']);

it('the newest comes first, and so many are kept', () => {
  let known: readonly SavedVersion[] = [];
  for (let count = 0; count < 30; count++) known = withVersion(known, version(String(count), count));
  expect(known).toHaveLength(mostVersions);
  expect(texts(known).slice(0, 2)).toEqual(['29', '28']);
});

it('the same text is kept once, and remembers its last check', () => {
  const known = withVersion([version('b', 2), version('a', 1, 3, 5)], version('a', 4));
  expect(known).toEqual([version('a', 4, 3, 5), version('b', 2)]);
  expect(withVersion(known, version('a', 5, 5, 5))[0]).toEqual(version('a', 5, 5, 5));
});

it('large texts push old ones out, and the newest stays whatever its size', () => {
  const large = 'x'.repeat(150_000);
  expect(texts(withVersion([version(large), version('old')], version(`${large}y`)))).toEqual([`${large}y`]);
  expect(withVersion([], version(large + large))).toHaveLength(1);
});

it('versions of two browsers come together, newest first', () => {
  expect(texts(mergeVersions([version('c', 3), version('a', 1)], [version('b', 2), version('a', 9)]))).toEqual([
    'c',
    'b',
    'a',
  ]);
});

it('what an earlier page kept is a version', () => {
  expect(texts(versionsOf({ own: { 'main.cpp': 'mine' } }))).toEqual(['mine']);
  expect(versionsOf({})).toEqual([]);
});
