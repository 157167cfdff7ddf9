import { useEffect, useState } from 'react';
import { type PanelName, panelNames } from '../lesson/program.ts';
import { BytesPanel } from '../panels/bytes-panel.tsx';
import { CanvasPanel } from '../panels/canvas-panel.tsx';
import { ConsolePanel } from '../panels/console-panel.tsx';
import { FindingsPanel } from '../panels/findings-panel.tsx';
import { HeapPanel } from '../panels/heap-panel.tsx';
import { MeasurePanel } from '../panels/measure-panel.tsx';
import { MemoryMap } from '../panels/memory-map.tsx';
import type { ShownBytes } from '../panels/panel-props.ts';
import { PixelsPanel } from '../panels/pixels-panel.tsx';
import { StackPanel } from '../panels/stack-panel.tsx';
import { ViewsPanel } from '../panels/views-panel.tsx';
import { WasmPanel } from '../panels/wasm-panel.tsx';
import { PracticePanel } from '../practice/practice-panel.tsx';
import { type Practice, usePractice } from '../practice/use-practice.ts';
import type { ByteRange } from '../trace/memory-state.ts';
import type { Finding } from '../trace/trace.ts';
import { memoriesInWords } from '../view-model/one-memory.ts';
import { outputUntil } from '../view-model/output-until.ts';
import { BrokenPanel } from './broken-panel.tsx';
import { CallsPanel } from './calls-panel.tsx';
import { GluePanel } from './glue-panel.tsx';
import { filesAsRun, type LabState, namesVariants, shownFiles } from './lab-state.ts';
import { MemoryChooser } from './memory-chooser.tsx';
import { Split } from './split.tsx';
import { Tabs } from './tabs.tsx';
import type { Lab } from './use-lab.ts';
import { useOneMemory } from './use-one-memory.ts';
import type { LabWidth } from './use-width.ts';

interface LabPanelsProps {
  readonly lab: Lab;
  readonly width: LabWidth;
  /** The panels that the program is about, the first one most. */
  readonly preferred: readonly PanelName[];
  /** The panel that was asked for last. */
  readonly open: PanelName;
  readonly onOpen: (panel: PanelName) => void;
  /** Of the whole recorded run. */
  readonly findings: readonly Finding[] | null;
  /** Shows a line in its editor. */
  readonly onShowLine: (path: string, line: number) => void;
}

/** Where things are, beside what they are: the two groups of panels in a lab with room for both. */
const memoryPanels: readonly PanelName[] = ['map', 'bytes'];
const thingPanels: readonly PanelName[] = panelNames.filter((name) => !memoryPanels.includes(name));

/** The panels: map, bytes and things side by side where there is room, in two groups or one row of tabs where not. */
export function LabPanels({ lab, width, preferred, open, onOpen, findings, onShowLine }: LabPanelsProps) {
  const [shown, setShown] = useState<Readonly<Record<'memory' | 'things', PanelName>>>({
    memory: preferred.find((name) => memoryPanels.includes(name)) ?? 'map',
    things: preferred.find((name) => thingPanels.includes(name)) ?? 'heap',
  });
  useEffect(() => {
    setShown((before) => ({ ...before, [memoryPanels.includes(open) ? 'memory' : 'things']: open }));
  }, [open]);
  const { travel } = lab.state;
  const practice = usePractice(travel?.trace ?? null, filesAsRun(lab.state), (step) => travel?.go(step));
  const [bytesInSight, setBytesInSight] = useState<ByteRange | null>(null);
  const [wanted, setWanted] = useState(0);
  const memory = wanted <= (lab.memory?.otherPages?.length ?? 0) ? wanted : 0;
  const isOfUse = (name: PanelName) =>
    (name !== 'canvas' || drawsOnCanvas(lab.state)) && (name !== 'measure' || namesVariants(lab.state));
  const group = (label: string, names: readonly PanelName[], selected: PanelName) => (
    <Tabs
      label={label}
      tabs={names
        .filter((name) => name === selected || isOfUse(name))
        .map((name) => ({ id: name, title: titleOf(name, findings) }))}
      selected={selected}
      onSelect={(name) => onOpen(name as PanelName)}
    >
      <BrokenPanel attempt={lab.memory}>
        <Panel
          name={selected}
          shown={bytesInSight}
          onShown={setBytesInSight}
          memory={memory}
          onMemory={setWanted}
          {...{ lab, practice, findings, onShowLine }}
        />
      </BrokenPanel>
    </Tabs>
  );
  if (width === 'narrow') return group('Panels', panelNames, open);
  const things = group('In memory', thingPanels, shown.things);
  if (width === 'medium') {
    return (
      <Split
        id="panels"
        orientation="horizontal"
        label="Memory and what is in it"
        share={52}
        first={group('Memory', memoryPanels, shown.memory)}
        second={things}
      />
    );
  }
  const bytesAndThings = (
    <Split
      id="bytes"
      orientation="horizontal"
      label="Bytes and what they belong to"
      share={60}
      first={group('Bytes', ['bytes'], 'bytes')}
      second={things}
    />
  );
  return (
    <Split
      id="map"
      orientation="horizontal"
      label="Map and bytes"
      share={28}
      first={group('Map', ['map'], 'map')}
      second={bytesAndThings}
    />
  );
}

