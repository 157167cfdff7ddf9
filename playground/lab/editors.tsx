import { useEffect, useState } from 'react';
import type { SourceFile } from '../compiler/compilation.ts';
import { isWatProgram } from '../compiler/wat/wat-program.ts';
import { CodeEditor } from '../editor/code-editor.tsx';
import type { LeftEditors } from '../editor/left-editors.ts';
import { allFiles } from '../files/project.ts';
import { isScript } from '../lesson/file-names.ts';
import { linesWithBreakpoint, toggled, withLines } from '../view-model/breakpoints.ts';
import type { CurrentLine } from '../view-model/current-line.ts';
import { AddFile } from './add-file.tsx';
import { FileMenu } from './file-menu.tsx';
import type { LabPlace } from './lab-program.ts';
import { shownFiles } from './lab-state.ts';
import { Split } from './split.tsx';
import { Tabs } from './tabs.tsx';
import type { Lab } from './use-lab.ts';
import type { LabWidth } from './use-width.ts';

interface EditorsProps {
  readonly lab: Lab;
  readonly width: LabWidth;
  /** The file that is in front at first; null for the first of each group. */
  readonly front: string | null;
  /** Where the cursor was asked to go last. */
  readonly place: LabPlace | null;
  /** What the editors of files left that are out of sight. */
  readonly left: LeftEditors;
  /** Where the recorded run stands. */
  readonly current: CurrentLine | null;
  /** A file was added: the cursor should go there. */
  readonly onAdded: (path: string) => void;
  /** The program's own files, as their author wrote them. */
  readonly originals: readonly SourceFile[];
}

/** The files: C++ and JavaScript side by side where there is room, else behind tabs. Of a module, its sources. */
export function Editors({ lab, width, ...others }: EditorsProps) {
  const { files, scripts } = shownFiles(lab.state);
  const canAdd = lab.state.module === null;
  const own = { lab, ...others };
  if (width !== 'wide') return <FileTabs label="Files" files={[...files, ...scripts]} canAdd={canAdd} {...own} />;
  const sources = !canAdd ? 'Sources of the module' : isWatProgram(files) ? 'WebAssembly text' : 'C and C++';
  return (
    <Split
      id="editors"
      orientation="horizontal"
      label="C++ and JavaScript"
      share={56}
      first={files.length > 0 ? <FileTabs label={sources} files={files} canAdd={canAdd} {...own} /> : <NoSources />}
      second={<FileTabs label="JavaScript" files={scripts} canAdd={canAdd} {...own} />}
    />
  );
}

function NoSources() {
  return <p className="empty">The module came without its sources. The Wasm panel shows where the run stands.</p>;
}

interface FileTabsProps extends Omit<EditorsProps, 'width'> {
  readonly label: string;
  readonly files: readonly SourceFile[];
  readonly canAdd?: boolean;
}

function FileTabs({
  label,
  files,
  canAdd = false,
  lab,
  front,
  place,
  left,
  current,
  originals,
  onAdded,
}: FileTabsProps) {
  const [selected, setSelected] = useState((files.find(({ path }) => path === front) ?? files[0])?.path ?? '');
  const wanted = place && files.some(({ path }) => path === place.path) ? place : null;
  useEffect(() => {
    if (wanted) setSelected(wanted.path);
  }, [wanted]);
  const line = current && files.some(({ path }) => path === current.path) ? current : null;
  // The file of the line that runs next comes to the front when the step changes.
  useEffect(() => {
    if (line) setSelected(line.path);
  }, [line?.path, line?.line]);
  const add = (path: string) => {
    lab.addFile(path);
    setSelected(path);
    onAdded(path);
  };
  const renamed = (path: string) => {
    setSelected(path);
    onAdded(path);
  };
  const { breakpoints, module } = lab.state;
  const added = files.every(({ path }) => isScript(path))
    ? { label: 'Add a JavaScript file', example: 'view.js' }
    : { label: 'Add a file', example: 'list.h' };
  const { diagnostics } = shownFiles(lab.state);
  const isReadOnly = (path: string) => module !== null && path !== module.javascript.path;
  const shown = files.find(({ path }) => path === selected) ?? files[0];
  return (
    <Tabs
      label={label}
      tabs={files.map(({ path }) => ({ id: path, title: path }))}
      selected={shown?.path ?? ''}
      onSelect={setSelected}
      actions={
        <>
          {canAdd && <AddFile taken={allFiles(lab.state).map(({ path }) => path)} {...added} onAdd={add} />}
          {shown && !module && (
            <FileMenu key={shown.path} {...{ lab, files, originals }} file={shown} onRenamed={renamed} />
          )}
        </>
      }
    >
      {shown && (
        <CodeEditor
          key={`${module?.name ?? ''} ${shown.path}`}
          isReadOnly={isReadOnly(shown.path)}
          file={shown}
          diagnostics={diagnostics.filter(({ path }) => path === shown.path)}
          place={wanted?.path === shown.path ? wanted : null}
          left={left}
          current={line?.path === shown.path ? line : null}
          breakpoints={linesWithBreakpoint(breakpoints, shown.path)}
          onChange={(text) => lab.edit(shown.path, text)}
          onToggleBreakpoint={(at) =>
            lab.setBreakpoints(toggled(breakpoints, { kind: 'line', path: shown.path, line: at }))
          }
          onBreakpointsMoved={(lines) => lab.setBreakpoints(withLines(breakpoints, shown.path, lines))}
        />
      )}
    </Tabs>
  );
}
