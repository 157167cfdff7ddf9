import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { buildFile } from './build-file.ts';
import { usualValues } from './project.ts';

const shells = readFileSync('runtime/shells/CMakeLists.txt', 'utf8');

it('gives a downloaded program all of the glue that scripts have in the page', () => {
  const lists = [...shells.matchAll(/RUNTIME_METHODS(?: ,| |\},)([\w,]+)/g)].flatMap(
    ([, list]) => list?.split(',') ?? [],
  );
  const isOfTheHost = (name: string) => /^(program|embind)[A-Z]|^renewMemoryViews$/.test(name);
  const methods = new Set(lists.filter((name) => !isOfTheHost(name)));
  expect(methods).toContain('HEAPU8');
  const files = [{ path: 'main.cpp', text: '#include <emscripten/bind.h>\nint main() {}' }];
  const built = buildFile({ files, scripts: [], settings: defaultSettings, ...usualValues });
  const exported = /EXPORTED_RUNTIME_METHODS=(\S+)/.exec(built)?.[1]?.split(',') ?? [];
  expect(new Set(exported)).toEqual(new Set([...methods, 'callMain', 'wasmExports']));
});
