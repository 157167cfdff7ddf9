import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { featuresInWords, type HostFeature, lackedHere } from '../../../playground/lesson/host-features.ts';
import { findRuntime } from '../../../playground/session/node/find-runtime.ts';
import { type LogMessage, parseLogMessage } from '../../../playground/session/replay/log-message.ts';
import { LogReceiver } from '../../../playground/session/replay/log-receiver.ts';
import type { Recorded } from '../../../playground/session/run.ts';
import { pageSize } from '../../../playground/trace/memory-state.ts';
import { ReplayTrace } from '../../../playground/trace/replay-trace.ts';
import { checkout } from '../checkout.ts';
import type { ProgramSource } from '../executed-program.ts';
import type { LiveProgram } from '../live-program.ts';
import { neverEnds } from '../never-ends.ts';
import { findChromium } from './find-chromium.ts';
import { startLessonPages } from './lesson-page.ts';
import { openPage } from './open-page.ts';
import { unpack } from './packed.ts';
import type { Ran } from './run-page.ts';

/** Pages of memory that a program may have at its end, as it goes from process to process: 64 MiB. */
const mostPages = 1024;

/**
 * Runs a program in the test browser's sandbox: one that needs what this Node.js lacks, or a stranger's. `environment` says where
 * the browser is; `open` gives a page of it, by default one of a browser of its own. A string is why it was not run, which counts
 * as a failure.
 */
export async function runInBrowser(
  wasm: Uint8Array,
  program: ProgramSource,
  timeLimit: number,
  environment: Readonly<Partial<Record<string, string>>> = process.env,
  open: typeof openPage = openPage,
): Promise<LiveProgram | string> {
  const needs = program.needs ?? [];
  const lacks = featuresInWords(lackedHere(needs));
  const chromium = findChromium(environment);
  if (!chromium) {
    return `it was not run: Node.js ${process.versions.node} has no ${lacks}, and there is no browser; install Chromium, or name it by CHROMIUM`;
  }
  const folder = pageFolder();
  if (!folder) return 'it was not run: type `npm run build` first, which makes its page';
  const opened = await open(chromium, folder).catch(firstLine);
  if (typeof opened === 'string') return `it was not run: ${chromium} did not start (${opened})`;
  const { page, receive, close, leave } = opened;
  try {
    const without = await page.evaluate((asked) => runPage.lacked(asked), needs as HostFeature[]);
    if (without.length > 0) {
      await close();
      return `it was not run: neither Node.js nor ${chromium} has ${featuresInWords(without)}`;
    }
    const ran = await page.evaluate(([bytes, source, limit]) => runPage.open(bytes, source, limit), [
      wasm,
      program,
      timeLimit,
    ] as const);
    const problem = problemOf(ran);
    if (problem || !ran.recorded) {
      await close();
      return problem ?? 'the program could not start';
    }
    const { known } = ran.recorded;
    let recorded: Recorded | null = ran.recorded;
    const messages = async (): Promise<readonly (LogMessage | null)[]> => {
      const posted = await receive(async (to) => {
        recorded = await page.evaluate((address) => runPage.log(address), to);
      });
      const came = unpack(posted);
      return Array.isArray(came) ? came.map(parseLogMessage) : [null];
    };
    const receiver = new LogReceiver(await findRuntime().engine(), wasm);
    return {
      wasm,
      outcome: ran.outcome,
      state: known.state,
      stdout: () => ran.output,
      scriptOutput: () => ran.scriptOutput,
      read: ({ start, end }) =>
        receive((to) => page.evaluate((given) => runPage.read(...given), [start, end, to] as const)),
      call: (name, args) => page.evaluate(([to, given]) => runPage.call(to, given), [name, args] as const),
      async exit() {
        await page.evaluate(() => runPage.call('exit', []));
        for (const message of await messages()) if (message) receiver.receive(message);
        return recorded?.known.state ?? known.state;
      },
      async log() {
        const came = await messages();
        const sound = came.filter((message) => message !== null);
        if (!recorded || sound.length < came.length || sound.length < recorded.messages) return null;
        // What draws goes on: the recording ends where it was asked for.
        return { messages: sound.slice(0, recorded.messages), known: recorded.known };
      },
      async trace() {
        const came = await messages();
        for (const message of came) if (message) receiver.receive(message);
        if (!recorded || came.includes(null)) return null;
        await receiver.until(recorded.messages);
        const trace = await receiver.trace(recorded.known);
        return trace instanceof ReplayTrace ? trace : null;
      },
      end: ran.outcome.status === 'stopped' ? close : leave,
    };
  } catch (error) {
    await close();
    return `it was not run: ${firstLine(error)}`;
  }
}

const firstLine = (error: unknown): string => String((error as Error).message).split('\n')[0] ?? '';

/** Starts the browser for a program that will need it, if there is one. */
export function startBrowser(): void {
  const chromium = findChromium(process.env);
  const folder = pageFolder();
  if (chromium && folder) startLessonPages(chromium, folder);
}

/** Null until it is built. */
function pageFolder(): string | null {
  const folder = join(checkout(), 'build/test-browser');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

function problemOf({ outcome, recorded }: Ran): string | null {
  if (!recorded) {
    if (outcome.status === 'stopped') return neverEnds(outcome.by);
    return `the program could not start: ${outcome.status === 'trapped' ? outcome.reason : 'it reported no memory'}`;
  }
  const { pages } = recorded.known.state;
  return pages > mostPages
    ? `its memory has ${(pages * pageSize) / 2 ** 20} MiB at the end; in the test browser it may have at most ${(mostPages * pageSize) / 2 ** 20}`
    : null;
}
