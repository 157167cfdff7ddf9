import { type ReactNode, useId, useState } from 'react';
import { type BoundaryHistory, type CrossingPart, goesTo } from '../trace/crossings.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import { blocksOf } from '../view-model/boundary-blocks.ts';
import { crossingTitle, type StoryLine, storyOf } from '../view-model/boundary-story.ts';
import { boundaryInWords, copiedBytes, copiesInWords, currentCrossing } from '../view-model/boundary-sums.ts';
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
  readonly moment: Moment | null;
  readonly onGo: (step: number) => void;
  readonly onSelect: (selection: Place) => void;
  /** What stands between the sum and the calls. */
  readonly children?: ReactNode;
}

/** Rows that are shown at a time. */
const shownAtOnce = 100;

/** What crossed the boundary between JavaScript and the program: each call opens into what happened in it. */
export function BoundaryList({ boundary, trace, moment, onGo, onSelect, children }: BoundaryListProps) {
  const [most, setMost] = useState(shownAtOnce);
  const heading = useId();
  const { parts, isFull } = boundary;
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
          <Row key={index} part={part} isCurrent={index === current} {...{ trace, onGo, onSelect }} />
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
}

function Row({ part, isCurrent, trace, onGo, onSelect }: RowProps) {
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
          <span className="boundary-sum">{copiesInWords(copiedBytes([part]))}</span>
        </summary>
        {isOpen && <Story lines={[...storyOf(part), ...(found ?? [])]} {...{ onGo, onSelect }} />}
      </details>
      <GoTo step={goesTo(part)} place={part.place} onGo={onGo} />
    </li>
  );
}

function Story({
  lines,
  onGo,
  onSelect,
}: { readonly lines: readonly StoryLine[] } & Pick<RowProps, 'onGo' | 'onSelect'>) {
  return (
    <ol className="boundary-story">
      {lines.map(({ text, step, range, depth }, index) => (
        <li key={index} style={{ marginInlineStart: `${Math.min(depth, 6)}rem` }}>
          <PhraseText of={text} />{' '}
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
