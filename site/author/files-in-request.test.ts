import { expect, it } from 'vitest';
import { filesInRequest } from './files-in-request.ts';

const beside = filesInRequest({
  files: [
    { path: 'hello/main.cpp', text: 'main' },
    { path: 'hello/deep/x.h', text: 'deep' },
    { path: 'hello/.hidden.h', text: 'hidden' },
    { path: 'one.cpp', text: 'one' },
  ],
  pictures: { 'map.svg': 'blob:map' },
});

it('gives a folder’s own files by name, as a disk would', () => {
  expect(beside.filesIn('hello')).toEqual([{ path: 'main.cpp', text: 'main' }]);
  expect(beside.filesIn('hello/deep')).toEqual([{ path: 'x.h', text: 'deep' }]);
  expect(beside.filesIn('one.cpp')).toBe('file');
  expect(beside.filesIn('hell')).toBe('missing');
});

it('gives no picture that did not come with the lesson', () => {
  expect(beside.pictureAddress('map.svg')).toBe('blob:map');
  expect(beside.pictureAddress('other.svg')).toBeNull();
  expect(beside.pictureAddress('constructor')).toBeNull();
});
