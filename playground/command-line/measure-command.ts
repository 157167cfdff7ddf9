import { conditionsInWords } from '../measure/measure-words.ts';
import { measuredCsv, measuredJson, measuredText } from '../measure/measured-text.ts';
import { addReport, type Measurement, type MeasureReport, nothingMeasured } from '../measure/measurement.ts';
import { summarise } from '../measure/summary.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import type { Outcome } from '../session/run.ts';
import { isModule, type MeasureChoice } from './command.ts';
import { loadProgram } from './load-program.ts';
import { outcomeInWords } from './outcome-in-words.ts';
import { readScripts } from './read-scripts.ts';
import { type Streams, say, TextWriter } from './streams.ts';

/** `pagewise measure`: resolves to the exit status. */
export async function measure(choice: MeasureChoice, streams: Streams): Promise<number> {
  const scripts = readScripts(choice.scripts, streams);
  if (!scripts) return 2;
  const program = await loadProgram(choice.program, streams);
  if (typeof program === 'number') return program;
  const run = await runInNode({
    wasm: program.wasm,
    arguments: choice.program.arguments,
    stdin: streams.input,
    stdout: streams.error,
    stderr: streams.error,
    javascript: (text) => say(streams, text),
    environment: streams.environment,
    scripts: scripts.map(({ text }) => text),
    rewritten: false,
  });
  let outcome: Outcome = run.outcome;
  for (const { path, text } of scripts) {
    if (outcome.status === 'finished') outcome = await run.runJavaScript(text, path, scripts);
  }
  if (outcome.status !== 'finished') {
    say(streams, `${outcomeInWords(outcome, program.shown)}\n`);
    return 1;
  }
  const plan = { millisecondsEach: choice.millisecondsEach, leftOut: [] };
  let measurement = nothingMeasured;
  await run.measure(plan, (report) => {
    measurement = addReport(measurement, shownIn(report, program.shown));
  });
  if (measurement.variants.length === 0) {
    say(streams, 'pagewise: no script calls measure(name, function), so there is nothing to measure\n');
    return 1;
  }
  const writer = new TextWriter(streams);
  writer.write(printed(choice, measurement));
  writer.flush();
  return measurement.variants.some(({ problem }) => problem) ? 1 : 0;
}

/** The report with the name of the program's file that the user knows. */
function shownIn(report: MeasureReport, shown: (path: string) => string): MeasureReport {
  if (report.kind !== 'left-out' || report.problem.kind !== 'failed' || !report.problem.place) return report;
  const { problem } = report;
  return {
    ...report,
    problem: { ...problem, place: { ...report.problem.place, path: shown(report.problem.place.path) } },
  };
}

function printed({ program, format, millisecondsEach }: MeasureChoice, measurement: Measurement): string {
  const rows = summarise(measurement);
  const plan = { millisecondsEach, leftOut: [] };
  const [first = ''] = program.files;
  const optimisation = isModule(first) ? null : `-${program.settings.optimisation}`;
  const engine = `Node.js ${process.versions.node}`;
  switch (format) {
    case 'csv':
      return measuredCsv(rows);
    case 'json': {
      const { files, arguments: args } = program;
      const conditions = { engine, optimisation, resolution: measurement.resolution, millisecondsEach };
      return measuredJson(rows, { version: 1, program: { files, arguments: args }, conditions });
    }
    case 'text':
      return measuredText(rows, conditionsInWords(measurement, plan, { engine, optimisation }), measurement.resolution);
    default:
      return format satisfies never;
  }
}