/** Whether any file of the program has to do with the canvas. */
function drawsOnCanvas(state: LabState): boolean {
  const { files, scripts } = shownFiles(state);
  return [...scripts, ...files].some(({ text }) => /\bcanvas\b/i.test(text));
}

function titleOf(name: PanelName, findings: readonly Finding[] | null): string {
  return name === 'findings' && findings && findings.length > 0 ? `${titles[name]} (${findings.length})` : titles[name];
}

const titles: Record<PanelName, string> = {
  map: 'Map',
  bytes: 'Bytes',
  stack: 'Stack',
  wasm: 'Wasm',
  heap: 'Heap',
  findings: 'Findings',
  views: 'Views',
  pixels: 'Pixels',
  canvas: 'Canvas',
  measure: 'Measure',
  console: 'Console',
  practice: 'Practice',
  glue: 'Glue',
  call: 'Calls',
};

interface PanelProps extends ShownBytes {
  readonly name: PanelName;
  readonly lab: Lab;
  /** Index of the memory that is shown, where the program has several. */
  readonly memory: number;
  readonly onMemory: (memory: number) => void;
  readonly practice: Practice;
  readonly findings: readonly Finding[] | null;
  readonly onShowLine: LabPanelsProps['onShowLine'];
}

function Panel(props: PanelProps) {
  const { name, lab, memory, onMemory } = props;
  if (name !== 'map' && name !== 'bytes' && name !== 'pixels') return <OnePanel {...props} />;
  return (
    <>
      {lab.memory && <MemoryChooser names={memoriesInWords(lab.memory)} chosen={memory} onChoose={onMemory} />}
      <OnePanel key={memory} {...props} />
    </>
  );
}

function OnePanel({ name, lab, memory: chosen, practice, findings, shown, onShown, onShowLine }: PanelProps) {
  const { state, memory, bytes, dispatch } = lab;
  const { travel, moment } = state;
  const isAtEnd = !travel || !moment || moment.step === travel.trace.steps;
  const props = {
    state: memory,
    bytes,
    moment,
    selection: state.selection,
    onSelect: (selection: NonNullable<typeof state.selection>) => dispatch({ kind: 'selected', selection }),
  };
  const trace = travel?.trace ?? null;
  const past = {
    trace,
    onGo: (step: number) => travel?.go(step),
    breakpoints: state.breakpoints,
    onBreakpoints: lab.setBreakpoints,
  };
  const one = useOneMemory({ ...props, ...past }, chosen);
  switch (name) {
    case 'map':
      return <MemoryMap {...one} shown={shown} />;
    case 'bytes':
      return <BytesPanel {...one} onShown={onShown} />;
    case 'stack':
      return <StackPanel {...props} onShowLine={onShowLine} />;
    case 'heap':
      return <HeapPanel {...props} {...past} ended={state.hasEnded && isAtEnd} />;
    case 'wasm':
      return <WasmPanel {...{ trace, moment, onShowLine }} />;
    case 'findings':
      return (
        <FindingsPanel
          {...{ findings, moment }}
          isRecorded={trace !== null}
          limit={trace?.limit ?? null}
          onGo={past.onGo}
        />
      );
    case 'views':
      return <ViewsPanel {...{ ...props, findings }} onGo={past.onGo} />;
    case 'pixels':
      return <PixelsPanel {...one} settings={state.pixels} onSettings={lab.setPixels} />;
    case 'canvas':
      return (
        <CanvasPanel
          picture={lab.picture}
          isBusy={state.activity !== 'idle'}
          isRecorded={state.isRecorded}
          onRun={(how) => void lab.run(how)}
        />
      );
    case 'measure': {
      const { measure, stop, ...measuring } = lab.measuring;
      return (
        <MeasurePanel
          {...measuring}
          isBusy={state.activity !== 'idle'}
          onMeasure={(each) => void measure(each)}
          onStop={stop}
          onShowLine={onShowLine}
        />
      );
    }
    case 'console':
      return (
        <ConsolePanel lines={isAtEnd ? state.lines : outputUntil(state.lines, moment.output - state.droppedOutput)} />
      );
    case 'practice':
      return <PracticePanel practice={practice} />;
    case 'glue':
      return <GluePanel lab={lab} />;
    case 'call':
      return (
        <CallsPanel
          {...{
            trace,
            moment,
            functions: state.functions,
            onCall: lab.call,
            callTimes: lab.callTimes,
            onGo: past.onGo,
            onSelect: props.onSelect,
          }}
          isBusy={state.activity !== 'idle'}
        />
      );
    default:
      return name satisfies never;
  }
}
