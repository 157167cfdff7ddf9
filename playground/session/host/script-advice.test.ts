import { expect, it } from 'vitest';
import type { GlueModule } from './glue.ts';
import { adviceFor } from './script-advice.ts';

const known = {
  glue: { lerp: () => 0 } as unknown as GlueModule,
  scriptExports: { twice: () => 0, _Z3addii: () => 0 },
  instantiate: null,
};
const after = (message: string, source = '') => adviceFor(message, source, known);

it('says what to write for what a page with Emscripten’s glue has as globals', () => {
  expect(after('ReferenceError: HEAPU8 is not defined')).toBe('. Write Module.HEAPU8.');
  expect(after("ReferenceError: Can't find variable: ccall")).toBe('. Write Module.ccall.');
  expect(after('ReferenceError: _twice is not defined')).toBe('. Write exports.twice, or Module._twice.');
  expect(after('ReferenceError: lerp is not defined')).toBe('. Write Module.lerp.');
  expect(after('ReferenceError: document is not defined')).toMatch(/no document.*console\.log/);
  expect(after('ReferenceError: XMLHttpRequest is not defined')).toMatch(/reach no network/);
  expect(after('TypeError: Failed to fetch')).toMatch(/reach no network/);
  expect(after('ReferenceError: AudioContext is not defined')).toMatch(/worker here, which has no AudioContext/);
});

it('says that the program is loaded where a script would load it', () => {
  const advice = /^\. If createHello\(\) is to load the program: .*Module is what createHello\(\) would give\.$/;
  expect(after('ReferenceError: createHello is not defined', 'const m = await createHello();')).toMatch(advice);
  expect(after('ReferenceError: createHello is not defined', 'createHello({}).then(run)')).toMatch(advice);
  expect(after('ReferenceError: createHello is not defined', 'createHello();')).toBe('');
});

it('says how a function comes to be exported', () => {
  expect(after('TypeError: Module._add is not a function')).toMatch(/exports it as _Z3addii: .*extern "C"/);
  expect(after('TypeError: exports.add is not a function')).toMatch(/exports it as _Z3addii: .*extern "C"/);
  expect(after('TypeError: exports.sub is not a function')).toMatch(/exports no function sub\. .*EMSCRIPTEN_KEEPALIVE/);
  expect(after('TypeError: Module._sub is not a function')).toMatch(/exports no function sub\. .*EMSCRIPTEN_KEEPALIVE/);
});

it('says that HTML is none', () => {
  expect(after("SyntaxError: Unexpected token '<'", '<!doctype html>')).toMatch(/^\. This is HTML/);
});

it('says what to write where the engine lacks using', () => {
  expect(after("SyntaxError: Unexpected identifier 'a'", 'f();\n{ using a = f(); }')).toMatch(/may not know using/);
  expect(after("SyntaxError: Unexpected identifier 'a'", 'let using = 1; let a a;')).toBe('');
});

it('says nothing where it knows nothing better', () => {
  expect(after('ReferenceError: total is not defined', 'total()')).toBe('');
  expect(after('TypeError: exports.twice is not a function')).toBe('');
  expect(after('TypeError: list.map is not a function')).toBe('');
  expect(after('Error: Module is not a function')).toBe('');
});
