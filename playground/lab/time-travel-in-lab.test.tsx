// @vitest-environment happy-dom
import { act, StrictMode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { testStage } from '../panels/test-stage.ts';
import type { Outcome, Run, RunOptions } from '../session/run.ts';
import { exampleSource } from '../view-model/example-run.ts';
import { ExampleTrace } from '../view-model/example-trace.ts';
import { Lab } from './lab.tsx';
import { emptyJavaScript, type LabProgram } from './lab-program.ts';
import type { LabServices } from './use-lab.ts';

/** Lines of main.cpp that its editor was told to mark, newest last; and how its text is edited. */
const editor = vi.hoisted(() => ({ marked: [] as (number | null)[], edit: (_: string) => {} }));
vi.mock('../editor/monaco.ts', () => ({
  mountEditor(
    _host: unknown,
    { path, onChange }: { readonly path: string; readonly onChange: (text: string) => void },
  ) {
    if (path === 'main.cpp') editor.edit = onChange;
    const ignore = () => {};
    return {
      setCurrent(current: { readonly line: number } | null) {
        if (path === 'main.cpp') editor.marked.push(current?.line ?? null);
      },
      setBreakpoints: ignore,
      setText: ignore,
      setMarkers: ignore,
      goTo: ignore,
      focus: ignore,
      dispose: ignore,
    };
  },
}));

const program: LabProgram = {
  id: 'p',
  title: 'P',
  files: [{ path: 'main.cpp', text: exampleSource }],
  scripts: [emptyJavaScript],
  settings: defaultSettings,
  input: '',
  inputEnds: false,
  argumentLine: '',
  buffer: 'fixed-length',
  calls: [],
  prebuilt: 'p.wasm',
  panels: ['stack'],
  select: null,
};
const finished: Outcome = { status: 'finished', exitCode: 0, result: null };

const stage = testStage();
beforeEach(() => {
  vi.useFakeTimers();
  editor.marked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

/** A lab whose program ran, and was recorded as this trace or not at all. */
async function show(trace: ExampleTrace | null, kept: Record<string, string> = {}, isTwice = false) {
  const openRun = async ({ onState }: RunOptions): Promise<Run> => ({
    exports: [],
    missing: [],
    async start() {
      onState((await new ExampleTrace().at(15)).state);
      return finished;
    },
    call: async () => finished,
    runJavaScript: async () => finished,
    measure: async () => finished,
    callTimes: async () => null,
    glue: null,
    read: async () => new Uint8Array(),
    trace: async () => trace,
    recorded: () => null,
    end() {},
  });
  const services = {
    openRun,
    fetchModule: async () => new Uint8Array(),
    compiler: { prepare: async () => {}, checkSyntax: async () => [] },
  } as unknown as LabServices;
  const storage = {
    replace: () => undefined,
    read: () => kept,
    write: (_: string, path: string, text: string | null) => void Object.assign(kept, { [path]: text ?? '' }),
  };
  const lab = <Lab {...{ program, services, storage }} />;
  // React's strict mode begins the first run twice, as a link that runs the program does while it is fetched.
  act(() => stage.root.render(isTwice ? <StrictMode>{lab}</StrictMode> : lab));
  await pass(500);
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const press = async (init: KeyboardEventInit) => {
  act(() => {
    stage.host.querySelector('.lab')?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }));
  });
  await pass(150);
};
const count = () => stage.host.querySelector('.timeline-count')?.textContent;

it('works as ever where nothing was recorded', async () => {
  await show(null);
  expect(stage.host.querySelector('.timeline')).toBeNull();
  expect(stage.host.querySelector('.lab-status')?.textContent).toContain('main ended with exit code 0');
});

it('tells a run that another one replaced no more', async () => {
  await show(null, {}, true);
  const status = stage.host.querySelector('.lab-status')?.textContent ?? '';
  expect(status.match(/main ended/g)).toHaveLength(1);
});

it('shows the end of what was recorded, and goes through it by keys', async () => {
  await show(new ExampleTrace());
  expect(count()).toBe('15 / 15');
  await press({ key: 'F11', ctrlKey: true });
  await press({ key: 'F11', ctrlKey: true });
  expect(count()).toBe('13 / 15');
  expect(editor.marked.at(-1)).toBe(15);
  await press({ key: 'F10', ctrlKey: true });
  expect(count()).toBe('4 / 15');
  expect(editor.marked.at(-1)).toBe(14);
});

it('stops where a stop was kept', async () => {
  await show(new ExampleTrace(), { '.breakpoints': '[{"kind":"line","path":"main.cpp","line":13}]' });
  await press({ key: 'F8', ctrlKey: true });
  expect(count()).toBe('3 / 15');
});

it('moves a stop from a line without code to the next that has some, and keeps it there', async () => {
  const kept = { '.breakpoints': '[{"kind":"line","path":"main.cpp","line":8}]' };
  await show(new ExampleTrace(), kept);
  expect(JSON.parse(kept['.breakpoints'])).toEqual([{ kind: 'line', path: 'main.cpp', line: 10 }]);
  await press({ key: 'F8', ctrlKey: true });
  expect(count()).toBe('0 / 15');
});

it('marks no line of a file that was edited since', async () => {
  await show(new ExampleTrace());
  await press({ key: 'F11', ctrlKey: true });
  expect(editor.marked.at(-1)).toBe(16);
  act(() => editor.edit('int main() {}'));
  expect(editor.marked.at(-1)).toBeNull();
});

it('runs again from the timeline’s end', async () => {
  const trace = new ExampleTrace();
  await show(trace);
  await press({ key: 'F8', ctrlKey: true });
  expect(count()).toBe('0 / 15');
  await press({ key: 'Enter', ctrlKey: true });
  expect(count()).toBe('15 / 15');
});

it('tells no finding of the run before from the moment of a new request on', async () => {
  await show(new ExampleTrace());
  const tab = () =>
    [...stage.host.querySelectorAll('[role=tab]')].find((each) => each.textContent?.startsWith('Findings'));
  expect(tab()?.textContent).toBe('Findings (1)');
  act(() => {
    stage.host
      .querySelector('.lab')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  });
  expect(tab()?.textContent).toBe('Findings');
  await pass(500);
  expect(tab()?.textContent).toBe('Findings (1)');
});
