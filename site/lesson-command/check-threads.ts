import { type MessagePort, Worker } from 'node:worker_threads';
import { createNodeCompiler, type NodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { evaluateChecks } from '../../playground/exercises/evaluate-checks.ts';
import { openInNode } from '../build/open-in-node.ts';
import { brokenRun, createDecide, type DecideModule } from '../build/prove-exercise.ts';

/** What a thread is started for that helps to check lessons. */
export interface CheckingJob {
  readonly kind: 'checking';
}

/** What is asked of other threads: to compile, to look for missing includes, and to run a module and decide checks. */
export interface CheckThreads extends Pick<NodeCompiler, 'compile' | 'findMissingIncludes'> {
  readonly decide: DecideModule;
}

type Wanted = keyof CheckThreads;

interface Asked {
  readonly wanted: Wanted;
  readonly given: readonly unknown[];
}

type Told = { readonly answer: unknown } | { readonly error: string };

/** Threads for each kind of question. More that look for includes would build the same modules of the library. */
const threadsFor: Readonly<Record<Wanted, number>> = { compile: 2, decide: 3, findMissingIncludes: 1 };

/** Gigabytes of objects of JavaScript in one thread. */
const mostObjects = 2;

/**
 * Threads that work beside what runs here. A thread starts with its first question, answers one after the other, and ends with
 * the process. Where a program ends the thread that it runs in, it has failed, and the next question starts another.
 */
export function createCheckThreads(bundle: string): CheckThreads {
  const pool = <Kind extends Wanted>(wanted: Kind) => {
    const threads = Array.from({ length: threadsFor[wanted] }, () => createThread(bundle));
    return (...given: Parameters<CheckThreads[Kind]>) => {
      const idlest = threads.reduce((best, each) => (each.waiting() < best.waiting() ? each : best));
      return idlest.ask({ wanted, given }) as ReturnType<CheckThreads[Kind]>;
    };
  };
  const decide = pool('decide');
  return {
    compile: pool('compile'),
    decide: async (wasm, program, checks) => {
      try {
        return await decide(wasm, program, checks);
      } catch (error) {
        if (!(error instanceof ThreadEnded)) throw error;
        return brokenRun(error.message, checks);
      }
    },
    findMissingIncludes: pool('findMissingIncludes'),
  };
}

/** A thread ended before it answered. The message says why, as words after the name of what it ran. */
class ThreadEnded extends Error {}

interface Thread {
  /** Questions without an answer yet. */
  waiting(): number;
  ask(asked: Asked): Promise<unknown>;
}

function createThread(bundle: string): Thread {
  let thread: Worker | null = null;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const open = (): Worker => {
    const workerData: CheckingJob = { kind: 'checking' };
    // As deep a stack as this thread has: clang recurses, and so do programs written for a desktop.
    const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: mostObjects * 1024 };
    const opened = new Worker(bundle, { workerData, resourceLimits });
    opened.once('exit', () => {
      thread = null;
    });
    return opened;
  };
  const askNow = (asked: Asked): Promise<unknown> => {
    thread ??= open();
    const worker = thread;
    worker.ref();
    return new Promise((resolve, reject) => {
      let why = 'it ended its run from within';
      worker.once('message', (told: Told) => {
        worker.removeAllListeners('error').off('exit', end).unref();
        if ('error' in told) reject(new Error(told.error));
        else resolve(told.answer);
      });
      worker.once('error', (error: Error & { readonly code?: string }) => {
        const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        why = isFull ? `its JavaScript needs more than ${mostObjects} GB of memory` : error.message;
      });
      const end = () => reject(new ThreadEnded(why));
      worker.once('exit', end);
      worker.postMessage(asked);
    });
  };
  return {
    waiting: () => waiting,
    ask(asked) {
      waiting++;
      const answer = last.then(() => askNow(asked)).finally(() => waiting--);
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

/** The thread's side: answers a question. */
export function helpToCheck(port: MessagePort): void {
  const compiler = createNodeCompiler();
  const threads: CheckThreads = {
    compile: (files, settings) => compiler.compile(files, settings),
    findMissingIncludes: (files, settings) => compiler.findMissingIncludes(files, settings),
    decide: (wasm, program, checks) =>
      createDecide({ open: () => openInNode(wasm, program) }, evaluateChecks)(program, checks),
  };
  port.on('message', async ({ wanted, given }: Asked) => {
    const work = threads[wanted] as (...given: readonly unknown[]) => Promise<unknown>;
    let told: Told;
    try {
      told = { answer: await work(...given) };
    } catch (error) {
      told = { error: String(error) };
    }
    port.postMessage(told);
  });
}
