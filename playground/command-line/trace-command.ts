import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Outcome } from '../session/run.ts';
import { type Comparison, compare } from './check.ts';
import type { TraceChoice } from './command.ts';
import { type LoadedProgram, loadProgram } from './load-program.ts';
import { outcomeInWords } from './outcome-in-words.ts';
import { printJson } from './print-json.ts';
import { printText } from './print-text.ts';
import { readScripts } from './read-scripts.ts';
import { type RecordedRun, type RunSetting, recordRun } from './record-run.ts';
import { type Streams, say, TextWriter } from './streams.ts';
import { version } from './trace-document.ts';

/** Bytes of log that a record takes, about. */
const recordSize = 12;

/** `pagewise trace`: resolves to the exit status. */
export async function trace(choice: TraceChoice, streams: Streams): Promise<number> {
  const scripts = readScripts(choice.scripts, streams);
  if (!scripts) return 2;
  const program = await loadProgram(choice.program, streams);
  if (typeof program === 'number') return program;
  const setting: RunSetting = {
    wasm: program.wasm,
    arguments: choice.program.arguments,
    environment: streams.environment,
    stdin: choice.check ? readAhead(streams.input) : streams.input,
  };
  const limits = { stepLimit: choice.stepLimit, budget: choice.budget * recordSize };
  const recorded = await recordRun(setting, limits, scripts);
  if (typeof recorded === 'string') {
    say(streams, `pagewise: ${recorded}\n`);
    return 1;
  }
  const { steps } = recorded.trace;
  if (choice.from > steps) {
    say(streams, `pagewise: there is no step ${choice.from}: the run has steps 0 to ${steps}\n`);
    return 2;
  }
  const head = headOf(choice, program, recorded);
  const writer = new TextWriter(streams);
  const status = choice.check
    ? await check(choice, setting, recorded, head, writer)
    : await print(choice, program, recorded, head, writer);
  writer.flush();
  return status;
}

/** The same input for every run. A terminal's is not waited for. */
function readAhead(input: Streams['input']): Uint8Array {
  if (typeof input !== 'number') return input;
  return isatty(input) ? new Uint8Array() : readFileSync(input);
}

function headOf(
  choice: TraceChoice,
  { shown }: LoadedProgram,
  { trace: { steps, limit, engine }, outcome }: RecordedRun,
) {
  return {
    version,
    program: { files: [...choice.program.files, ...choice.scripts], arguments: choice.program.arguments },
    recording: { steps, records: engine.records, limit },
    outcome: outcomeOf(outcome, shown),
  };
}

function outcomeOf(outcome: Outcome, shown: LoadedProgram['shown']) {
  const place = (location: Extract<Outcome, { status: 'threw' }>['location']) => ({
    file: location ? shown(location.path) : null,
    line: location?.line ?? null,
    column: location?.column ?? null,
  });
  switch (outcome.status) {
    case 'finished':
      return { status: outcome.status, exitCode: outcome.exitCode };
    case 'trapped':
      return { status: outcome.status, reason: outcome.reason, ...place(outcome.location) };
    case 'threw':
      return { status: outcome.status, reason: outcome.message, ...place(outcome.location) };
    case 'waiting-for-input':
      return { status: outcome.status };
    case 'stopped':
      return { status: outcome.status, by: outcome.by };
    default:
      return outcome satisfies never;
  }
}

type Head = ReturnType<typeof headOf>;

async function print(
  choice: TraceChoice,
  { shown }: LoadedProgram,
  recorded: RecordedRun,
  head: Head,
  writer: TextWriter,
): Promise<number> {
  const { steps, limit } = recorded.trace;
  const excerpt = { recorded, from: choice.from, to: Math.min(choice.to ?? steps, steps), shown };
  if (choice.isJson) {
    await printJson(writer, head, excerpt, choice.parts);
    return 0;
  }
  await printText(writer, excerpt, choice.parts);
  const { outcome } = recorded;
  writer.write(
    outcome.status === 'finished'
      ? `pagewise: the program finished with exit status ${outcome.exitCode ?? 0} after ${steps} steps\n`
      : `${outcomeInWords(outcome, shown)}\n`,
  );
  if (limit) writer.write(`pagewise: ${limit}\n`);
  return 0;
}

async function check(
  choice: TraceChoice,
  setting: RunSetting,
  recorded: RecordedRun,
  head: Head,
  writer: TextWriter,
): Promise<number> {
  const { samples, seed } = choice.check ?? { samples: 0, seed: 1 };
  const made: Comparison[] = [];
  for await (const comparison of compare(setting, recorded, { samples, seed })) {
    made.push(comparison);
    if (choice.isJson) continue;
    const { step, bytes, difference } = comparison;
    const said = difference ?? `${bytes} bytes, all the same`;
    writer.write(`step ${step}, beside ${comparison.with}: ${said}\n`);
  }
  const isSame = made.every(({ difference }) => difference === null);
  if (choice.isJson) writer.write(`${JSON.stringify({ ...head, check: { seed, isSame, comparisons: made } })}\n`);
  return isSame ? 0 : 1;
}
