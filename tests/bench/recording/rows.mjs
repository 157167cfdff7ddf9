import { summary, words } from '../statistics.mjs';
import { everywhere } from './budgets.mjs';

const million = 1_000_000;

/** How much slower recorded runs are, and how many steps a second they make. */
export function slowdownRows({ list, containers }, budget) {
  const speeds = list.times.recording.map((milliseconds) => list.steps / milliseconds / 1000);
  return [
    ...slower('list', list, budget.list),
    ...slower('containers', containers, budget.containers),
    atLeast('list: M steps a second with their stores', speeds, 'M/s', budget.stepsASecond),
  ];
}

function slower(name, { times, log }, budget) {
  const ratios = (manner) => times[manner].map((time, round) => time / times.plain[round]);
  const speeds = times.recording.map((milliseconds) => log / milliseconds / 1000);
  return [
    figure(`${name}: as the linker wrote it`, times.plain, 'ms'),
    atMost(`${name}: slower while all is recorded`, ratios('recording'), 'times', budget),
    figure(`${name}: slower with loads too`, ratios('loads'), 'times', 1),
    figure(`${name}: slower when the recording is full`, ratios('idle'), 'times', 1),
    figure(`${name}: log`, speeds, 'MB/s'),
  ];
}

/** How fast a module is rewritten. */
export function rewritingRow(name, { milliseconds, before, after }) {
  const speeds = milliseconds.map((time) => before / time / 1000);
  const grown = `${(before / million).toFixed(1)} MB, ${(((after - before) * 100) / before).toFixed(1)} % longer`;
  return atLeast(`rewriting ${name} (${grown})`, speeds, 'MB/s', everywhere.rewriting);
}

/** How the replay of a recording answers, and for steps after it the program that is run again within `rerun` ms. */
export function replayRows(name, replay, rerun) {
  const { records, steps, allSteps, log, pieces, received } = replay;
  const bytes = (log + pieces) / records;
  const size = `${(records / million).toFixed(1)} M records of ${steps.toLocaleString('en')} steps`;
  return [
    [`${name}: replay of ${size}`, '', '', ''],
    row(
      'bytes a record, with pieces of memory',
      bytes.toFixed(1),
      `${everywhere.bytesARecord}`,
      bytes <= everywhere.bytesARecord,
    ),
    figure('received and indexed', [(log + pieces) / received / 1000], 'MB/s'),
    ...mostAndWorst('to a random step', replay.seek, everywhere.seek),
    ...mostAndWorst('to a neighbouring step (200 at a time)', replay.neighbour, everywhere.neighbour, 4),
    figure('what the engine tells of a step', replay.moment, 'ms', 2),
    ...mostAndWorst('to a random step, with all that panels show', replay.panels, null),
    figure('overview', replay.overview, 'ms', 2),
    ...mostAndWorst('next write of 4 bytes', replay.nextWrite, null),
    ...mostAndWorst('last write of 4 bytes', replay.lastWrite, null),
    ...mostAndWorst(`any of ${(allSteps / million).toFixed(1)} M steps, by running again`, replay.later, rerun, 0),
    ...mostAndWorst('the last of them', replay.last, rerun, 0),
  ];
}

function mostAndWorst(name, times, budget, digits = 2) {
  const worst = Math.max(...times);
  return [
    budget === null ? figure(name, times, 'ms', digits) : atMost(name, times, 'ms', budget, digits),
    row(
      `  worst of ${times.length}`,
      `${worst.toFixed(digits)} ms`,
      budget === null ? '' : `${budget} ms`,
      budget === null ? null : worst <= budget,
    ),
  ];
}

const figure = (name, values, unit, digits = 0) => row(name, words(summary(values), unit, digits), '', null);
const atMost = (name, values, unit, budget, digits = unit === 'times' ? 1 : 0) =>
  row(name, words(summary(values), unit, digits), `at most ${budget} ${unit}`, summary(values).median <= budget);
const atLeast = (name, values, unit, budget) =>
  row(name, words(summary(values), unit), `at least ${budget} ${unit}`, summary(values).median >= budget);
const row = (name, result, budget, isHeld) => [name, result, budget, isHeld === null ? '' : isHeld ? 'yes' : 'NO'];
