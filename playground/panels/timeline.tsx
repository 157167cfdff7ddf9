import { useSyncExternalStore } from 'react';
import type { Finding, Moment } from '../trace/trace.ts';
import type { Breakpoint } from '../view-model/breakpoints.ts';
import { formatCount } from '../view-model/hexadecimal.ts';
import { momentInWords, readOut } from '../view-model/moment-in-words.ts';
import type { MoveSettings, Playback } from '../view-model/moves.ts';
import type { Place } from '../view-model/place.ts';
import type { TimeTravel } from '../view-model/time-travel.ts';
import { BreakpointList } from './breakpoint-list.tsx';
import { PhraseText } from './phrase-text.tsx';
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
  /** Of the whole run. */
  readonly findings: readonly Finding[];
  /** How the run ended that did not finish, in words; null where it did. */
  readonly crash: string | null;
  /** Files whose lines may be others than those that ran. */
  readonly edited: readonly string[];
  readonly settings: MoveSettings;
  /** The stops that the author of the program set. */
  readonly given?: readonly Breakpoint[];
  readonly onBreakpoints: (breakpoints: readonly Breakpoint[]) => void;
  readonly onPlayback: (playback: Playback) => void;
}

/** Milliseconds of rest after which a step is read out. */
const rest = 600;

/** The way through a recorded run: a slider with what happened along it, moves, stops, and the step in words. */
export function Timeline(props: TimelineProps) {
  const { travel, moment, isBusy, findings, crash } = props;
  const position = useSyncExternalStore(travel.subscribe, travel.position, travel.position);
  const { steps, limit } = travel.trace;
  const told = useSettled(moment ? readOut(moment, findings, crash) : '', rest);
  return (
    <section
      className="timeline"
      aria-label="Timeline"
      data-state={isBusy ? 'busy' : 'ready'}
      data-shown={moment?.step}
    >
      <div className="timeline-bar">
        <TimelineMoves {...props} position={position} />
        <BreakpointList
          state={moment?.state ?? null}
          selection={props.selection}
          breakpoints={props.settings.breakpoints}
          given={props.given ?? []}
          onBreakpoints={props.onBreakpoints}
        />
        <output className="timeline-count">
          {formatCount(position.step)} / {formatCount(steps)}
        </output>
      </div>
      <TimelineScrubber {...{ travel, position, moment, isBusy }} />
      <p className="timeline-did">
        {moment ? <Sentence {...{ moment, findings, crash }} /> : 'Reading what was recorded…'}
        {moment?.place && props.edited.includes(moment.place.path) && (
          <strong> You edited {moment.place.path} since: run it again to follow its lines.</strong>
        )}
        {limit !== null && position.step >= steps && <strong> {limit}</strong>}
      </p>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </section>
  );
}

interface SentenceProps {
  readonly moment: Moment;
  readonly findings: readonly Finding[];
  readonly crash: string | null;
}

/** What the step before did, what runs next, and what is wrong with either. */
function Sentence({ moment, findings, crash }: SentenceProps) {
  const { warning, did, next } = momentInWords(moment, findings, crash);
  return (
    <>
      {warning !== '' && <strong className="timeline-finding">⚠ {warning} </strong>}
      <PhraseText of={did} />
      <span className={moment.next === null && crash !== null ? 'timeline-finding' : 'timeline-next'}> {next}</span>
    </>
  );
}
