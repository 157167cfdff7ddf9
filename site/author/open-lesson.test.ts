import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesInZip, type IncomingFile } from '../../playground/files/incoming-files.ts';
import { lessonLimits } from '../build/lesson-limits.ts';
import { openLesson } from './open-lesson.ts';
import { zipLesson } from './zip-lesson.ts';

const file = (path: string, text: string, size = text.length): IncomingFile => ({
  path,
  size,
  read: async () => strToU8(text),
});

async function openZip(entries: Zippable, name = 'lesson.zip') {
  const incoming = filesInZip(zipSync(entries));
  return incoming.ok ? openLesson(incoming.files, name) : incoming;
}

describe('a lesson that is opened', () => {
  it('is the folder with its lesson.md, sources and pictures, as it was downloaded', async () => {
    const folder = {
      name: '08-allocation',
      files: [
        { path: 'lesson.md', text: 'text\n' },
        { path: 'hello/main.cpp', text: 'int main() {}\n' },
        { path: 'map.svg', bytes: Uint8Array.from(strToU8('<svg/>')) },
      ],
    };
    const incoming = filesInZip(zipLesson(folder));
    if (!incoming.ok) throw new Error(incoming.problem);
    expect(await openLesson(incoming.files, 'other.zip')).toEqual({ ok: true, folder, leftOut: 0 });
  });

  it('may be one markdown file, whose name names the folder', async () => {
    const opened = await openLesson([file('My Heap.md', 'text\r\n')], 'My Heap.md');
    expect(opened).toMatchObject({
      ok: true,
      folder: { name: '01-my-heap', files: [{ path: 'lesson.md', text: 'text\n' }] },
    });
  });

  it('brings the nearest glossary of its course', async () => {
    const lesson = { 'course/part/02-heap/lesson.md': strToU8('text') };
    const above = { 'course/glossary.yaml': strToU8('terms: []\n'), 'course/other/glossary.yaml': strToU8('no') };
    const beside = { 'course/part/02-heap/glossary.yaml': strToU8('# beside\n') };
    expect(await openZip({ ...lesson, ...above })).toMatchObject({
      folder: { name: '02-heap', files: [{ path: 'lesson.md' }, { path: 'glossary.yaml', text: 'terms: []\n' }] },
      leftOut: 1,
    });
    expect(await openZip({ ...lesson, ...above, ...beside })).toMatchObject({
      folder: { files: [{ path: 'lesson.md' }, { path: 'glossary.yaml', text: '# beside\n' }] },
      leftOut: 2,
    });
  });

  it('leaves out what no lesson is made of', async () => {
    const opened = await openZip({
      'a/lesson.md': strToU8('text'),
      'a/run.sh': strToU8('rm'),
      'a/.git/config.md': strToU8('x'),
      'b/main.cpp': strToU8('x'),
    });
    expect(opened).toMatchObject({ ok: true, leftOut: 3 });
  });

  it('is refused in words when it is none, or several', async () => {
    expect(await openZip({ 'main.cpp': strToU8('x') })).toEqual({ ok: false, problem: 'There is no lesson.md in it.' });
    expect(await openZip({ 'a/lesson.md': strToU8('x'), 'b/lesson.md': strToU8('x') })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('2 lessons'),
    });
  });

  it('may come from a program that writes `\\` between folders', async () => {
    const opened = await openZip({ '08-heap\\lesson.md': strToU8('text'), '08-heap\\hello\\main.cpp': strToU8('x') });
    const files = [{ path: 'lesson.md' }, { path: 'hello/main.cpp' }];
    expect(opened).toMatchObject({ ok: true, folder: { name: '08-heap', files }, leftOut: 0 });
    expect(await openZip({ 'a/lesson.md': strToU8('x'), 'a\\lesson.md': strToU8('y') })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('two files'),
    });
  });

  it('cannot name files outside of its folder', async () => {
    const outside = ['../lesson.md', '/lesson.md', 'a/../../lesson.md'];
    for (const path of [...outside, '..\\lesson.md', 'a\\..\\lesson.md', '\\\\host\\lesson.md', 'c:\\lesson.md']) {
      expect(await openZip({ [path]: strToU8('x') }), path).toMatchObject({ ok: false });
    }
  });

  it('is measured before it is read, and again while it is', async () => {
    const unread = { ...file('lesson.md', ''), read: () => Promise.reject(new Error('it was read')) };
    const large = { ...unread, size: lessonLimits.lesson + 1 };
    expect(await openLesson([large], 'x')).toMatchObject({ ok: false, problem: expect.stringContaining('300 kB') });
    const sources = Array.from({ length: 3 }, (_, index) => ({ ...unread, path: `a${index}.cpp`, size: 400_000 }));
    expect(await openLesson([unread, ...sources], 'x')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('1 MB'),
    });
    const many = Array.from({ length: lessonLimits.files }, (_, index) => file(`${index}.cpp`, ''));
    expect(await openLesson([unread, ...many], 'x')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('201'),
    });
    // 50 MB that say they are 10 bytes.
    const bomb = zipSync({ 'lesson.md': new Uint8Array(50_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 28 < bomb.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    const incoming = filesInZip(bomb);
    if (!incoming.ok) throw new Error(incoming.problem);
    expect(await openLesson(incoming.files, 'x')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('damaged'),
    });
  });

  it('has to be text', async () => {
    expect(await openZip({ 'lesson.md': Uint8Array.of(0xff, 0xfe) })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('UTF-8'),
    });
  });
});
