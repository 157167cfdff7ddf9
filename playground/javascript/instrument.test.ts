import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InstrumentedScript, instrument } from './instrument.ts';
import { SourcePlaces } from './source-places.ts';

function instrumented(source: string): InstrumentedScript {
  const result = instrument(source);
  if (!result) throw new Error('not instrumented');
  return result;
}

/** Runs an instrumented script; returns what its hook was told, in words. */
function reportsOf(source: string, scope: Record<string, unknown> = {}): readonly string[] {
  const { code, names, sites } = instrumented(source);
  const told: string[] = [];
  let frames = 0;
  const shown = (value: unknown) =>
    typeof value === 'object' || typeof value === 'function' ? typeof value : String(value);
  const access =
    (how: string) =>
    <Key>(object: unknown, key: Key): Key => {
      told.push(`${how} ${shown(object)}[${String(key)}]`);
      return key;
    };
  const passing = (what: string) => (frame: number, value: unknown) => {
    told.push(`${what} ${frame}`);
    return value;
  };
  const hook = {
    enter: (number: number) => {
      told.push(`enter ${number}`);
      return ++frames;
    },
    step: (site: number, frame: number, values?: () => readonly unknown[]) =>
      told.push([`${sites[site]?.line}`, `frame ${frame}`, ...(values?.() ?? []).map(shown)].join(' ')),
    exit: passing('exit'),
    suspend: passing('suspend'),
    resume: passing('resume'),
    read: access('read'),
    write: access('write'),
    update: access('update'),
    test: access('test'),
    stored: (value: unknown) => value,
    look: (value: unknown) => value,
    measure(value: unknown) {
      told.push(`measure ${shown(value)}`);
      return value;
    },
  };
  const keys = Object.keys(scope);
  const wrapped = `(${[names.hook, names.frame, ...keys].join()}) => {"use strict";let ${names.object};{${code}\n}}`;
  new Script(`(${wrapped})`).runInThisContext()(hook, 0, ...keys.map((key) => scope[key]));
  return told;
}

describe('what a script reports', () => {
  it('each statement with the variables that can be read there', () => {
    expect(reportsOf('let a = 1;\n{ let b = a; a = b + 1; }\nfor (let i = 0; i < 2; i++) a += i;')).toEqual([
      ...['1 frame 0', '2 frame 0 1', '2 frame 0 1 1', '3 frame 0 2'],
      ...['3 frame 0 2 0', '3 frame 0 2 0', '3 frame 0 2 1', '3 frame 0 3 1'],
    ]);
  });

  it('never a variable before it is initialised, nor one that another hides', () => {
    expect(reportsOf('let a = 1;\n{\n f();\n let a = 2;\n a;\n}\nfunction f() {}', {})).toEqual([
      ...['1 frame 0', '3 frame 0', 'enter 1', 'exit 1', '4 frame 0', '5 frame 0 2'],
    ]);
    expect(reportsOf('switch (1) {\n case 0:\n let a = 1;\n break;\n case 1:\n f();\n}\nfunction f() {}')).toEqual([
      ...['1 frame 0', '6 frame 0', 'enter 1', 'exit 1'],
    ]);
  });

  it('calls and returns of functions, also of arrows and methods', () => {
    const source = 'const f = (x) => // two\n x * 2;\nclass A { get b() { return f(1); } }\nnew A().b;';
    expect(reportsOf(source)).toEqual([
      ...['1 frame 0', '3 frame 0 function', '4 frame 0 function function', 'enter 2', '3 frame 1'],
      ...['enter 1', '2 frame 2 1', 'exit 2', 'exit 1'],
    ]);
  });

  it('where a generator waits and goes on', () => {
    expect(reportsOf('function* g() {\n yield 1;\n}\nconst made = g();\nmade.next();\nmade.next();')).toEqual([
      ...[
        '4 frame 0',
        '5 frame 0 object',
        'enter 1',
        '2 frame 1',
        'suspend 1',
        '6 frame 0 object',
        'resume 1',
        'exit 1',
      ],
    ]);
  });

  it('reads, writes and updates of elements, each key and object evaluated once', () => {
    const o = { list: [1, 2, 3, 4], count: 0 };
    const source =
      'o.list[o.count++] += o.list[1];\no.list[0]++;\n[o.list[2], ...o.list[3]] = [1];\ndelete o.list[1];\no?.list;\no.list?.[0];';
    expect(reportsOf(source, { o }).filter((line) => /^[a-z]/.test(line))).toEqual([
      ...[
        'update object[0]',
        'read object[1]',
        'update object[0]',
        'write object[2]',
        'write object[3]',
        'read object[0]',
      ],
    ]);
    expect(o.count).toBe(1);
  });

  it('who asks how long something is', () => {
    expect(reportsOf('o.length;\nnew o.length.constructor();', { o: [] })).toContain('measure object');
  });
});

