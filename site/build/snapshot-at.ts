import { pageSize } from '../../playground/trace/memory-state.ts';
import type { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import { allFiles, type ExecutedProgram, type ProgramSource, type Snapshot } from './executed-program.ts';
import { findLine } from './find-line.ts';
import type { When } from './reading-grammar.ts';
import { UnreadableError } from './unreadable-error.ts';

/** A run at a moment of it. Throws {@link UnreadableError} when it has no such moment. */
export function snapshotAt(run: ExecutedProgram, program: ProgramSource, when: When): Snapshot {
  const { trace } = run;
  if (!trace) throw new UnreadableError('the run is too long, or makes no step: it can only be read at its end');
  const step = when.kind === 'step' ? when.step : stepOf(trace, program, when);
  if (step > trace.steps) throw new UnreadableError(`there is no step ${step}: the last one is ${trace.steps}`);
  const moment = trace.momentAt(step);
  const { state } = moment;
  return { ...run, state, memory: trace.engine.read(0, state.pages * pageSize), moment };
}

type AtLine = Exclude<When, { kind: 'step' }>;

/** The line that a moment names. Throws {@link UnreadableError} when the program has no such line. */
export function lineOfMoment(program: ProgramSource, when: AtLine): { readonly path: string; readonly line: number } {
  const files = allFiles(program);
  const file = when.file === null ? files[0] : files.find(({ path }) => path === when.file);
  if (!file) throw new UnreadableError(`the program has no file \`${when.file}\``);
  const line = findLine(when.line, file.text.split('\n'));
  if (typeof line === 'string') throw new UnreadableError(line);
  return { path: file.path, line };
}

function stepOf(trace: ReplayTrace, program: ProgramSource, when: AtLine): number {
  const { path, line } = lineOfMoment(program, when);
  const here = { kind: 'source-line', path, line } as const;
  const { place } = trace.momentAt(0);
  let step: number | null = place?.path === path && place.line === line ? 0 : trace.stepFrom(0, 'forward', [here]);
  let times = step === null ? 0 : 1;
  for (; times < when.time && step !== null; times += Number(step !== null))
    step = trace.stepFrom(step, 'forward', [here]);
  if (step === null) {
    const often =
      times === 0 ? 'never runs' : `runs ${times === 1 ? 'once' : `${times} times`}, not ${when.time} times`;
    throw new UnreadableError(`line ${line} of \`${path}\` ${often}`);
  }
  if (when.kind === 'before') return step;
  return trace.stepFrom(step, 'forward', [{ kind: 'line-over' }]) ?? trace.steps;
}
