import { intervalInWords, timeInWords } from '../measure/measure-words.ts';
import type { Row } from '../measure/summary.ts';

interface MeasureStripProps {
  readonly row: Row;
  /** Milliseconds at its right end; its left end is 0. */
  readonly end: number;
}

/** The samples of one variant on a linear scale: whiskers, the middle half as a box, the median, and each as a tick. */
export function MeasureStrip({ row: { variant, times }, end }: MeasureStripProps) {
  if (!times) return null;
  const at = (milliseconds: number) => Math.min(100, (milliseconds / end) * 100);
  const [low, high] = times.whiskers;
  const [first, third] = times.quartiles;
  const ticks = variant.samples.map(({ calls, milliseconds }) => milliseconds / calls).filter((time) => time <= end);
  const words = `median ${timeInWords(times.median)}, half of the samples ${intervalInWords(times.quartiles)}, nine in ten ${intervalInWords(times.whiskers)}`;
  return (
    <svg className="measure-strip" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label={words}>
      <line className="strip-base" x1="0" x2="100" y1="10" y2="10" />
      <path className="strip-samples" d={ticks.map((time) => `M${at(time)} 16V20`).join('')} />
      <path className="strip-whiskers" d={`M${at(low)} 10H${at(high)}M${at(low)} 6V14M${at(high)} 6V14`} />
      <rect className="strip-box" x={at(first)} width={Math.max(0.4, at(third) - at(first))} y="4" height="12" />
      <line className="strip-median" x1={at(times.median)} x2={at(times.median)} y1="2" y2="18" />
    </svg>
  );
}
