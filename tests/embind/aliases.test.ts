import { expect, it } from 'vitest';
import { runInLab } from '../views/lab-run.ts';

const program = `#include <emscripten/bind.h>
struct Base { virtual ~Base() = default; };
struct Other { int size = 0; virtual ~Other() = default; };
struct Both : Other, Base {};
Base* baseOf(Both* both) { return both; }
EMSCRIPTEN_BINDINGS(aliases) {
  emscripten::class_<Base>("Base");
  emscripten::class_<Other>("Other");
  emscripten::class_<Both, emscripten::base<Base>>("Both").constructor<>();
  emscripten::function("baseOf", &baseOf, emscripten::allow_raw_pointers());
}`;

// em++ prints the same but for modules (-sEXPORT_ES6), where its own glue throws.
it('knows clones and pointers to a base as the same object', async () => {
  const { output, trace } = await runInLab(
    'main.cpp',
    program,
    `const both = new Module.Both();
const clone = both.clone();
const other = new Module.Both();
console.log(both.isAliasOf(clone), clone.isAliasOf(both), both.isAliasOf(other), both.isAliasOf({}));
console.log(both.isAliasOf(Module.baseOf(both)), Module.baseOf(other).isAliasOf(clone));
for (const each of [both, clone, other]) each.delete();`,
  );
  expect(output).toBe('true true false false\ntrue false\n');
  expect(await trace.findings()).toEqual([]);
});
