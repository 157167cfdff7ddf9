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
});

it.each([
  // what V8, SpiderMonkey and JavaScriptCore say; the line; what is missing
  ['ReferenceError: document is not defined', '', 'no document'],
  ["ReferenceError: Can't find variable: alert", '', 'no alert'],
  ['TypeError: globalThis.alert is not a function', '', 'no alert'],
  ["TypeError: self.prompt is not a function. (In 'self.prompt(\"x\")', 'self.prompt' is undefined)", '', 'no prompt'],
  ['TypeError: globalThis.AudioContext is not a constructor', '', 'no AudioContext'],
  ['TypeError: C is not a constructor', '', 'no AudioContext'],
  ["TypeError: Cannot read properties of undefined (reading 'body')", 'self.document.body;', 'no document'],
  ['TypeError: globalThis.localStorage is undefined', '', 'no localStorage'],
  ["TypeError: undefined is not an object (evaluating 'self.window.x')", '', 'no window'],
  ["SecurityError: Failed to execute 'open' on 'IDBFactory': access is denied", '', 'no indexedDB'],
  ['ReferenceError: XMLHttpRequest is not defined', '', 'no network'],
  ['TypeError: Failed to fetch', '', 'no network'],
  ['TypeError: undefined is not a constructor', '', 'no sound'],
  ["SyntaxError: Failed to execute 'open' on 'XMLHttpRequest': Invalid URL", '', 'no network'],
  ["TypeError: Failed to execute 'fetch' on 'WorkerGlobalScope': Failed to parse URL from data.json", '', 'no network'],
  ['TypeError: WorkerGlobalScope.fetch: data.json is not a valid URL.', '', 'no network'],
  ['SyntaxError: The string did not match the expected pattern.', 'request.open("GET", "a")', 'no network'],
  ["NetworkError: Failed to execute 'send' on 'XMLHttpRequest': Failed to load 'https://a.b/'.", '', 'no network'],
])('says of %s that there is no page and no network (%s)', (message, line, missing) => {
  expect(adviceFor(message, 'const C = self.AudioContext || self.webkitAudioContext;', known, line)).toContain(missing);
});

it.each([
  ["TypeError: Failed to construct 'URL': Invalid URL", 'new URL("a")'],
  ["TypeError: Cannot read properties of undefined (reading 'x')", 'const point = list[3].x;'],
  ['TypeError: list.alert is not a function', 'self.alert'],
  ['TypeError: C is not a constructor', ''],
  ['TypeError: undefined is not a constructor', 'Reflect.construct(list[3], []);'],
  ['ReferenceError: top is not defined', ''],
  ["SyntaxError: Failed to execute 'open' on 'XMLHttpRequest': 'A B' is not a valid HTTP method.", ''],
])('leaves %s alone, which is nobody else’s mistake', (message, line) => {
  expect(adviceFor(message, 'const C = list[0];', known, line)).toBe('');
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
