import { useEffect, useState } from 'react';
import { CodeEditor } from '../editor/code-editor.tsx';
import type { LabPlace } from './lab-program.ts';
import { Split } from './split.tsx';
import { Tabs } from './tabs.tsx';
import type { Lab } from './use-lab.ts';
import type { LabWidth } from './use-width.ts';

interface EditorsProps {
  readonly lab: Lab;
  readonly width: LabWidth;
  /** Where the cursor was asked to go last. */
  readonly place: LabPlace | null;
}

/** The files: C++ and JavaScript side by side where there is room, else behind tabs. */
export function Editors({ lab, width, place }: EditorsProps) {
  const { files, javascript } = lab.state;
  const script = <FileTabs label="JavaScript" files={[javascript]} lab={lab} place={place} />;
  if (width !== 'wide') return <FileTabs label="Files" files={[...files, javascript]} lab={lab} place={place} />;
  return (
    <Split
      id="editors"
      orientation="horizontal"
      label="C++ and JavaScript"
      share={56}
      first={<FileTabs label="C and C++" files={files} lab={lab} place={place} />}
      second={script}
    />
  );
}

interface FileTabsProps {
  readonly label: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly lab: Lab;
  readonly place: LabPlace | null;
}

function FileTabs({ label, files, lab, place }: FileTabsProps) {
  const [selected, setSelected] = useState(files[0]?.path ?? '');
  const wanted = place && files.some(({ path }) => path === place.path) ? place : null;
  useEffect(() => {
    if (wanted) setSelected(wanted.path);
  }, [wanted]);
  const shown = files.find(({ path }) => path === selected) ?? files[0];
  return (
    <Tabs
      label={label}
      tabs={files.map(({ path }) => ({ id: path, title: path }))}
      selected={shown?.path ?? ''}
      onSelect={setSelected}
    >
      {shown && (
        <CodeEditor
          key={shown.path}
          file={shown}
          diagnostics={lab.state.diagnostics.filter(({ path }) => path === shown.path)}
          place={wanted?.path === shown.path ? wanted : null}
          onChange={(text) => lab.edit(shown.path, text)}
        />
      )}
    </Tabs>
  );
}