it('names functions as their author did', () => {
  const { functions } = instrumented(
    'function a() {}\nconst b = () => 1, c = { d() {}, e: function () {} };\nclass F { #g = () => 2; }\n(() => 3)();',
  );
  expect(functions.map(({ name }) => name)).toEqual(['', 'a', 'b', 'd', 'e', 'g', '']);
});

it('refuses what cannot run as a script', () => {
  for (const source of ['import "x";', 'export const a = 1;', 'with (a) {}', 'let let = 1', '('.repeat(100_000)])
    expect(instrument(source)).toBeNull();
});

it('uses no name that the source has, written with escapes or not', () => {
  for (const source of [
    '$stepHook',
    'let \\u0024stepHook = 1;',
    '"$step"',
    '// $step_',
    'class A { $stepFrame() {} }',
  ]) {
    const { names } = instrumented(source);
    for (const name of Object.values(names)) expect(source.replaceAll('\\u0024', '$')).not.toContain(name);
    expect(names.hook).toMatch(/^\$step_+Hook$/);
  }
});

it('tells places and texts of the source', () => {
  const source = 'const a = [1];\nconst f = (x) => a[x] + boom(x);\nreturn f;';
  const { code, segments } = instrumented(source);
  const places = new SourcePlaces(code, source, segments);
  const line = code.split('\n')[1] ?? '';
  expect(places.column(2, line.indexOf('boom') + 1)).toBe(25);
  expect(places.column(1, (code.split('\n')[0] ?? '').indexOf('const') + 1)).toBe(1);
  expect(
    places.text(code.slice(code.indexOf('(x) =>'), code.lastIndexOf(';', code.indexOf('\n', code.indexOf('boom'))))),
  ).toBe('(x) => a[x] + boom(x)');
  expect(places.text('never there')).toBeNull();
});

/** Chains, to be filled in. */
const chains = [
  ...['o?.list[y]', '(x)?.list[t(y)]?.length', '(x)?.[t(y)][t(0)]', '((x))\n ?.at?.(y)?.[t(0)]', '(x)?.at?.(t(y))[0]'],
  ...['u?.(x)[t(y)].length', '(x)?.[y]?.[t(0)].length', 'delete (x)?.list[y]', '(u(x)?.at)(t(y))?.[0]'],
  ...['o.list?.[t(x)].length?.[y][0]', 't?./* ?. ) */(x)?.list?.[y].length', '(t(x))?.[y].length === 0'],
];
/** Patterns that bind `e` and `f`. */
const patterns = [
  ...['{ length: e, 0: f = t(5) }', '{ [t(0)]: e, ...f }', '{ list: { length: e, 0: f } }', '[{ 0: e, 1: f }]'],
  ...['{ length: e, f } = o', '{ f, list: [{ 0: e }] = [{ 0: t(1) }] }', '{ ...{ length: e, f } }'],
];

