import { type ReactNode, useId, useMemo, useState } from 'react';
import { type CallTime, type CallTimes, callTimeInWords } from '../measure/call-times.ts';
import { timeOfCall, timeTogether } from '../measure/time-of-call.ts';
import { type BoundaryHistory, type CrossingPart, goesTo } from '../trace/crossings.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import { blocksOf } from '../view-model/boundary-blocks.ts';
import { boundaryOrdinals } from '../view-model/boundary-kinds.ts';
import { crossingTitle, type StoryLine, storyOf } from '../view-model/boundary-story.ts';
import { boundaryInWords, copiedBytes, copiesIn, copiesInWords, currentCrossing } from '../view-model/boundary-sums.ts';
import { formatAddress } from '../view-model/hexadecimal.ts';
import { type Place, sizeOf } from '../view-model/place.ts';
import { programCopiesOf } from '../view-model/program-copies.ts';
import { GoTo } from './go-to.tsx';
import { PhraseText } from './phrase-text.tsx';
import { useNewest } from './use-newest.ts';
import './boundary-list.css';

interface BoundaryListProps {
  readonly boundary: BoundaryHistory;
  readonly trace: Trace;
  /** Plain runs of the same program, that were timed. */
  readonly timed: readonly CallTimes[];
  readonly moment: Moment | null;
  readonly onGo: (step: number) => void;
  readonly onSelect: (selection: Place) => void;
  /** What stands between the sum and the calls. */
  readonly children?: ReactNode;
}

/** Rows that are shown at a time. */
const shownAtOnce = 100;

/** What crossed the boundary between JavaScript and the program: each call opens into what happened in it. */
export function BoundaryList({ boundary, trace, timed, moment, onGo, onSelect, children }: BoundaryListProps) {
  const [most, setMost] = useState(shownAtOnce);
  const heading = useId();
  const { parts, isFull } = boundary;
  const timeOf = useMemo(() => timesOfParts(parts, timed), [parts, timed]);
  const current = moment && currentCrossing(parts, moment.step);
  return (
    <section className="boundary" aria-labelledby={heading}>
      <h2 id={heading}>Over the boundary</h2>
      {parts.length === 0 ? (
        <p className="empty">
          Nothing crossed it yet: call a function of the program from <code>lab.js</code>.
        </p>
      ) : (
        <>
          <p>
            {boundaryInWords(boundary)}.{isFull && ' There were more than are kept.'}
          </p>
          {children}
        </>
      )}
      <ol>
        {parts.slice(0, most).map((part, index) => (
          // Rows only join at the end.
          <Row key={index} part={part} isCurrent={index === current} {...{ trace, timeOf, onGo, onSelect }} />
        ))}
      </ol>
      {parts.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + shownAtOnce)}>
          Show more
        </button>
      )}
    </section>
  );
}

interface RowProps extends Pick<BoundaryListProps, 'trace' | 'onGo' | 'onSelect'> {
  readonly part: CrossingPart;
  readonly isCurrent: boolean;
  readonly timeOf: TimeOf;
}

/** How long a call or a copy took in plain runs; null where that is not known. */
type TimeOf = (part: CrossingPart) => CallTime | null;

function timesOfParts(parts: readonly CrossingPart[], timed: readonly CallTimes[]): TimeOf {
  const ordinals = timed.length > 0 ? boundaryOrdinals(parts) : null;
  return (part) => {
    const ordinal = ordinals?.get(part);
    return ordinal ? timeOfCall(timed, ordinal) : null;
  };
}

/** `; plain run: 12.3 µs, of it copies: 2.1 µs`; empty where nothing is known. */
function timeInRow(part: CrossingPart, timeOf: TimeOf): string {
  const time = timeOf(part);
  if (!time) return '';
  const copies = part.kind === 'crossing' ? timeTogether(copiesIn(part).map(timeOf)) : null;
  return `; plain run: ${callTimeInWords(time)}${copies ? `, of it copies: ${callTimeInWords(copies)}` : ''}`;
}

function Row({ part, isCurrent, trace, timeOf, onGo, onSelect }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const found = useNewest(
    isOpen ? async () => [...(await programCopiesOf(part, trace)), ...(await blocksOf(part, trace))] : null,
    [isOpen, part, trace],
  );
  return (
    <li aria-current={isCurrent ? 'step' : undefined}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {isCurrent && <span className="boundary-now">Now: </span>}
          <PhraseText of={crossingTitle(part)} />
          <span className="boundary-sum">
            {copiesInWords(copiedBytes([part]))}
            {timeInRow(part, timeOf)}
          </span>
        </summary>
        {isOpen && <Story lines={[...storyOf(part), ...(found ?? [])]} {...{ timeOf, onGo, onSelect }} />}
      </details>
      <GoTo step={goesTo(part)} place={part.place} onGo={onGo} />
    </li>
  );
}

function Story({
  lines,
  timeOf,
  onGo,
  onSelect,
}: { readonly lines: readonly StoryLine[] } & Pick<RowProps, 'timeOf' | 'onGo' | 'onSelect'>) {
  return (
    <ol className="boundary-story">
      {lines.map(({ text, step, range, depth, part }, index) => (
        <li key={index} style={{ marginInlineStart: `${Math.min(depth, 6)}rem` }}>
          <PhraseText of={text} /> {part && <LineTime time={timeOf(part)} />}
          {range && (
            <button
              type="button"
              className="link"
              onClick={() => onSelect({ range, label: formatAddress(range.start) })}
            >
              Show {sizeOf(range) === 1 ? 'its byte' : `its ${sizeOf(range)} bytes`}
            </button>
          )}{' '}
          {step !== null && <GoTo step={step} place={null} onGo={onGo} />}
        </li>
      ))}
    </ol>
  );
}

function LineTime({ time }: { readonly time: CallTime | null }) {
  return time && <small>Plain run: {callTimeInWords(time)}. </small>;
}
