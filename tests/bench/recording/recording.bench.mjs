import { say } from '../../../tools/say.mjs';
import { machine } from '../machine.mjs';
import { table } from '../statistics.mjs';
import { layOut, modules } from './lay-out.mjs';
import { openChromium, openNode } from './places.mjs';
import { replayRows, rewritingRow, slowdownRows } from './rows.mjs';

const rounds = 7;
const rewrites = { 'engine.wasm': 15, 'clang.wasm': 5 };

/** Links 1 million nodes and sorts as many numbers; the library's containers; and a run of more than 100 million steps. */
const measured = {
  list: { name: 'list-and-quicksort', argument: 10 },
  containers: { name: 'containers', argument: 300_000 },
  long: { name: 'list-and-quicksort', argument: 11 },
};

/**
 * Measures how runs are recorded and replayed, in headless Chromium and in this Node, and prints it with the budgets.
 * A busy machine slows all of it, ratios least: each round runs a program in every manner, one after the other.
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
  const list = await slowdown(measured.list);
  const containers = await slowdown(measured.containers);
  const rewriting = [];
  for (const name of Object.keys(modules)) {
    const figures = await ask({ what: 'rewriting', name, times: rewrites[name] }, name);
    rewriting.push(rewritingRow(name, figures));
  }
  const long = await ask({ what: 'replay', program: measured.long }, 'a long run');
  const library = await ask({ what: 'replay', program: measured.containers }, 'the library at work');
  return [
    ['measured', 'result', 'budget', 'held'],
    ...slowdownRows(list, containers, long.recording),
    ...rewriting,
    ...replayRows('list', long),
    ...replayRows('containers', library),
  ];
}
