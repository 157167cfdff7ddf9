import { expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { prepareGlue } from '../../playground/session/prepare-glue.ts';
import { PreparedScripts } from '../../playground/session/prepare-scripts.ts';
import { LogReceiver } from '../../playground/session/replay/log-receiver.ts';
import type { Moment } from '../../playground/trace/trace.ts';
import { type CorpusProgram, compileProgram, corpusProgram } from './corpus.ts';
import { engine } from './node-stage.ts';
import { unlimited } from './perform.ts';

/** Every moment of a program's run. */
async function momentsOf(
  program: Pick<CorpusProgram, 'path' | 'text'>,
  files: readonly { path: string; text: string }[],
) {
  const wasm = await compileProgram({ ...program, name: program.path, script: '', settings: defaultSettings });
  const receiver = new LogReceiver(engine, wasm);
  let sent = 0;
  const run = await runInNode({
    ...{ wasm, files, arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {} },
    recording: {
      ...{ budget: Number.POSITIVE_INFINITY, stepLimit: unlimited },
      post(message) {
        sent++;
        receiver.receive(message);
      },
    },
  });
  const { sites, functions } = await preparedBodies(wasm, files);
  await receiver.until(sent);
  const trace = await receiver.trace({ state: run.state, scriptPath: 'lab.js', script: { sites, functions } });
  if (!trace) throw new Error('nothing was recorded');
  const moments: Moment[] = [];
  for (let step = 0; step <= trace.steps; step++) moments.push(await trace.at(step));
  return { run, moments };
}

async function preparedBodies(wasm: Uint8Array, files: readonly { path: string; text: string }[]) {
  const scripts = new PreparedScripts();
  const module = new WebAssembly.Module(wasm as BufferSource);
  await prepareGlue('', { wasm, module, files, scripts: [], stepsIntoGlue: false }, scripts);
  return scripts;
}

const program = corpusProgram('javascript-in-c.c', defaultSettings);

const innermost = ({ frames }: Moment) => frames.findLast(({ isLibrary }) => !isLibrary);
const valuesOf = (moment: Moment) =>
  (innermost(moment)?.variables ?? []).map(({ value }) => `${value.name} = ${value.text}`);
const lineOf = (part: string) => program.text.slice(0, program.text.indexOf(part)).split('\n').length;

it('makes the statements of EM_JS and EM_ASM steps, where they stand in the file', async () => {
  const { moments, run } = await momentsOf(program, [program]);
  expect(run.outcome).toMatchObject({ status: 'finished', exitCode: 0 });
  const fill = moments.filter((moment) => innermost(moment)?.name === 'EM_JS fill');
  const [head, element, view, set] = ['for (let', 'HEAP32[(num', 'const view', 'view.set'].map((part) => lineOf(part));
  expect(fill.map(({ place }) => place?.line)).toEqual([
    ...[head, element, head, element, head, element, head, element, head, view, set],
  ]);
  for (const { place, frames } of fill) {
    expect(place?.path).toBe('javascript-in-c.c');
    expect(frames.map(({ name }) => name)).toContain('main');
  }
  const last = fill.at(-1) as Moment;
  expect(valuesOf(last).slice(1)).toEqual(['count = 4', 'view = [0, 0, 0, 0]']);
  const [source] = program.text.split('\n').slice((head ?? 0) - 1);
  expect(source?.slice((fill[0]?.place?.column ?? 0) - 1)).toMatch(/^for/);
});

it('tells what each of them wrote, and where it called back', async () => {
  const { moments } = await momentsOf(program, [program]);
  const written = (part: string) => {
    const line = lineOf(part);
    return moments.flatMap((moment, index) =>
      moment.place?.line === line ? [(moments[index + 1]?.changes ?? []).flatMap(({ after }) => [...after])] : [],
    );
  };
  expect(written('HEAP32[(num')).toEqual([0, 1, 4, 9].map((square) => [square, 0, 0, 0]));
  expect(written('view.set')).toEqual([[7, 8]]);
  expect(written('HEAP32[at]')).toEqual([[5, 0, 0, 0]]);
  const inTwice = moments.filter(({ frames }) => frames.at(-1)?.name === 'twice');
  expect(
    inTwice
      .at(-1)
      ?.frames.slice(-3)
      .map(({ name }) => name),
  ).toEqual(['main', 'EM_JS ask_twice', 'twice']);
});

it('follows the views that they make, with their lines', async () => {
  const { run } = await momentsOf(program, [program]);
  // The glue's own views are known too, without a line.
  const made = run.state.views.filter(({ madeAtLine }) => madeAtLine !== null);
  const views = made.map(({ type, madeAtLine, length }) => [type, madeAtLine, length]);
  expect(views).toEqual([
    ['Uint8Array', lineOf('const view'), 4],
    ['Int32Array', lineOf('new Int32Array'), expect.any(Number)],
  ]);
});

it('names a text of its own for what a macro made, or what stands in no file that is known', async () => {
  const text = `#include <emscripten.h>
#define DOUBLE(name) EM_JS(int, name, (int a), { const b = a * 2; return b; })
DOUBLE(twice);
int main(void) { EM_ASM({ out($0); }, twice(2)); return 0; }`;
  const { moments } = await momentsOf({ path: 'macro.c', text }, [{ path: 'macro.c', text }]);
  const places = moments.flatMap(({ place }) => (place ? [`${place.path}:${place.line}`] : []));
  expect(places).toContain('EM_JS twice:1');
  expect(places).toContain('macro.c:4');
  const unknown = await momentsOf({ path: 'macro.c', text }, []);
  expect(unknown.moments.map(({ place }) => place?.path)).toContain('EM_ASM');
});

it('finds equal texts in their order, and passes over strings and comments that look like them', async () => {
  const text = `#include <emscripten.h>
// EM_ASM({ HEAP8[$0] = 1; }, at);
const char* words = "EM_ASM({ HEAP8[$0] = 1; }, at)";
char bytes[2];
int main(void) {
  EM_ASM({
    // 'quoted
    const link = "http://x/*y*/";
    HEAP8[$0] = link.length;
  }, bytes);
  return bytes[0];
}`;
  const { moments, run } = await momentsOf({ path: 'equal.c', text }, [{ path: 'equal.c', text }]);
  expect(run.outcome).toMatchObject({ exitCode: 13 });
  const lines = moments.filter((moment) => innermost(moment)?.name === 'EM_ASM').map(({ place }) => place?.line);
  expect(lines).toEqual([8, 9]);
});
