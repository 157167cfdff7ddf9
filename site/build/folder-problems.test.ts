import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatAuthorError } from './author-errors.ts';
import { folderProblems } from './folder-problems.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lesson-'));
  writeFileSync(join(folder, 'lesson.md'), 'Größe\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const problems = () => folderProblems(folder, '01-a').map(formatAuthorError);

describe('the files of a lesson', () => {
  it('may be text, code, pictures, and what an editor hides', () => {
    mkdirSync(join(folder, 'jump'));
    writeFileSync(join(folder, 'jump/main.cpp'), 'int main() {}\n');
    writeFileSync(join(folder, 'map.svg'), '<svg><title>on = off</title><rect/></svg>');
    symlinkSync('nowhere', join(folder, '.#lesson.md'));
    expect(problems()).toEqual([]);
  });

  it('hold nothing that two changes left behind', () => {
    writeFileSync(join(folder, 'lesson.md'), 'Grün\n=======\none\n<<<<<<< HEAD\r\ntwo\n');
    writeFileSync(join(folder, 'main.cpp'), 'int x = 1 <<<<<<< 2;\n>>>>>>> 1a2b3c4 (Change)\n');
    const rest =
      'two changes met here; keep what is right of both, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`';
    expect(problems()).toEqual([
      `01-a/lesson.md:4:1: error: \`<<<<<<<\`: ${rest}`,
      `01-a/main.cpp:2:1: error: \`>>>>>>>\`: ${rest}`,
    ]);
  });

  it('are no symbolic links, to a file or to a folder', () => {
    symlinkSync('/etc/hostname', join(folder, 'map.svg'));
    symlinkSync('/etc', join(folder, 'jump'));
    expect(problems()).toEqual([
      '01-a/jump:1:1: error: this is a symbolic link, which is not followed; put the file itself here',
      '01-a/map.svg:1:1: error: this is a symbolic link, which is not followed; put the file itself here',
    ]);
  });

  it('are text in UTF-8', () => {
    writeFileSync(join(folder, 'lesson.md'), Buffer.from('one\nf\xfcr', 'latin1'));
    writeFileSync(join(folder, 'main.cpp'), 'int\0 x;');
    expect(problems()).toEqual([
      '01-a/lesson.md:2:2: error: byte 0xFC stands here, so this is no text in UTF-8; save the file as UTF-8',
      '01-a/main.cpp:1:4: error: byte 0x00 stands here, so this is no text in UTF-8; save the file as UTF-8',
    ]);
  });

  it.each(['<script>x()</script>', '<rect onload="x()"/>', '<a href="javascript:x()"/>', '<foreignObject/>'])(
    'are no pictures with %s',
    (inside) => {
      writeFileSync(join(folder, 'map.svg'), `<svg>\n${inside}</svg>`);
      expect(problems()).toEqual([expect.stringMatching(/^01-a\/map\.svg:2:\d+: error: .*nothing that runs/)]);
    },
  );

  it('are as many, and as large, as the page opens', () => {
    truncateSync(join(folder, 'lesson.md'), 300_001);
    writeFileSync(join(folder, 'map.png'), '');
    truncateSync(join(folder, 'map.png'), 5_000_001);
    for (let index = 0; index < 199; index++) writeFileSync(join(folder, `${index}.h`), '');
    expect(problems()).toEqual([
      '01-a/lesson.md:1:1: error: this has 300001 bytes; it may have 300000 at most',
      '01-a/lesson.md:1:1: error: this folder holds 201 files; a lesson may have 200 at most',
      '01-a/lesson.md:1:1: error: the pictures of this folder have 5000001 bytes; they may have 5000000 at most: make them smaller',
    ]);
  });
});
