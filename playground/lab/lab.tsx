import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { CodeEditor } from '../editor/code-editor.tsx';
import type { Selection } from '../lesson/program.ts';
import { BytesPanel } from '../panels/bytes-panel.tsx';
import { ConsolePanel } from '../panels/console-panel.tsx';
import { HeapPanel } from '../panels/heap-panel.tsx';
import { MemoryMap } from '../panels/memory-map.tsx';
import { ViewsPanel } from '../panels/views-panel.tsx';
import { jumpTo } from '../view-model/jump.ts';
import { CallPanel } from './call-panel.tsx';
import { DiagnosticList } from './diagnostic-list.tsx';
import type { LabProgram, LabTarget } from './lab-program.ts';
import { isEdited } from './lab-state.ts';
import { outcomeInWords } from './outcome-words.ts';
import { RunSettings } from './run-settings.tsx';
import { Tabs } from './tabs.tsx';
import { type Lab as LabControls, type LabServices, type LabStorage, useLab } from './use-lab.ts';
import './lab.css';

export const panelNames = ['map', 'bytes', 'heap', 'views', 'console', 'call'] as const;
export type LabPanel = (typeof panelNames)[number];

interface LabProps {
  readonly program: LabProgram;
  readonly services: LabServices;
  readonly storage: LabStorage;
  /** What the text asked for last. */
  readonly target?: LabTarget;
}

/** Two editors, one live instance, and panels that show its memory. */
export function Lab({ program, services, storage, target }: LabProps) {
  const lab = useLab(program, services, storage);
  const [open, setOpen] = useState<LabPanel>(program.panel);
  const [file, setFile] = useState(program.files[0]?.path ?? '');
  const { state } = lab;
  const { memory } = state;
  const isShown = memory !== null;
  const wanted = target?.select ?? program.select;
  // A program that was built with the site runs at once, so that the page is never empty.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each program
  useEffect(() => {
    if (program.prebuilt && !isEdited(state, program)) void lab.run();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: selects again only when it is asked for again
  useEffect(() => {
    const jump = memory && wanted ? jumpTo(selectionText(wanted), memory) : null;
    if (jump?.ok) lab.dispatch({ kind: 'selected', selection: jump });
    if (target?.panel) setOpen(target.panel);
    else if (target && target.request > 0 && target.select) setOpen('bytes');
    if (target?.place) setFile(target.place.path || (program.files[0]?.path ?? ''));
  }, [target, isShown]);
  const isBusy = state.activity.kind !== 'idle';
  const shortcuts = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (isBusy) return;
    void (event.shiftKey ? lab.runJavaScript() : lab.run());
  };
  const files = [...state.files, state.javascript];
  const shown = files.find(({ path }) => path === file) ?? files[0];
  const statusId = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shortcuts of what has buttons too
    <div className="lab" onKeyDown={shortcuts}>
      <div className="lab-toolbar" role="toolbar" aria-label="Program" aria-describedby={statusId}>
        <button type="button" className="button primary" disabled={isBusy} onClick={() => void lab.run()}>
          Run
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => void lab.runJavaScript()}>
          Run JavaScript
        </button>
        <button type="button" className="button" disabled={!isBusy} onClick={lab.stop}>
          Stop
        </button>
        <RunSettings lab={lab} />
        {isEdited(state, program) && (
          <button type="button" className="button" onClick={lab.resetFiles}>
            Reset files
          </button>
        )}
      </div>
      <p className="lab-status" id={statusId} role="status">
        {statusWords(lab)}
      </p>
      <Tabs
        label="Files"
        tabs={files.map(({ path }) => ({ id: path, title: path }))}
        selected={shown?.path ?? ''}
        onSelect={setFile}
      >
        {shown && (
          <CodeEditor
            key={shown.path}
            file={shown}
            diagnostics={state.diagnostics.filter(({ path }) => path === shown.path)}
            onChange={(text) => lab.edit(shown.path, text)}
          />
        )}
      </Tabs>
      <DiagnosticList diagnostics={state.diagnostics} onShow={({ path }) => setFile(path)} />
      <Tabs
        label="Panels"
        tabs={panelNames.map((name) => ({ id: name, title: titles[name] }))}
        selected={open}
        onSelect={(name) => setOpen(name as LabPanel)}
      >
        <Panel name={open} lab={lab} />
      </Tabs>
    </div>
  );
}

function selectionText(wanted: Selection): string {
  switch (wanted.kind) {
    case 'symbol':
      return wanted.name;
    case 'block':
    case 'view':
      return `${wanted.kind} ${wanted.id}`;
    case 'range':
      return String(wanted.start);
    default:
      return wanted satisfies never;
  }
}

const titles: Record<LabPanel, string> = {
  map: 'Map',
  bytes: 'Bytes',
  heap: 'Heap',
  views: 'Views',
  console: 'Console',
  call: 'Call',
};

function Panel({ name, lab }: { readonly name: LabPanel; readonly lab: LabControls }) {
  const { state, bytes, dispatch } = lab;
  const props = {
    state: state.memory,
    bytes,
    selection: state.selection,
    onSelect: (selection: NonNullable<typeof state.selection>) => dispatch({ kind: 'selected', selection }),
  };
  switch (name) {
    case 'map':
      return <MemoryMap {...props} />;
    case 'bytes':
      return <BytesPanel {...props} />;
    case 'heap':
      return <HeapPanel {...props} ended={state.outcome?.status === 'finished' && state.outcome.exitCode !== null} />;
    case 'views':
      return <ViewsPanel {...props} />;
    case 'console':
      return <ConsolePanel lines={state.lines} />;
    case 'call':
      return <CallPanel functions={state.functions} isBusy={state.activity.kind !== 'idle'} onCall={lab.call} />;
    default:
      return name satisfies never;
  }
}

function statusWords({ state }: LabControls): string {
  const { activity, outcome } = state;
  switch (activity.kind) {
    case 'fetching': {
      const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
      return `Fetching the compiler: ${megabytes(activity.progress.received)} of ${megabytes(activity.progress.total)} MB. You can go on editing.`;
    }
    case 'compiling':
      return 'Compiling…';
    case 'running':
      return 'Running…';
    case 'idle': {
      const errors = state.diagnostics.filter(({ severity }) => severity === 'error').length;
      if (errors > 0) return `It does not compile: ${errors === 1 ? '1 error' : `${errors} errors`}, listed below.`;
      return outcome ? `The last call ${outcomeInWords(outcome)}` : 'Ready. Ctrl+Enter runs the program.';
    }
    default:
      return activity satisfies never;
  }
}