/** Statements and expressions that print what they evaluate, in the order in which they do. */
const { statement } = fc.letrec<{ expression: string; statement: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', 'list', 'this?.x', '1', '"k"', 'null', 'view[1]', 'o.list[0]', 'o?.list', 'new.target'),
    fc.tuple(fc.constantFrom('t', 'u'), tie('expression')).map(([name, value]) => `${name}(${value})`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `(${x})?.[${y}]`),
    fc
      .tuple(tie('expression'), tie('expression'), fc.constantFrom(...chains))
      .map(([x, y, chain]) => chain.replace('x', () => x).replace('y', () => y)),
    fc
      .tuple(tie('expression'), fc.constantFrom(...patterns))
      .map(([x, pattern]) => `((${pattern}, none = 4) => t([e, f].join()) && none)(${x})`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `(t(${x}) , list)[t(${y})]`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `(view[t(${x})] = t(${y}))`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `(o.list[t(${x})] ||= t(${y}))`),
    tie('expression').map((x) => `view[t(${x})]++`),
    tie('expression').map((x) => `(() => ${x})()`),
    tie('expression').map((x) => `(function* () { return yield ${x}; })().next().value`),
    tie('expression').map(
      (x) => `(async (p = ${x}) => { t(p); await t(p); return t(2); })().catch((e) => t(e?.message))`,
    ),
    tie('expression').map((x) => `\`a\${${x}}\``),
    tie('expression').map((x) => `[...[${x}]].length`),
  ),
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('expression').map((x) => `t(${x})`),
    tie('expression').map((x) => `[a, list[t(0)], view[1]] = [${x}, 2, 3]`),
    fc.tuple(tie('expression'), tie('statement')).map(([x, s]) => `if (${x}) ${s}\nelse t("else")`),
    fc.tuple(tie('expression'), tie('statement')).map(([x, s]) => `for (const k of [1, ${x}]) { let b = k; ${s}\n}`),
    fc
      .tuple(tie('statement'), tie('statement'))
      .map(([r, s]) => `try { ${r}\nthrow t(1) } catch (e) { t(e); ${s} } finally { t("f") }`),
    fc
      .tuple(tie('expression'), tie('statement'))
      .map(
        ([x, s]) =>
          `here: for (let i = 0; i < 3; i++) { if (i) continue here; switch (${x}) { case 1: ${s}\nbreak here; default: let z = i; t(z) } }`,
      ),
    tie('statement').map((s) => `do ${s}\nwhile (t(0))`),
    fc
      .tuple(tie('expression'), tie('statement'))
      .map(
        ([x, s]) =>
          `{ class C { [t(${x})] = t(this.x); static { ${s} } #p = 1; get q() { return t(this.#p) } }\nnew C().q }`,
      ),
    tie('statement').map((s) => `(function f(n) { if (n > 1) return f(n - 1); ${s} })(2)`),
  ),
}));

const prologue = `const printed = [];
const t = (value) => { printed.push(typeof value === 'object' && value !== null ? 'object' : String(value)); return value; };
const u = (value) => t([value]); let a = 0, b = 1, list = [1, 2, 3], view = new Uint8Array(4), o = { list: [0, 5] };`;

function isScript(source: string): boolean {
  try {
    return new Script(`(async () => {${source}\n})`) !== null;
  } catch {
    return false;
  }
}

async function printedBy(code: string, before: string, hook: unknown): Promise<unknown> {
  const run = new Script(
    `(async function (hook) {${before}${prologue}\ntry {${code}\n} catch (e) { t(e?.message ?? e) }\nawait null;await null; return [...printed, ...list, ...view].join() })`,
  );
  return run.runInThisContext()(hook);
}

it('changes nothing, whatever the script', async () => {
  const hidden = Symbol();
  const hook = Object.fromEntries([
    ...['enter', 'measure', 'look', 'stored'].map((name) => [name, (value: unknown) => value]),
    ...['exit', 'suspend', 'resume', 'test', 'read', 'write', 'update'].map((name) => [
      name,
      (_: unknown, value: unknown) => value,
    ]),
    ['taken', () => hidden],
    ['step', (_site: number, _frame: unknown, values?: () => unknown) => values?.()],
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { maxLength: 6 }), async (statements) => {
      const source = statements.join(';\n').replaceAll('new.target', 'undefined');
      fc.pre(isScript(source)); // two labels may have one name
      const { code, names, segments } = instrumented(source);
      const before = `const ${names.hook} = hook, ${names.frame} = 0; let ${names.object};`;
      // Engines name what was called in messages, and what was inserted is called.
      const inWords = (text: unknown) => String(text).replaceAll(/[^,]* is not (a function|iterable)[^,]*/g, 'wrong');
      expect(inWords(await printedBy(code, before, hook))).toBe(inWords(await printedBy(source, '', hook)));
      expect(code.split('\n')).toHaveLength(source.split('\n').length);
      for (const [at, from] of segments.slice(1)) expect(code[at]).toBe(source[from]);
    }),
    { numRuns: 400 },
  );
});
