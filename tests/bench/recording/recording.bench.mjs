import { say } from '../../../tools/say.mjs';
import { machine } from '../machine.mjs';
import { table } from '../statistics.mjs';
import { budgets } from './budgets.mjs';
import { layOut, modules } from './lay-out.mjs';
import { openChromium, openNode } from './places.mjs';
import { replayRows, rewritingRow, slowdownRows } from './rows.mjs';

const rounds = 7;
const rewrites = { 'engine.wasm': 15, 'clang.wasm': 5 };

/** 110 million steps over 800,000 nodes and as many numbers to sort; and the library's containers. */
const list = { name: 'list-and-quicksort', argument: 8 };
const containers = { name: 'containers', argument: 50_000 };
const manyContainers = { name: 'containers', argument: 300_000 };

/**
 * Measures how runs are recorded and replayed, in headless Chromium and in this Node, and prints it with the budgets.
 * Programs run in new code each time, as after an edit. A busy machine slows all of it, ratios least: each round runs
 * a program in every manner, one after the other.
 */
export async function bench() {
  say('recording: builds what measures');
  const folders = await layOut();
  console.log(`\nRecording and replay, on ${machine()}`);
  for (const open of [openChromium, openNode]) {
    const place = await open(folders);
    try {
      console.log(`\n${place.name}: medians (half of all lie between)\n${table(await measureAt(place))}`);
    } finally {
      await place.close();
    }
  }
  console.log(`\nAfterwards: ${machine()}`);
}

async function measureAt(place) {
  const ask = (request, about) => {
    say(`${place.name}: ${request.what}, ${about}`);
    return place.measure(request);
  };
  const slowdown = (program) => ask({ what: 'slowdown', program, rounds }, program.name);
  const replay = (program) => ask({ what: 'replay', program }, program.name);
  const slower = { list: await slowdown(list), containers: await slowdown(containers) };
  const rewriting = [];
  for (const name of Object.keys(modules)) {
    rewriting.push(rewritingRow(name, await ask({ what: 'rewriting', name, times: rewrites[name] }, name)));
  }
  const replayed = { list: await replay(list), containers: await replay(manyContainers) };
  const budget = budgets[replayed.list.recording];
  return [
    ['measured', 'result', 'budget', 'held'],
    [`log in: ${replayed.list.recording}`, '', '', ''],
    ...slowdownRows(slower, budget),
    ...rewriting,
    ...replayRows('list', replayed.list, budget.rerun),
    ...replayRows('containers', replayed.containers, null),
  ];
}
