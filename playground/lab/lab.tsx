import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { LeftEditors } from '../editor/left-editors.ts';
import { LackedFeatures } from '../exercises/lacked-features.tsx';
import { allFiles } from '../files/project.ts';
import { lackedHere } from '../lesson/host-features.ts';
import type { PanelName, Selection } from '../lesson/program.ts';
import { formatSelection } from '../lesson/selection.ts';
import { motionTime } from '../panels/motion.ts';
import { Timeline } from '../panels/timeline.tsx';
import { knownBreakpoints } from '../view-model/breakpoints.ts';
import { currentLine } from '../view-model/current-line.ts';
import { jumpTo } from '../view-model/jump.ts';
import { firstPlayback, type MoveSettings } from '../view-model/moves.ts';
import { DiagnosticList } from './diagnostic-list.tsx';
import { Editors } from './editors.tsx';
import type { LabStorage } from './file-actions.ts';
import { type Drop, DropPlace } from './files/drop-place.tsx';
import { FilesMenu } from './files/files-menu.tsx';
import { sharedProgram } from './files/linked-program.ts';
import { isChanged, isEdited } from './lab-files.ts';
import { LabPanels } from './lab-panels.tsx';
import type { LabMoment, LabPlace, LabProgram, LabTarget } from './lab-program.ts';
import { pressInLab } from './lab-shortcuts.ts';
import { shownFiles } from './lab-state.ts';
import { LabStatus } from './lab-status.tsx';
import { LabToolbar } from './lab-toolbar.tsx';
import { ModuleBar } from './module-bar.tsx';
import { ModuleDoor } from './module-door.tsx';
import { sourceOf } from './module-sources.ts';
import { isForModule } from './open-module.ts';
import { OtherVersions } from './other-versions.tsx';
import { crashInWords } from './outcome-words.ts';
import { Split } from './split.tsx';
import { useFindings } from './use-findings.ts';
import { type LabServices, useLab } from './use-lab.ts';
import { useStopsAtCode } from './use-stops-at-code.ts';
import { useWidth } from './use-width.ts';
import './lab.css';

export interface LabProps {
  readonly program: LabProgram;
  readonly services: LabServices;
  readonly storage: LabStorage;
  /** What the text asked for last. */
  readonly target?: LabTarget;
  /** The step to which the first recorded run goes, while the program is as it was given; else to its end. */
  readonly startStep?: number | null;
  /** Whether it opens modules that were made elsewhere. */
  readonly opensModules?: boolean;
  /** What stands at the end of the toolbar. */
  readonly children?: ReactNode;
}

