import { expect, it } from 'vitest';
import { demangle } from './cpp-exception.ts';

it.each([
  ['St13runtime_error', 'std::runtime_error'],
  ['NSt3__212bad_weak_ptrE', 'std::bad_weak_ptr'],
  ['NSt3__28ios_base7failureE', 'std::ios_base::failure'],
  ['7MyError', 'MyError'],
  ['N2my5ErrorE', 'my::Error'],
  ['N12_GLOBAL__N_15ErrorE', 'Error'],
  ['i', 'int'],
  ['PKc', 'const char*'],
  ['3BoxIiE', '3BoxIiE'],
])('reads the type name %s as %s', (mangled, name) => {
  expect(demangle(mangled)).toBe(name);
});
