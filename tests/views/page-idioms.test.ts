import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runInLab } from './lab-run.ts';

const toolbox = readFileSync(new URL('toolbox.cpp', import.meta.url), 'utf8');
const inLab = (script: string) => runInLab('main.cpp', toolbox, script);

it('calls what a page gives a Module of its own, which has the program then', async () => {
  const { output, outcome, trace } = await inLab(`var Module = {
  onRuntimeInitialized: function () {
    const at = Module._numbers();
    const kept = Module.HEAP32;
    Module._work();
    console.log(this === Module, Module.HEAP32[at >> 2], kept.length);
  },
};`);
  expect([outcome.status, output]).toEqual(['finished', 'true 10 0\n']);
  expect((await trace.findings()).map(({ kind, place }) => `${kind} ${place?.line}`)).toEqual(['detached view 6']);
});

it('calls what a script gives the Module that is there, once, and waits for it', async () => {
  const { output, outcome } = await inLab(`Module.onRuntimeInitialized = async () => {
  await null;
  console.log(Module.ccall('index_of', 'number', ['number'], [30]));
  throw new RangeError('too far');
};
Module.postRun = () => console.log('never');
console.log('first');`);
  expect(output).toBe('first\n2\n');
  expect(outcome).toMatchObject({ status: 'threw', message: 'RangeError: too far', location: { line: 4 } });
});

it('calls it also when the script returned early', async () => {
  const { output } = await inLab("Module.postRun = [() => console.log('post')];\nreturn [{ postRun: 1 }];");
  expect(output).toBe('post\n');
});

it('names the brace that is too much', async () => {
  const { outcome } = await inLab("console.log('never');\n}");
  expect(outcome).toMatchObject({ status: 'threw', message: "SyntaxError: Unexpected token '}'" });
});
