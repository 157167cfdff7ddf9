import type { ReactNode } from 'react';
import { isChanged } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import { RunSettings } from './run-settings.tsx';
import type { Lab } from './use-lab.ts';

interface LabToolbarProps {
  readonly lab: Lab;
  readonly program: LabProgram;
  readonly children?: ReactNode;
}

/** What one can do with the program: run all of it, run its JavaScript again, stop, set, reset. */
export function LabToolbar({ lab, program, children }: LabToolbarProps) {
  const { state } = lab;
  const isBusy = state.activity !== 'idle';
  return (
    <div className="lab-toolbar" role="toolbar" aria-label="Program">
      <button type="button" className="button primary" disabled={isBusy} onClick={() => void lab.run()}>
        Run
      </button>
      <button
        type="button"
        className="button"
        disabled={isBusy}
        title="Runs the JavaScript once more, on the memory as it is now"
        onClick={() => void lab.runJavaScript()}
      >
        Run JavaScript again
      </button>
      <button type="button" className="button" disabled={!isBusy && !state.isLive} onClick={lab.stop}>
        {state.activity === 'compiling' ? 'Cancel' : 'Stop'}
      </button>
      {!state.module && isChanged(state, program) && (
        <button type="button" className="button" onClick={lab.resetFiles}>
          Reset
        </button>
      )}
      {!state.module && state.aside && (
        <button type="button" className="button" title={`Undo: ${state.aside.what}`} onClick={lab.undo}>
          Undo
        </button>
      )}
      <RunSettings lab={lab} />
      {children}
    </div>
  );
}
