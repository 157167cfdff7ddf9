/** Programs of several JavaScript files, the first of which is begun with. What they print is what Node prints. */
export const moduleCases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'names, defaults, all of a module, and exports of others': {
    'a.js': `import first, { two, two as zwei, "odd name" as odd } from './b.js';
import * as all from './b.js';
import { three, again } from './c.js';
export * from './b.js';
export { two as renamed } from './b.js';
export * as inner from './c.js';
import * as self from './a.js';
console.log(first, two, zwei, odd, all.two, all.default, three, again.two);
console.log(Object.keys(self).join(), Object.prototype.toString.call(all), Object.getPrototypeOf(all));
console.log('two' in all, 'three' in all, self.inner.three, typeof all.nothing);
const object = { two, three: 3, deep: [two, { two }] };
console.log(JSON.stringify(object));
{ const two = 'inner'; console.log(two, ((two) => two)('parameter')); }
function hidden() { console.log(typeof two); if (first) { var two = 1; } return two; }
console.log(hidden());
label: for (const three of [1]) { console.log(three); break label; }
class Two { static two = two; two() { return two; } }
console.log(Two.two, new Two().two());
`,
    'b.js': `const a = 1; export { a as default };
export const two = 2;
export { two as "odd name" };`,
    'c.js': `export let three = 3
import * as again from './b.js'
export { again }`,
  },
  'values are live, and cannot be assigned to': {
    'a.js': `import { count, raise, holder } from './b.js';
console.log(count); raise(); console.log(count, \`\${count}\`, [count, ...[count]].join());
try { count = 5; } catch (error) { console.log(error.name); }
try { count++; } catch (error) { console.log(error.name); }
try { ({ count } = { count: 3 }); } catch (error) { console.log(error.name); }
holder.value = 9;
console.log(holder.value, count);
`,
    'b.js': 'export let count = 0;\nexport function raise() { count++; }\nexport const holder = {};',
  },
  'calls have no object, wherever they stand': {
    'a.js': `import { self, tag, Made } from './b.js'
const a = 1
self()
console.log(self() === undefined, tag\`x\${a}y\`, new Made().is, new Made instanceof Made, self?.() === undefined)
const b = a
self() ?? tag\`\`
if (a) self()
else self()
for (const each of [self]) each()
const make = () => self()
console.log(make(), typeof self, [self].length)
`,
    'b.js': `export function self() { return this; }
export const tag = function (parts, value) { return [this === undefined, parts.join('-'), value].join(); };
export class Made { is = 'made'; }`,
  },
  'each is evaluated once, after what it imports': {
    'a.js': "console.log('a'); import './b.js'; import './c.js'; console.log('a ends');",
    'b.js': "import './d.js'; console.log('b');",
    'c.js': "import './d.js'; import './b.js'; console.log('c');",
    'd.js': "console.log('d');",
  },
  'functions can be called before their module is evaluated, variables cannot be read': {
    'a.js': `import { b, readsA } from './b.js';
export function hoisted() { return 'hoisted'; }
export let late = 'late';
export class Later {}
export default function () { return 'unnamed'; }
export const arrow = () => b;
console.log(b, readsA(), arrow());`,
    'b.js': `import unnamed, { hoisted, late, Later } from './a.js';
import * as a from './a.js';
export const b = hoisted() + unnamed() + unnamed.name;
try { late; } catch (error) { console.log(error.name, error.message); }
try { new Later(); } catch (error) { console.log(error.name); }
try { typeof a.arrow; } catch (error) { console.log(error.name); }
export const readsA = () => late;`,
  },
  'defaults of any kind': {
    'a.js': `import one from './one.js'; import two from './two.js'; import three from './three.js';
import four from './four.js'; import five from './five.js'; import six, { g } from './six.js';
console.log(one.name, typeof two(), two.name, three, new four().x, four.name, five.name, six.name, g.name);
try { const { default: x } = await import('./seven.js'); console.log(x); } catch (error) { console.log(error.message); }`,
    'one.js': 'export default class {}',
    'two.js': 'export /* ( */ default async function* name() {}',
    'three.js': 'export default (1, 2) // comment\n;[3].length',
    'four.js': 'export default class Four { x = 4 }\nFour.y = 1',
    'five.js': 'export default () => {}',
    'six.js': 'export default (function () {})\nexport const g = function () {}',
    'seven.js': 'import s from "./eight.js"; export default s;',
    'eight.js':
      'import seven from "./seven.js"; export default "eight"; try { seven; } catch (e) { console.log(e.name); }',
  },
  'modules that wait let others go on, and those above wait for all': {
    'a.js': "import './b.js'; import './c.js'; import './d.js'; console.log('a');",
    'b.js': "console.log('b'); await null; console.log('b later'); await null; console.log('b last');",
    'c.js': "console.log('c'); queueMicrotask(() => console.log('tick')); await null; console.log('c later');",
    'd.js': "import './c.js'; console.log('d');\nfor await (const x of [1, 2]) console.log(x);",
  },
  'cycles with waiting': {
    'a.js': "import { b } from './b.js'; import './e.js'; export const a = await 'a'; console.log(a, b);",
    'b.js': "import './c.js'; export const b = 'b'; console.log('b');",
    'c.js': "import './b.js'; console.log('c'); await 0; console.log('c later');",
    'e.js': "import './c.js'; console.log('e');",
  },
  'microtasks run after all that does not wait': {
    'a.js': "import './b.js'; console.log('a');",
    'b.js': "Promise.resolve().then(() => console.log('microtask')); console.log('b');",
  },
  'import() of a name that is computed, twice the same, and what fails': {
    'a.js': `const name = 'b';
const [one, two] = await Promise.all([import('./' + name + '.js'), import('./b.js')]);
console.log(one === two, one.b, (await import('./folder/c.js')).up);
for (let i = 0; i < 2; i++) await import('./throws.js').catch((error) => console.log(error.message));
await import('./no.js').catch((error) => console.log(error.name !== ''));
await import('./d.js').then(({ default: d }) => console.log(d));
console.log(typeof import.meta.url, new URL('x.js', import.meta.url).pathname.endsWith('/x.js'));`,
    'b.js': "console.log('b evaluated'); export const b = 'b';",
    'folder/c.js': "export { b as up } from '../b.js'; import './d.js';",
    'folder/d.js': "console.log('folder/d');",
    'd.js': 'export default 4',
    'throws.js': "console.log('throws'); throw new Error('thrown');",
  },
  'what throws stops those above it, and is thrown again': {
    'a.js': `for (const name of ['./b.js', './c.js', './b.js']) await import(name).catch(({ message }) => console.log(name, message));`,
    'b.js': "import './c.js'; console.log('never');",
    'c.js': "import './d.js'; throw new Error('c');",
    'd.js': "console.log('d');",
  },
  'stars leave out the default and what is said twice': {
    'a.js': "import * as b from './b.js'; console.log(Object.keys(b).join(), b.own);",
    'b.js': "export * from './c.js'; export * from './d.js'; export const own = 'b'; export * from './b.js';",
    'c.js': 'export const own = 1, twice = 1, c = 1; export default 1;',
    'd.js': 'export const twice = 2, d = 1;',
  },
};
