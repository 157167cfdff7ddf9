import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, it } from 'vitest';
import { defaultSettings, settingChoices } from '../compiler/compilation.ts';
import { programOfLink } from './link-fragment.ts';
import { bufferChoices } from './project.ts';
import { linkFragment, longestLink, readLink, type SharedProgram } from './share-link.ts';

const shared: SharedProgram = {
  program: 'hello',
  project: {
    settings: defaultSettings,
    input: '',
    inputEnds: false,
    argumentLine: '',
    buffer: 'fixed-length',
    files: [{ path: 'main.cpp', text: 'int main() {}' }],
    scripts: [{ path: 'lab.js', text: 'console.log("ü 🙂");' }],
  },
  step: 41,
  panels: ['views', 'map'],
};

/** A fragment whose data is anything. */
const forged = (data: unknown): string => {
  const bytes = deflateSync(new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data)));
  return `#program=hello&code=1.${Buffer.from(bytes).toString('base64url')}`;
};
const { project, step, panels } = shared;

it('brings back any program, its settings, step and panels', () => {
  const settings = fc.record({
    standard: fc.constantFrom(...settingChoices.standard),
    optimisation: fc.constantFrom(...settingChoices.optimisation),
    allocator: fc.constantFrom(...settingChoices.allocator),
    stackOrder: fc.constantFrom(...settingChoices.stackOrder),
    stackSize: fc.nat(),
    initialPages: fc.nat(),
    maximumPages: fc.nat(),
  });
  const buffers = fc.constantFrom(...bufferChoices);
  const text = fc.string({ unit: 'grapheme', maxLength: 500 });
  fc.assert(
    fc.property(
      settings,
      text,
      text,
      buffers,
      fc.boolean(),
      fc.option(fc.nat()),
      (chosen, code, input, buffer, inputEnds, at) => {
        const any: SharedProgram = {
          ...shared,
          step: at,
          project: { ...project, settings: chosen, input, inputEnds, buffer, files: [{ path: 'a/b.cpp', text: code }] },
        };
        expect(readLink(linkFragment(any))).toEqual({ ok: true, shared: any });
      },
    ),
  );
});

it('is short for a short program, and letters that need no quoting', () => {
  const fragment = linkFragment(shared);
  expect(fragment).toMatch(/^#program=hello&code=1\.[\w-]+$/);
  expect(fragment.length).toBeLessThan(300);
  expect(programOfLink(fragment)).toBe('hello');
});

it('is read where a chat has quoted its signs', () => {
  const quoted = linkFragment(shared).replaceAll('=', '%3D').replaceAll('&', '%26');
  expect(readLink(quoted)).toEqual({ ok: true, shared });
});

it.each(['', '#', '#a-heading', '#program=hello', '#code'])('other fragments are no links: %s', (fragment) => {
  expect(programOfLink(fragment)).toBeNull();
});

it('says what is wrong with a link that was cut, changed, or made by a later version', () => {
  const whole = linkFragment(shared);
  expect(readLink(whole.slice(0, -9))).toMatchObject({ ok: false, problem: expect.stringContaining('damaged') });
  expect(readLink(whole.replace('1.', '2.'))).toMatchObject({ problem: expect.stringContaining('newer version') });
  expect(readLink(`${whole}!`)).toMatchObject({ ok: false });
  expect(readLink(`#program=p&code=1.${'A'.repeat(3 * longestLink)}`)).toMatchObject({
    problem: expect.stringContaining('longer'),
  });
});

it('brings what the pixels panel showed, and is read without it', () => {
  const showing = { ...shared, pixels: 'picture, 64x48, rgba8' };
  expect(readLink(linkFragment(showing))).toEqual({ ok: true, shared: showing });
  expect(readLink(linkFragment(shared))).toEqual({ ok: true, shared });
  expect(readLink(forged({ project, step, panels, pixels: 'x'.repeat(201) })).ok).toBe(false);
});

const withFile = (path: string, text: unknown = '') => ({ ...project, files: [{ path, text }] });
it.each([
  ['no data', ''],
  ['no JSON', '{'],
  ['null', null],
  ['a list', []],
  ['no project', { step, panels }],
  ['an unknown key', { project, step, panels, run: true }],
  ['an unknown key in the project', { project: { ...project, prebuilt: 'https://elsewhere' }, step, panels }],
  ['a path upwards', { project: withFile('../main.cpp'), step, panels }],
  ['a name that keeps settings', { project: withFile('.settings'), step, panels }],
  ['a name of every object', { project: withFile('__proto__'), step, panels }],
  ['no text', { project: withFile('main.cpp', 5), step, panels }],
  ['two files of one name', { project: { ...project, files: [...project.files, ...project.files] }, step, panels }],
  ['no file', { project: { ...project, files: [] }, step, panels }],
  ['no script', { project: { ...project, scripts: [] }, step, panels }],
  ['a script among the files', { project: withFile('main.js'), step, panels }],
  ['an unknown setting', { project: { ...project, settings: { plugin: '/x.so' } }, step, panels }],
  ['another option of the compiler', { project: { ...project, settings: { standard: '--help' } }, step, panels }],
  ['a step that is none', { project, step: -1, panels }],
  ['a step that is a fraction', { project, step: 0.5, panels }],
  ['too many panels', { project, step, panels: Array.from({ length: 99 }, () => 'map') }],
  [
    'too many files',
    {
      project: { ...project, files: Array.from({ length: 101 }, (_, i) => ({ path: `${i}.c`, text: '' })) },
      step,
      panels,
    },
  ],
  ['too much text', { project: withFile('main.cpp', 'x'.repeat(500_001)), step, panels }],
])('refuses forged data: %s', (_what, data) => {
  expect(readLink(forged(data))).toMatchObject({ ok: false, problem: expect.stringMatching(/\.$/) });
});

it('is not slowed down by data that inflates to gigabytes', () => {
  const bomb = `#program=p&code=1.${Buffer.from(deflateSync(new Uint8Array(20_000_000))).toString('base64url')}`;
  const begun = performance.now();
  expect(readLink(bomb)).toMatchObject({ ok: false });
  expect(performance.now() - begun).toBeLessThan(500);
});

it('answers whatever it is given', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(readLink(`#program=p&code=1.${Buffer.from(bytes).toString('base64url')}`).ok).toBe(false);
    }),
  );
});
