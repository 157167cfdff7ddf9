import { useSyncExternalStore } from 'react';
import type { Moment } from '../trace/trace.ts';
import type { Breakpoint } from '../view-model/breakpoints.ts';
import { formatCount } from '../view-model/hexadecimal.ts';
import type { MoveSettings, Playback } from '../view-model/moves.ts';
import type { Place } from '../view-model/place.ts';
import type { TimeTravel } from '../view-model/time-travel.ts';
import { BreakpointList } from './breakpoint-list.tsx';
import { TimelineMoves } from './timeline-moves.tsx';
import { TimelineScrubber } from './timeline-scrubber.tsx';
import { useSettled } from './use-settled.ts';
import './timeline.css';

interface TimelineProps {
  readonly travel: TimeTravel;
  /** The moment that is shown; null while the first one is on its way. */
  readonly moment: Moment | null;
  /** The program runs: there is nothing to go through yet. */
  readonly isBusy: boolean;
  readonly selection: Place | null;
  readonly settings: MoveSettings;
  readonly onBreakpoints: (breakpoints: readonly Breakpoint[]) => void;
  readonly onPlayback: (playback: Playback) => void;
}

/** Milliseconds of rest after which a step is read out. */
const rest = 600;

/** The way through a recorded run: a slider with what happened along it, moves, stops, and the step in words. */
export function Timeline(props: TimelineProps) {
  const { travel, moment, isBusy } = props;
  const position = useSyncExternalStore(travel.subscribe, travel.position, travel.position);
  const { steps, limit } = travel.trace;
  const told = useSettled(moment ? `Step ${moment.step}. ${sentenceOf(moment)}` : '', rest);
  return (
    <section className="timeline" aria-label="Timeline" data-state={isBusy ? 'busy' : 'ready'}>
      <div className="timeline-bar">
        <TimelineMoves {...props} position={position} />
        <BreakpointList
          state={moment?.state ?? null}
          selection={props.selection}
          breakpoints={props.settings.breakpoints}
          onBreakpoints={props.onBreakpoints}
        />
        <output className="timeline-count">
          {formatCount(position.step)} / {formatCount(steps)}
        </output>
      </div>
      <TimelineScrubber {...{ travel, position, moment, isBusy }} />
      <p className="timeline-did">
        {moment ? <Sentence moment={moment} /> : 'Reading what was recorded…'}
        {limit !== null && position.step >= steps && <strong> The recording ends here: {limit}.</strong>}
      </p>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </section>
  );
}

/** What the step before did, and what runs next. */
function Sentence({ moment }: { readonly moment: Moment }) {
  const finding = moment.findings.find(({ step }) => step === moment.step - 1);
  return (
    <>
      {finding && <strong className="timeline-finding">⚠ {finding.text}. </strong>}
      {moment.did === '' ? 'Nothing has run yet' : capitalised(moment.did)}.
      {moment.place && (
        <span className="timeline-next">
          {' '}
          Next: {moment.place.path}, line {moment.place.line}.
        </span>
      )}
    </>
  );
}

function sentenceOf({ did, place, findings, step }: Moment): string {
  const finding = findings.find((each) => each.step === step - 1);
  const next = place ? ` Next: ${place.path}, line ${place.line}.` : ' The end.';
  return `${finding ? `Finding: ${finding.text}. ` : ''}${did === '' ? 'Nothing has run yet' : capitalised(did)}.${next}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
