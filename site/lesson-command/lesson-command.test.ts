import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../playground/command-line/main.ts';
import { lesson } from './lesson-command.ts';

const course = mkdtempSync(join(tmpdir(), 'pagewise-'));
afterAll(() => rmSync(course, { recursive: true }));
mkdirSync(join(course, '03-part'));

async function pagewise(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const write = (stream: keyof typeof said) => (bytes: Uint8Array) => {
    said[stream] += new TextDecoder().decode(bytes);
  };
  const streams = { input: new Uint8Array(), output: write('out'), error: write('err'), environment: {} };
  return { status: await main(['lesson', ...args], streams, { lesson, grade: async () => 0 }), ...said };
}

describe('lesson', () => {
  it('makes a lesson that passes the check, with enough sample solutions', async () => {
    const made = await pagewise('new', 'first-steps', `--in=${course}`);
    expect([made.status, made.err]).toEqual([0, '']);
    expect(made.out.trim().endsWith('03-part/01-first-steps/lesson.md')).toBe(true);
    const checked = await pagewise('check', '--samples', course);
    expect(checked).toEqual({ status: 0, err: '', out: '1 lesson, 8 sample solutions, 0 errors\n' });
  });

  it('lists what a lesson holds, counted by kind', async () => {
    const { out } = await pagewise('list', '--json', join(course, '03-part'));
    const { version, lessons } = JSON.parse(out);
    expect([version, lessons.length]).toEqual([1, 1]);
    expect(lessons[0]).toMatchObject({
      slug: 'first-steps',
      title: 'First steps',
      minutes: 15,
      blocks: { program: 1, exercise: 1, quiz: 1, question: 4, note: 1 },
      questions: { choice: 1, number: 1, bytes: 1, choices: 1 },
    });
  });

  it('says that the port of a preview is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
    const { port } = taken.address() as AddressInfo;
    const { status, err } = await pagewise('preview', `--port=${port}`, course);
    taken.close();
    expect(status).toBe(2);
    expect(err).toContain(`Port ${port} is already in use; choose another port with --port`);
  });

  it('tells what is wrong with its place, in the text and in sample solutions', async () => {
    const folder = join(course, '03-part/01-first-steps');
    const path = join(folder, 'lesson.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Begin with a question', 'Begin with a quetsion'));
    const sample = join(folder, 'exercises/total/wrong-all/main.cpp');
    writeFileSync(
      sample,
      readFileSync(sample, 'utf8').replace('sum += numbers[i];', 'if (numbers[i] % 2) sum += numbers[i];'),
    );
    const { status, out } = await pagewise('check', '--json', folder);
    expect(status).toBe(1);
    const [{ errors }] = JSON.parse(out).lessons;
    expect(errors).toEqual([
      expect.objectContaining({ line: 15, column: 14, message: expect.stringContaining('write `question`') }),
      expect.objectContaining({
        file: expect.stringMatching(/wrong-all\/main\.cpp$/),
        message: 'this passes every check, and should fail `output "12\\n"`: strengthen the checks',
      }),
    ]);
  });

  it('tells mistakes of writing beside those that stop the build', async () => {
    const path = join(course, '03-part/01-first-steps/lesson.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('with a quetsion', 'with a :quetsion[quetsion]'));
    const { out } = await pagewise('check', '--json', path);
    const messages = JSON.parse(out).lessons[0].errors.map(({ message }: { message: string }) => message);
    expect(messages).toEqual([
      expect.stringContaining('`:quetsion` is no block'),
      expect.stringContaining('`quetsion` is no word'),
    ]);
  });

  it('tells sample solutions that never end and what is wrong with translations', async () => {
    const folder = join(course, '03-part/01-first-steps');
    const path = join(folder, 'lesson.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('with a :quetsion[quetsion]', 'with a question'));
    const sample = join(folder, 'exercises/total/right-bits/main.cpp');
    writeFileSync(sample, readFileSync(sample, 'utf8').replace('numbers != end; ++numbers', ';'));
    const translated = readFileSync(path, 'utf8')
      .replace(/level: .*\nminutes: .*\n/, '')
      .replace('Begin with', '[Begin](lesson:nowhere) with');
    writeFileSync(join(folder, 'lesson.de.md'), translated);
    const { out } = await pagewise('check', '--json', path);
    rmSync(join(folder, 'lesson.de.md'));
    const [{ errors }] = JSON.parse(out).lessons;
    expect(errors).toContainEqual({
      ...{ file: expect.stringMatching(/right-bits\/main\.cpp$/), line: 1, column: 1 },
      message: expect.stringContaining('`right-bits`: it did not end within 20 million steps'),
    });
    expect(errors).toContainEqual(expect.objectContaining({ file: expect.stringContaining('wrong-all') }));
    expect(errors).toContainEqual(
      expect.objectContaining({
        file: expect.stringMatching(/lesson\.de\.md$/),
        message: expect.stringContaining('no lesson `nowhere`'),
      }),
    );
  }, 120_000);

  it('tells programs that never end, and what else the build refuses', async () => {
    const folder = join(course, '03-part/01-first-steps');
    const path = join(folder, 'lesson.md');
    const text = readFileSync(path, 'utf8')
      .replace('level:', 'needs: [nothing-here]\nlevel:')
      .replace('for (int value : data) total += value;', 'for (;;) total++;');
    writeFileSync(path, text);
    const { status, out } = await pagewise('check', '--json', path);
    expect(status).toBe(1);
    const [{ errors }] = JSON.parse(out).lessons;
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          line: text.split('\n').findIndex((line) => line.startsWith(':::program{#sum')) + 1,
          message: expect.stringContaining('`sum`: it did not end within 20 million steps'),
        }),
        expect.objectContaining({ message: expect.stringContaining('there is no lesson `nothing-here`') }),
      ]),
    );
  }, 120_000);

  it('refuses a slug that is taken, a part that is not there, and a path without lessons', async () => {
    expect((await pagewise('new', 'first-steps', `--in=${course}`)).err).toContain('the slug first-steps is taken by');
    expect((await pagewise('new', 'other', '--part=9', `--in=${course}`)).err).toContain('has no part 9; there is 3');
    expect(await pagewise('new', 'other', '--in=nowhere')).toEqual({
      status: 2,
      out: '',
      err: 'pagewise: there is no folder nowhere\n',
    });
    const empty = join(course, '03-part/01-first-steps/exercises');
    expect((await pagewise('new', 'other', `--in=${empty}`)).err).toBe(
      `pagewise: ${empty} has no parts; make a folder such as 01-part in it\n`,
    );
    expect((await pagewise('new', 'Other')).status).toBe(2);
    expect((await pagewise('check', join(course, 'nowhere'))).status).toBe(2);
    expect((await pagewise('frob')).err).toContain('there is no `lesson frob`');
  });
});
