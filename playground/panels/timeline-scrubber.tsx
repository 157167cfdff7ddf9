import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import type { Moment, Overview } from '../trace/trace.ts';
import type { Position, TimeTravel } from '../view-model/time-travel.ts';
import { depthPath, laneHeight, type MarkPath, markPaths } from '../view-model/timeline-marks.ts';
import { useSettled } from './use-settled.ts';
import { useSize } from './use-size.ts';

interface TimelineScrubberProps {
  readonly travel: TimeTravel;
  readonly position: Position;
  readonly moment: Moment | null;
  readonly isBusy: boolean;
}

/** Pixels of the run that one part of the overview covers. */
const partWidth = 3;
/** Milliseconds after which more is asked of a run that has not been looked through yet. */
const moreAfter = 1000;
const height = 3 * laneHeight;

/** The slider, on a picture of the whole run. */
export function TimelineScrubber({ travel, position, moment, isBusy }: TimelineScrubberProps) {
  const { steps } = travel.trace;
  return (
    <div className="scrubber">
      <Picture travel={travel} />
      <input
        type="range"
        aria-label="Step"
        aria-valuetext={inWords(position.step, steps, moment)}
        min={0}
        max={steps}
        value={position.step}
        aria-disabled={isBusy}
        onChange={({ target }) => isBusy || travel.go(Number(target.value))}
      />
    </div>
  );
}

function inWords(step: number, steps: number, moment: Moment | null): string {
  const place = moment?.step === step && moment.place;
  return `step ${step} of ${steps}${place ? `, ${place.path} line ${place.line}` : ''}`;
}

/** What happened along the run. It does not depend on the step, and is drawn once for a run and a width. */
function Picture({ travel: { trace } }: Pick<TimelineScrubberProps, 'travel'>) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSettled(useSize(frame, { width: 600, height }).width, 150);
  const [overview, setOverview] = useState<Overview | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isCurrent = true;
    const parts = Math.max(1, Math.min(trace.steps, Math.floor(width / partWidth)));
    const show = (read: Overview | null) => {
      if (!isCurrent) return;
      setOverview(read);
      if ((read?.known ?? trace.steps) < trace.steps) timer = setTimeout(ask, moreAfter);
    };
    const ask = () => {
      trace.overview(parts).then(show, () => show(null));
    };
    ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [trace, width]);
  const marks = useMemo(() => (overview ? markPaths(overview, width) : []), [overview, width]);
  return (
    <div className="scrubber-picture" ref={frame}>
      {overview && (
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={countsOf(marks)}>
          <path
            className="scrubber-depth"
            d={depthPath(overview, width, laneHeight)}
            transform={`translate(0 ${2 * laneHeight})`}
          />
          {/* The first kind is drawn last: a finding lies over what happened close to it. */}
          {marks.toReversed().map(({ sign, path }) => (
            <Fragment key={sign.kind}>
              {sign.kind === 'finding' && <path className="scrubber-halo" d={path} />}
              <path className="scrubber-mark" data-kind={sign.kind} d={path} />
            </Fragment>
          ))}
        </svg>
      )}
    </div>
  );
}

function countsOf(marks: readonly MarkPath[]): string {
  const counts = marks.map(({ sign, count }) => `${count} × ${sign.name}`);
  return counts.length === 0 ? 'The run has no events' : `The run has ${counts.join(', ')}`;
}
