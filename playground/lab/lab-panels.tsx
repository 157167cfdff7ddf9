import { useEffect, useState } from 'react';
import { BytesPanel } from '../panels/bytes-panel.tsx';
import { ConsolePanel } from '../panels/console-panel.tsx';
import { HeapPanel } from '../panels/heap-panel.tsx';
import { MemoryMap } from '../panels/memory-map.tsx';
import { ViewsPanel } from '../panels/views-panel.tsx';
import { CallPanel } from './call-panel.tsx';
import { type LabPanel, panelNames } from './lab-program.ts';
import { Split } from './split.tsx';
import { Tabs } from './tabs.tsx';
import type { Lab } from './use-lab.ts';
import type { LabWidth } from './use-width.ts';

interface LabPanelsProps {
  readonly lab: Lab;
  readonly width: LabWidth;
  /** The panels that the program is about, the first one most. */
  readonly preferred: readonly LabPanel[];
  /** The panel that was asked for last. */
  readonly open: LabPanel;
  readonly onOpen: (panel: LabPanel) => void;
  /** Moves the cursor to a line of a file. */
  readonly onShow: (path: string, line: number) => void;
}

/** Where things are, beside what they are: the two groups of panels in a lab with room for both. */
const memoryPanels: readonly LabPanel[] = ['map', 'bytes'];
const thingPanels: readonly LabPanel[] = panelNames.filter((name) => !memoryPanels.includes(name));

/** The panels: in two groups side by side where there is room, else behind one row of tabs. */
export function LabPanels({ lab, width, preferred, open, onOpen, onShow }: LabPanelsProps) {
  const [shown, setShown] = useState<Readonly<Record<'memory' | 'things', LabPanel>>>({
    memory: preferred.find((name) => memoryPanels.includes(name)) ?? 'map',
    things: preferred.find((name) => thingPanels.includes(name)) ?? 'heap',
  });
  useEffect(() => {
    setShown((before) => ({ ...before, [memoryPanels.includes(open) ? 'memory' : 'things']: open }));
  }, [open]);
  const group = (label: string, names: readonly LabPanel[], selected: LabPanel) => (
    <Tabs
      label={label}
      tabs={names.map((name) => ({ id: name, title: titles[name] }))}
      selected={selected}
      onSelect={(name) => onOpen(name as LabPanel)}
    >
      <Panel name={selected} lab={lab} onShow={onShow} />
    </Tabs>
  );
  if (width === 'narrow') return group('Panels', panelNames, open);
  return (
    <Split
      id="panels"
      orientation="horizontal"
      label="Memory and what is in it"
      share={60}
      first={group('Memory', memoryPanels, shown.memory)}
      second={group('In memory', thingPanels, shown.things)}
    />
  );
}

const titles: Record<LabPanel, string> = {
  map: 'Map',
  bytes: 'Bytes',
  heap: 'Heap',
  views: 'Views',
  console: 'Console',
  call: 'Call',
};

interface PanelProps {
  readonly name: LabPanel;
  readonly lab: Lab;
  readonly onShow: (path: string, line: number) => void;
}

function Panel({ name, lab }: PanelProps) {
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
      return <HeapPanel {...props} ended={state.hasEnded} />;
    case 'views':
      return <ViewsPanel {...props} />;
    case 'console':
      return <ConsolePanel lines={state.lines} />;
    case 'call':
      return <CallPanel functions={state.functions} isBusy={state.activity !== 'idle'} onCall={lab.call} />;
    default:
      return name satisfies never;
  }
}
