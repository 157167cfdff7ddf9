import { type MessagePort, Worker } from 'node:worker_threads';
import type { CompileSettings, SourceFile } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler, type NodeCompiler } from '../../playground/compiler/node-compiler.ts';

/** What a thread is started for that compiles. */
export interface CompilingJob {
  readonly kind: 'compiling';
}

/** What is asked of another thread's compiler. */
export type AskedCompiler = Pick<NodeCompiler, 'compile' | 'findMissingIncludes'>;

interface Asked {
  readonly number: number;
  readonly wanted: keyof AskedCompiler;
  readonly files: readonly SourceFile[];
  readonly settings: CompileSettings;
}

type Told = { readonly number: number; readonly answer: unknown } | { readonly number: number; readonly error: string };

/** Threads that compile. One more looks for missing includes: two would build the same modules of the library. */
const compiling = 2;

/**
 * Compilers in threads of their own, beside what runs here. A thread starts with its first question, and ends with the
 * process.
 */
export function createCompilerThreads(bundle: string): AskedCompiler {
  const compilers = Array.from({ length: compiling }, () => createThread(bundle));
  const includes = createThread(bundle);
  return {
    compile(files, settings) {
      const idlest = compilers.reduce((best, each) => (each.waiting() < best.waiting() ? each : best));
      return idlest.ask('compile', files, settings);
    },
    findMissingIncludes: (files, settings) => includes.ask('findMissingIncludes', files, settings),
  };
}

interface CompilerThread {
  /** Questions without an answer yet. */
  waiting(): number;
  ask<Wanted extends keyof AskedCompiler>(
    wanted: Wanted,
    files: readonly SourceFile[],
    settings: CompileSettings,
  ): ReturnType<AskedCompiler[Wanted]>;
}

function createThread(bundle: string): CompilerThread {
  let thread: Worker | null = null;
  let asked = 0;
  let waiting = 0;
  const open = (): Worker => {
    const workerData: CompilingJob = { kind: 'compiling' };
    // As deep a stack as this thread has: clang recurses.
    const started = new Worker(bundle, { workerData, resourceLimits: { stackSizeMb: 64 } });
    started.setMaxListeners(0);
    return started;
  };
  return {
    waiting: () => waiting,
    ask(wanted, files, settings) {
      thread ??= open();
      const worker = thread;
      const number = asked++;
      waiting++;
      worker.ref();
      return new Promise((resolve, reject) => {
        const done = (told: Told) => {
          if (told.number !== number) return;
          worker.off('message', done);
          worker.off('error', reject);
          waiting--;
          if (waiting === 0) worker.unref();
          if ('error' in told) reject(new Error(told.error));
          else resolve(told.answer as never);
        };
        worker.on('message', done);
        worker.on('error', reject);
        worker.postMessage({ number, wanted, files, settings } satisfies Asked);
      }) as never;
    },
  };
}

/** The thread's side: answers one question after the other. */
export function compileHere(port: MessagePort): void {
  const compiler = createNodeCompiler();
  let last: Promise<void> = Promise.resolve();
  const answer = async ({ number, wanted, files, settings }: Asked): Promise<Told> => {
    try {
      return { number, answer: await compiler[wanted](files, settings) };
    } catch (error) {
      return { number, error: String(error) };
    }
  };
  port.on('message', (question: Asked) => {
    last = last.then(async () => port.postMessage(await answer(question)));
  });
}