/** Two editors, one live instance, and panels that show its memory. */
export function Lab({
  program,
  services,
  storage,
  target,
  startStep = null,
  opensModules = false,
  children,
}: LabProps) {
  const lab = useLab(program, services, storage);
  const { state, memory } = lab;
  const originals = allFiles(program);
  const findings = useFindings(state);
  useStopsAtCode(lab);
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  // The panel that was asked for last, and those before it.
  const [asked, setAsked] = useState<readonly PanelName[]>(program.panels);
  const panel = asked[0] ?? 'map';
  const setPanel = (name: PanelName) => setAsked((before) => [name, ...before.filter((other) => other !== name)]);
  const [drop, setDrop] = useState<(Drop & { readonly isModule: boolean }) | null>(null);
  const [place, setPlace] = useState<LabPlace | null>(null);
  const [left] = useState<LeftEditors>(() => new Map());
  const [playback, setPlayback] = useState(() => ({
    ...firstPlayback,
    speed: motionTime() === 0 ? 1 : firstPlayback.speed,
  }));
  const settings: MoveSettings = { ...playback, breakpoints: state.breakpoints };
  const { files, scripts, diagnostics } = shownFiles(state);
  const fileOf = (path: string): string | null =>
    state.module && path !== state.module.javascript.path ? (sourceOf(path, files)?.path ?? null) : path;
  const show = (path: string, line: number, column = 1) => {
    const shown = fileOf(path);
    // A line of which there is no source has its instructions all the same.
    if (shown === null) return setPanel('wasm');
    setPlace((before) => ({ path: shown, line, column, request: (before?.request ?? 0) + 1 }));
  };

  // A program that was built with the site runs at once, so that the page is never empty: once for each program.
  useEffect(() => {
    const canRun = lackedHere(program.needs ?? []).length === 0;
    if (canRun && program.prebuilt && !isEdited(state, program) && !target?.moment) void lab.run();
  }, []);
  const start = useRef(startStep);
  const moment = useRef<LabMoment | null>(null);
  useEffect(() => {
    if (!state.travel) return;
    if (moment.current) state.travel.go(moment.current.step);
    else if (start.current !== null && !isChanged(state, program)) state.travel.go(start.current);
    start.current = moment.current = null;
  }, [state.travel]);
  const wanted = target?.select ?? program.select;
  const selected = useRef<Selection | null>(null);
  // As soon as there is such a place: a view or a block only comes while the program runs. Then not again, until asked.
  useEffect(() => {
    if (!memory || !wanted || selected.current === wanted) return;
    const jump = jumpTo(formatSelection(wanted), memory);
    if (!jump.ok) return;
    selected.current = wanted;
    lab.dispatch({ kind: 'selected', selection: jump });
  }, [memory, wanted]);
  // Only when the text asks.
  useEffect(() => {
    if (!target || target.request === 0) return;
    if (target.panel) setPanel(target.panel);
    // Whoever asks for questions is to answer them: all other links leave the focus in the text.
    if (target.panel === 'practice')
      setTimeout(() => element.current?.querySelector<HTMLElement>('[data-tab="practice"]')?.focus());
    else if (target.select && !target.panel) setPanel('bytes');
    if (target.moment) {
      const { step, panel: wantedPanel, calls } = target.moment;
      if (wantedPanel) setPanel(wantedPanel);
      const isOfThisRun = calls.length === 0 && !isChanged(state, program) && state.editedSinceRun.length === 0;
      if (state.travel && isOfThisRun) state.travel.go(step);
      else {
        moment.current = target.moment;
        void lab.run({ recorded: true }, calls);
      }
    }
    if (target.place) show(target.place.path || (program.files[0]?.path ?? ''), target.place.line);
  }, [target]);

  const current =
    state.moment &&
    currentLine(state.moment, (path) => {
      const own = fileOf(path);
      const isThere = [...files, ...scripts].some((file) => file.path === own);
      return own !== null && isThere && !state.editedSinceRun.includes(own) ? own : null;
    });
  const editors = (
    <div className="lab-editors">
      <Editors
        {...{ lab, width, place, left, current, originals }}
        front={target?.request === 0 ? (target.place?.path ?? null) : null}
        onAdded={(path) => show(path, 1)}
      />
      <DiagnosticList diagnostics={diagnostics} onShow={({ path, line, column }) => show(path, line, column)} />
    </div>
  );
  const timeline = state.travel && (
    <Timeline
      travel={state.travel}
      moment={state.moment}
      isBusy={state.activity !== 'idle' || state.travel.isOver}
      selection={state.selection}
      findings={findings ?? []}
      crash={crashInWords(state.endings)}
      edited={state.editedSinceRun}
      settings={settings}
      given={state.module ? [] : knownBreakpoints(program.breakpoints)}
      onBreakpoints={lab.setBreakpoints}
      onPlayback={setPlayback}
    />
  );
  const panels = (
    <div className="lab-below">
      {timeline}
      <LabPanels
        {...{ lab, width, findings }}
        preferred={program.panels}
        open={panel}
        onOpen={setPanel}
        onShowLine={show}
      />
    </div>
  );
  return (
    <div
      className="lab"
      data-width={width}
      ref={element}
      onKeyDownCapture={(pressed) => pressInLab(pressed, lab, settings)}
    >
      <LabToolbar lab={lab} program={program} onMeasure={() => setPanel('measure')}>
        {opensModules && (
          <ModuleDoor
            lab={lab}
            drop={drop?.isModule ? drop : null}
            onOpened={({ sources }) => {
              if (sources.length === 0) setPanel('wasm');
            }}
          />
        )}
        <FilesMenu
          lab={lab}
          title={program.title}
          shared={() => sharedProgram(state, program, asked)}
          drop={drop?.isModule === false ? drop : null}
        />
        {children}
      </LabToolbar>
      <DropPlace
        words={
          opensModules
            ? 'Drop a program’s files, a folder, a zip, or a .wasm file'
            : 'Drop a program’s files, a folder or a zip'
        }
        onDrop={({ files: dropped }) =>
          setDrop({ files: dropped, isModule: opensModules && isForModule(dropped, state.module) })
        }
      />
      <ModuleBar lab={lab} />
      <OtherVersions
        what="program"
        count={state.module ? 0 : state.others.length}
        onTake={lab.takeOther}
        onForget={() => {
          lab.forgetOthers();
          // The button that was pressed is gone: the lab's first one takes the focus.
          element.current?.querySelector<HTMLElement>('.lab-toolbar button')?.focus();
        }}
      />
      <LackedFeatures needs={program.needs} />
      <LabStatus lab={lab} onShow={show} />
      {width === 'narrow' ? (
        <div className="lab-stack">
          {editors}
          {panels}
        </div>
      ) : (
        <Split id="lab" orientation="vertical" label="Editors and panels" share={40} first={editors} second={panels} />
      )}
    </div>
  );
}
