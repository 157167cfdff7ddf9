import type { ReactNode } from 'react';
import { measureLimits } from '../measure/measurement.ts';
import { ActionButton } from '../panels/action-button.tsx';
import { isChanged } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import { namesVariants } from './lab-state.ts';
import { RunSettings } from './run-settings.tsx';
import type { Lab } from './use-lab.ts';

interface LabToolbarProps {
  readonly lab: Lab;
  readonly program: LabProgram;
  /** Shows the panel of times. */
  readonly onMeasure: () => void;
  readonly children?: ReactNode;
}

/** What one can do with the program: run all of it, run its JavaScript again, stop, set, reset. */
export function LabToolbar({ lab, program, onMeasure, children }: LabToolbarProps) {
  const { state } = lab;
  const { isMeasuring, measure, stop } = lab.measuring;
  const isBusy = state.activity !== 'idle' || isMeasuring;
  return (
    <div className="lab-toolbar" role="toolbar" aria-label="Program">
      <ActionButton look="primary" isOff={isBusy} onPress={() => void lab.run()}>
        Run
      </ActionButton>
      <ActionButton
        isOff={isBusy}
        title="Runs the JavaScript once more, on the memory as it is now"
        onPress={() => void lab.runJavaScript()}
      >
        Run JavaScript again
      </ActionButton>
      {namesVariants(state) && (
        <ActionButton
          isOff={isBusy}
          title="Takes the times of what the JavaScript gives to measure, on the module as it is, without recording"
          onPress={() => {
            onMeasure();
            void measure(measureLimits.usual);
          }}
        >
          Measure
        </ActionButton>
      )}
      <ActionButton isOff={!isBusy && !state.isLive} onPress={isMeasuring ? stop : lab.stop}>
        {state.activity === 'compiling' ? 'Cancel' : 'Stop'}
      </ActionButton>
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
