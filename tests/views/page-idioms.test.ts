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

it('gives what glue made with -sMODULARIZE exports: a function that resolves to the program', async () => {
  const { output, outcome } = await inLab(`const instance = await createModule();
console.log(instance.ccall('index_of', 'number', ['number'], [30]));
await createToolboxModule({
  print: () => {},
  onRuntimeInitialized() { console.log(this._numbers() > 0); },
}).then((module) => console.log(module.HEAP32[module._numbers() >> 2]));
await Module().then((module) => console.log(module._numbers() === Module._numbers()));`);
  expect(outcome.status).toBe('finished');
  expect(output).toBe(
    `2\nPagewise: the program was loaded before createToolboxModule() was called, so these settings come too late: print.\ntrue\n10\ntrue\n`,
  );
});

it('refuses a second instance where it is asked for, and says what to do', async () => {
  const { output, outcome } = await inLab(`const one = await createModule();
one._numbers();
const other = await createModule();
console.log('never');`);
  expect(output).toBe('');
  expect(outcome).toMatchObject({
    status: 'threw',
    message: expect.stringMatching(/^Error: createModule\(\) was called again\. .* Keep what the first call gave/),
    location: { line: 3 },
  });
});

it('leaves a script its own functions of such names', async () => {
  const { output } = await inLab(`function createModule() { return 'own'; }
const loadModule = () => 'mine';
class Loader { initModule() { return 'hers'; } }
console.log(createModule(), loadModule(), new Loader().initModule());`);
  expect(output).toBe('own mine hers\n');
});
