import { say } from '../../../tools/say.mjs';
import { serveCompilerPage } from '../../compiler-page/open.mjs';
import { summary, table, words } from '../statistics.mjs';
import { compileInPage, newProfile, untilHeaderIsKept, visit } from './chromium.mjs';
import { compileNatively, nativeCompilers } from './native.mjs';
import { programs, visits } from './programs.mjs';

const counts = { visits: 3, firstEdits: 8, edits: 15 };

/**
 * Measures the page's compiler in headless Chromium, native compilers beside it in the same minutes, and prints both
 * with the budgets. A busy machine slows both: the ratios hold.
 */
export async function bench(sdk) {
  const { address, close } = await serveCompilerPage();
  try {
    const warm = await measureWarm(address, sdk);
    const cold = await measureVisits(address);
    console.log(`\nFrom an edit to the linked module, warm: median of ${counts.edits} (half of them lie between)`);
    console.log(
      table([['program', 'page', 'budget', 'held', 'native -c', 'page/native', "SDK's clang -c", 'page/SDK'], ...warm]),
    );
    console.log(`\nFrom opening the page to the linked module: median of ${counts.visits} (least to most)`);
    console.log(table([['visit', 'page', 'budget', 'held'], ...cold]));
  } finally {
    await close();
  }
}

async function measureWarm(address, sdk) {
  const rows = [];
  for (const program of programs) {
    say(`warm: ${program.name}`);
    const profile = newProfile();
    const context = await profile.open();
    try {
      const page = await visit(context, address);
      await compileInPage(page, program, 0);
      await untilHeaderIsKept(page, program);
      rows.push(await measureEdits(page, program, nativeCompilers(sdk)));
    } finally {
      await context.close();
      profile.remove();
    }
  }
  return rows;
}

async function measureEdits(page, program, compilers) {
  const times = [];
  const native = compilers.map(() => []);
  for (let edit = 1; edit <= counts.firstEdits + counts.edits; edit++) {
    const { milliseconds } = await compileInPage(page, program, edit);
    await page.waitForTimeout(200); // somebody types; the next instances are made
    if (edit <= counts.firstEdits) continue; // V8 is still replacing its first code by better
    times.push(milliseconds);
    for (const [index, compiler] of compilers.entries()) {
      const beside = compileNatively(compiler, program.path, program.text(edit));
      if (beside !== null) native[index].push(beside);
    }
  }
  const here = summary(times);
  const beside = native
    .map(summary)
    .flatMap((there) => [words(there), there ? (here.median / there.median).toFixed(2) : '–']);
  return [program.name, words(here), `${program.budget} ms`, held(here, program.budget), ...beside];
}

async function measureVisits(address) {
  const rows = [];
  for (const { program, first, later } of visits) {
    const times = { first: [], later: [] };
    for (let count = 1; count <= counts.visits; count++) {
      say(`visits: ${program.name}, ${count} of ${counts.visits}`);
      const profile = newProfile();
      try {
        for (const kind of ['first', 'later']) {
          const context = await profile.open();
          const page = await visit(context, address);
          times[kind].push((await compileInPage(page, program, 0)).sinceOpening);
          await untilHeaderIsKept(page, program);
          await page.waitForTimeout(2000); // what was fetched is being kept
          await context.close();
        }
      } finally {
        profile.remove();
      }
    }
    for (const [kind, budget] of [
      ['first', first],
      ['later', later],
    ]) {
      const result = summary(times[kind]);
      rows.push([`${kind} visit, ${program.name}`, words(result), `${budget} ms`, held(result, budget)]);
    }
  }
  return rows;
}

const held = ({ median }, budget) => (median <= budget ? 'yes' : 'NO');
