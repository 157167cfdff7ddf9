import { useState } from 'react';
import { type Conditions, conditionsInWords, withoutOptimisation } from '../measure/measure-words.ts';
import { measuredCsv, measuredText } from '../measure/measured-text.ts';
import { type Measurement, type MeasurePlan, measureLimits } from '../measure/measurement.ts';
import { summarise } from '../measure/summary.ts';
import { ActionButton } from './action-button.tsx';
import { MeasureTable } from './measure-table.tsx';

/** One measuring, as far as it has come. */
export interface MeasureResult {
  readonly measurement: Measurement;
  readonly plan: MeasurePlan;
  readonly conditions: Conditions;
  /** In a sentence; null while it goes on. */
  readonly ending: string | null;
  /** What the program and its scripts printed, cut. */
  readonly printed: string;
}

interface MeasurePanelProps {
  readonly result: MeasureResult | null;
  /** The one before it. */
  readonly before: MeasureResult | null;
  readonly isMeasuring: boolean;
  /** Whether something else runs, so that nothing can be measured now. */
  readonly isBusy: boolean;
  readonly onMeasure: (millisecondsEach: number) => void;
  readonly onStop: () => void;
  readonly onShowLine: (path: string, line: number) => void;
}

const times = [
  [200, '0.2 seconds'],
  [1_000, '1 second'],
  [3_000, '3 seconds'],
  [10_000, '10 seconds'],
] as const;

/** Measures the variants that a script gives to `measure`, and shows their times beside each other. */
export function MeasurePanel(props: MeasurePanelProps) {
  const { result, before, isMeasuring, isBusy, onMeasure, onStop, onShowLine } = props;
  const [each, setEach] = useState<number>(measureLimits.usual);
  const rows = result ? summarise(result.measurement) : [];
  return (
    <section className="measure-panel" aria-label="Measure">
      <div className="measure-actions">
        {isMeasuring ? (
          <ActionButton isOff={false} onPress={onStop}>
            Stop measuring
          </ActionButton>
        ) : (
          <ActionButton look="primary" isOff={isBusy} onPress={() => onMeasure(each)}>
            Measure
          </ActionButton>
        )}
        <label>
          Time for each{' '}
          <select value={each} onChange={(event) => setEach(Number(event.target.value))}>
            {times.map(([milliseconds, words]) => (
              <option key={milliseconds} value={milliseconds}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {isMeasuring && result && (
          <progress max={1} value={doneOf(result)} aria-label="How much is measured" className="measure-progress" />
        )}
      </div>
      <p role="status">{isMeasuring ? 'Measuring…' : (result?.ending ?? '')}</p>
      {rows.length > 0 && <MeasureTable caption="Times" {...{ rows, onShowLine, resolution: resolutionOf(result) }} />}
      {result && rows.length > 0 && <ConditionWords result={result} />}
      {result && !isMeasuring && rows.length > 0 && (
        <div className="measure-actions">
          <CopyButton title="Copy as text" text={() => measuredText(rows, wordsOf(result), resolutionOf(result))} />
          <CopyButton title="Copy as CSV" text={() => measuredCsv(rows)} />
        </div>
      )}
      {rows.length === 0 && !isMeasuring && (
        <p className="empty">
          Give ways of doing the same to <code>measure</code> in a script, and compare them here:{' '}
          <code>measure('set', () =&gt; bytes.set(from), {'{ bytes: from.length }'})</code>
        </p>
      )}
      {result && result.printed !== '' && !isMeasuring && (
        <details>
          <summary>What was printed</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <pre className="measure-printed" tabIndex={0}>
            {result.printed}
          </pre>
        </details>
      )}
      {before && (
        <details>
          <summary>Measured before</summary>
          <MeasureTable
            caption="Times measured before"
            {...{ rows: summarise(before.measurement), onShowLine, resolution: resolutionOf(before) }}
          />
          <ConditionWords result={before} />
        </details>
      )}
    </section>
  );
}

const wordsOf = ({ measurement, plan, conditions }: MeasureResult): readonly string[] =>
  conditionsInWords(measurement, plan, conditions);

const resolutionOf = (result: MeasureResult | null): number | null => result?.measurement.resolution ?? null;

function ConditionWords({ result }: { readonly result: MeasureResult }) {
  const words = wordsOf(result);
  return (
    <>
      {words.includes(withoutOptimisation) && <p className="measure-note">{withoutOptimisation}</p>}
      <p className="measure-conditions">{words.filter((each) => each !== withoutOptimisation).join(' ')}</p>
    </>
  );
}

/** How much of its time is over, from 0 to 1. */
function doneOf({ measurement: { variants }, plan }: MeasureResult): number {
  const spent = variants.flatMap(({ samples, warmUp, problem }) =>
    problem
      ? plan.millisecondsEach
      : samples.reduce((sum, { milliseconds }) => sum + milliseconds, warmUp?.milliseconds ?? 0),
  );
  const planned = plan.millisecondsEach * variants.length;
  return planned > 0 ? Math.min(1, spent.reduce((sum, each) => sum + each, 0) / planned) : 0;
}

function CopyButton({ title, text }: { readonly title: string; readonly text: () => string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('The browser does not let it be copied'),
    );
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {title}
      </button>
      <span role="status">{said}</span>
    </>
  );
}
