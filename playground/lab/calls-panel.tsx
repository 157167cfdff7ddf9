import { BoundaryList } from '../panels/boundary-list.tsx';
import { BoundaryTimes } from '../panels/boundary-times.tsx';
import { useNewest } from '../panels/use-newest.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import { boundaryKinds } from '../view-model/boundary-kinds.ts';
import type { Place } from '../view-model/place.ts';
import { CallForms, type CallFormsProps } from './call-forms.tsx';
import type { CallTiming } from './use-call-times.ts';

interface CallsPanelProps extends CallFormsProps {
  /** Null where nothing was recorded. */
  readonly trace: Trace | null;
  readonly moment: Moment | null;
  readonly onGo: (step: number) => void;
  readonly onSelect: (selection: Place) => void;
  readonly callTimes: CallTiming;
}

/** Calls of the program: those that one can make, and those that were made in the recorded run. */
export function CallsPanel({ trace, moment, onGo, onSelect, callTimes, ...forms }: CallsPanelProps) {
  const { runs, ...times } = callTimes.shown;
  const boundary = useNewest(trace && (() => trace.boundary()), [trace]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="calls-panel" aria-label="Calls" tabIndex={0}>
      <CallForms {...forms} />
      {trace && boundary && (
        <BoundaryList {...{ boundary, trace, moment, onGo, onSelect }} timed={runs}>
          <BoundaryTimes
            {...times}
            kinds={boundaryKinds(boundary.parts)}
            isBusy={forms.isBusy}
            onTime={callTimes.time}
          />
        </BoundaryList>
      )}
    </section>
  );
}
