/** A line of a script, or of the program. */
export interface MeasuredPlace {
  readonly path: string;
  readonly line: number;
}

/** One of the ways of doing something that are timed side by side. */
export interface Variant {
  readonly name: string;
  /** Where the script gives it to `measure`; null when that is not known. */
  readonly place: MeasuredPlace | null;
  /** Bytes that one call deals with, and other things; null where the script says nothing. */
  readonly bytes: number | null;
  readonly items: number | null;
}

/** Some calls in a row, and how long all of them took. Samples of the same round were taken one right after another. */
export interface Sample {
  readonly round: number;
  readonly calls: number;
  readonly milliseconds: number;
}

/** Why a variant is not measured any further. */
export type Problem =
  | { readonly kind: 'failed'; readonly message: string; readonly place: MeasuredPlace | null }
  /** A promise that did not settle; a call that did not return: so many seconds were waited. */
  | { readonly kind: 'never-settled' | 'never-returned'; readonly seconds: number }
  | { readonly kind: 'keeps-growing' };

/** The calls of a variant before its first sample: most run on code that the engine has not optimised yet. */
export interface WarmUp {
  readonly calls: number;
  /** What all of them took. */
  readonly milliseconds: number;
  /** What the very first call took; 0 where that is less than a step of the clock. */
  readonly firstMilliseconds: number;
  /** Whether times stayed the same at the end. */
  readonly settled: boolean;
}

export interface MeasuredVariant extends Variant {
  /** Null while it has not been warmed up. */
  readonly warmUp: WarmUp | null;
  readonly samples: readonly Sample[];
  /** Pages by which memory grew while it ran. */
  readonly grownPages: number;
  readonly problem: Problem | null;
}

/** What is measured so far. */
export interface Measurement {
  readonly variants: readonly MeasuredVariant[];
  /** The smallest step of the clock, in milliseconds; null before it is known. */
  readonly resolution: number | null;
  /** The variant that runs, or ran last. */
  readonly running: number | null;
}

/** What is told while variants are measured. Variants go by their number, in the order in which scripts name them. */
export type MeasureReport =
  | { readonly kind: 'begun'; readonly variants: readonly Variant[]; readonly resolution: number }
  | { readonly kind: 'running'; readonly variant: number }
  | ({ readonly kind: 'warmed-up'; readonly variant: number } & WarmUp)
  | ({ readonly kind: 'sample'; readonly variant: number } & Sample)
  | { readonly kind: 'grew'; readonly variant: number; readonly pages: number }
  | { readonly kind: 'left-out'; readonly variant: number; readonly problem: Problem };

export interface MeasurePlan {
  /** For which a variant is warmed up and measured, about. */
  readonly millisecondsEach: number;
  /** Numbers of variants that are not run: they spoiled an earlier try. */
  readonly leftOut: readonly number[];
}

/** Bounds of what is measured. */
export const measureLimits = {
  variants: 16,
  /** Characters of a name; the rest is cut. */
  name: 60,
  rounds: 100,
  /** Calls in one sample. */
  calls: 1_000_000_000,
  /** Milliseconds for each variant. */
  least: 100,
  most: 10_000,
  /** What a learner gets who does not choose. */
  usual: 1_000,
} as const;

export const nothingMeasured: Measurement = { variants: [], resolution: null, running: null };

/** Adds what is told. Reports of variants that nobody named are left out. */
export function addReport(measurement: Measurement, report: MeasureReport): Measurement {
  if (report.kind === 'begun') {
    // Of a list from where scripts run only the elements are sure.
    const variants = Array.from(report.variants, (variant, index) => ({
      ...variant,
      ...{ warmUp: null, samples: [], grownPages: 0 },
      problem: measurement.variants[index]?.problem ?? null,
    }));
    return { variants, resolution: report.resolution, running: null };
  }
  const change = (values: (variant: MeasuredVariant) => Partial<MeasuredVariant>): Measurement => ({
    ...measurement,
    variants: measurement.variants.map((each, index) =>
      index === report.variant ? { ...each, ...values(each) } : each,
    ),
  });
  switch (report.kind) {
    case 'running':
      return { ...measurement, running: report.variant in measurement.variants ? report.variant : null };
    case 'warmed-up': {
      const { calls, milliseconds, firstMilliseconds, settled } = report;
      return change(() => ({ warmUp: { calls, milliseconds, firstMilliseconds, settled } }));
    }
    case 'sample': {
      const { round, calls, milliseconds } = report;
      return change(({ samples }) =>
        samples.length < measureLimits.rounds ? { samples: [...samples, { round, calls, milliseconds }] } : {},
      );
    }
    case 'grew':
      return change(({ grownPages }) => ({ grownPages: grownPages + report.pages }));
    case 'left-out':
      return change(({ problem }) => ({ problem: problem ?? report.problem }));
    default:
      return report satisfies never;
  }
}
