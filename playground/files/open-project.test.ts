import fc from 'fast-check';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { filesInZip } from './incoming-files.ts';
import { openProject } from './open-project.ts';
import { usualValues } from './project.ts';
import { zipProject } from './zip-project.ts';

const text = (content: string) => new TextEncoder().encode(content);
const main = text('int main() {}');
/** Opens a zip archive that holds these. */
const open = (entries: Zippable) => openZip(zipSync(entries));

async function openZip(bytes: Uint8Array) {
  const files = filesInZip(bytes);
  return files.ok ? openProject(files.files) : files;
}

it('takes the sources of any archive, without the folder that they are all in', async () => {
  const opened = await open({
    'demo/README.md': text('# Demo'),
    'demo/src/main.cpp': main,
    'demo/src/list/list.h': text('#pragma once'),
    'demo/src/run.js': text('1;'),
    'demo/build/generated.c': text(''),
    'demo/.git/hooks/x.c': text(''),
  });
  expect(opened).toEqual({
    ok: true,
    leftOut: 3,
    project: {
      settings: defaultSettings,
      input: '',
      inputEnds: false,
      argumentLine: '',
      buffer: 'fixed-length',
      files: [
        { path: 'main.cpp', text: 'int main() {}' },
        { path: 'list/list.h', text: '#pragma once' },
      ],
      scripts: [{ path: 'run.js', text: '1;' }],
    },
  });
});

it('takes no settings from a description that is not ours', async () => {
  const opened = await open({
    'demo/pagewise.json': text('{"kind":"pagewise-program","version":1,"values":{"settings":{"standard":"--help"}}}'),
    'demo/src/main.cpp': main,
  });
  expect(opened).toMatchObject({ ok: true, project: { settings: defaultSettings } });
});

const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.c`, main]));
it.each<[string, Zippable, RegExp]>([
  ['no sources', { 'a.txt': main }, /no C, C\+\+, WAT or JavaScript file/],
  ['JavaScript alone', { 'a.js': main }, /no C, C\+\+ or WAT file/],
  ['a path upwards', { 'a/../../main.cpp': main }, /outside of its folder/],
  ['a path from the root', { '/etc/main.cpp': main }, /outside of its folder/],
  ['a path with a drive', { 'C:/main.cpp': main }, /outside of its folder/],
  ['a path of Windows', { '..\\main.cpp': main }, /outside of its folder/],
  ['a path upwards to something else', { 'main.cpp': main, '../notes.txt': main }, /outside of its folder/],
  ['a huge name', { [`${'a'.repeat(300)}.cpp`]: main }, /has 304 characters/],
  ['a name that no file here has', { 'my file.cpp': main }, /my file\.cpp: A name has letters/],
  ['names that differ in case', { 'a/Main.cpp': main, 'a/main.cpp': main }, /two files/],
  ['too many files', many, /101 source files/],
  ['too much text', { 'main.cpp': new Uint8Array(500_001).fill(32) }, /more than 500 kB/],
  ['text that is not UTF-8', { 'main.cpp': Uint8Array.of(0x2f, 0x2f, 0xe4, 0x0a) }, /main\.cpp is not text in UTF-8/],
  ['bytes', { 'main.cpp': new Uint8Array(9) }, /not text/],
  ['text in UTF-16', { 'main.cpp': Uint8Array.of(0xff, 0xfe, 0x2f, 0, 0x2f, 0) }, /not text/],
])('refuses in words: %s', async (_what, entries, problem) => {
  expect(await open(entries)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
});

/** An archive with one small file, changed at places of its directory entry and of its local header. */
function changed(inDirectory: Readonly<Record<number, number>>, inHeader: Readonly<Record<number, number>> = {}) {
  const bytes = zipSync({ 'main.cpp': text('int main() { return 0; } '.repeat(20)) });
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  for (const [at, value] of Object.entries(inDirectory)) bytes[directory + Number(at)] = value;
  for (const [at, value] of Object.entries(inHeader)) bytes[Number(at)] = value;
  return bytes;
}

it.each<[string, Uint8Array, RegExp]>([
  ['nothing', new Uint8Array(), /not a zip/],
  ['something else', text('int main() {}'.repeat(9)), /not a zip/],
  ['half an archive', changed({}).subarray(0, 80), /not a zip/],
  ['an encrypted file', changed({ 8: 1 }), /main\.cpp is encrypted/],
  ['a rare compression', changed({ 10: 14 }), /compressed in a way/],
  ['another checksum', changed({ 16: 1 }), /damaged/],
  ['a file that is larger than it says: a bomb', changed({ 24: 9, 25: 0 }), /larger than the archive says/],
  ['a file that is smaller than it says', changed({ 24: 255 }), /damaged/],
  ['a name that is not UTF-8', changed({ 46: 0xff }, { 30: 0xff }), /not UTF-8/],
  ['two names for one file', changed({ 46: 0x6e }), /does not fit/],
  ['a file outside of the archive', changed({ 42: 0xff, 43: 0xff, 44: 0xff }), /does not fit/],
  [
    'more entries than there are',
    changed({}).map((byte, at, all) => (at === all.length - 14 || at === all.length - 12 ? 2 : byte)),
    /does not fit/,
  ],
  ['a symbolic link', changed({ 5: 3, 41: 0xa1 }), /no C, C\+\+, WAT or JavaScript/],
])('refuses in words: an archive with %s', async (_what, bytes, problem) => {
  expect(await openZip(bytes)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
});

it('hides no signs that change how a message reads', async () => {
  const opened = await open({ 'a\u202egpj.cpp': main });
  expect(opened).toMatchObject({ ok: false, problem: expect.stringContaining('a\u{fffd}gpj.cpp') });
});

it('answers whatever it is given', async () => {
  const whole = zipSync({ 'src/main.cpp': main, 'src/lab.js': text('1;') });
  const change = fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
      const bytes = whole.slice();
      for (const { at, value } of changes) bytes[at] = value;
      const opened = await openZip(bytes);
      if (!opened.ok) expect(opened.problem).toMatch(/\.$/);
      else expect(opened.project.files.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

it('downloads a program in WAT with what makes an instance of it, and opens it as it was', async () => {
  const project = {
    ...{ settings: defaultSettings, ...usualValues },
    files: [{ path: 'main.wat', text: '(module (memory (export "memory") 1))' }],
    scripts: [{ path: 'lab.js', text: 'memory;' }],
  };
  const bytes = zipProject(project, 'By hand');
  expect(Object.keys(unzipSync(bytes))).toEqual(
    expect.arrayContaining(['by-hand/build/program.mjs', 'by-hand/src/main.wat']),
  );
  expect(Object.keys(unzipSync(bytes))).not.toContain('by-hand/CMakeLists.txt');
  expect(await openZip(bytes)).toMatchObject({ ok: true, project, leftOut: 0 });
});

it('says nothing of what a downloaded program is built with, and still counts what else was put there', async () => {
  const files = [{ path: 'main.cpp', text: '#include <pagewise/allocator.h>\nint main() {}\n' }];
  const project = { settings: defaultSettings, ...usualValues, files, scripts: [{ path: 'lab.js', text: '1;' }] };
  const entries = unzipSync(zipProject(project, 'Mine'));
  expect(await open(entries)).toMatchObject({ ok: true, leftOut: 0 });
  const more = { 'mine/build/CMakeCache.txt': main, 'mine/notes.txt': main, 'mine/src/data.bin': main };
  expect(await open({ ...entries, ...more })).toMatchObject({ ok: true, leftOut: 2 });
});
