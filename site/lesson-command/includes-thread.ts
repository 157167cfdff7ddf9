import { type MessagePort, Worker } from 'node:worker_threads';
import type { CompileSettings, Diagnostic, SourceFile } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler, type NodeCompiler } from '../../playground/compiler/node-compiler.ts';

/** What a thread is started for that looks for missing includes. */
export interface IncludesJob {
  readonly kind: 'includes';
}

interface Asked {
  readonly number: number;
  readonly files: readonly SourceFile[];
  readonly settings: CompileSettings;
}

type Told =
  | { readonly number: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly number: number; readonly error: string };

/**
 * A compiler that looks for missing includes in a thread of its own, beside what else is compiled and run here. The thread
 * starts with the first question, and ends with the process.
 */
export function createIncludesThread(bundle: string): Pick<NodeCompiler, 'findMissingIncludes'> {
  let thread: Worker | null = null;
  let asked = 0;
  const open = (): Worker => {
    const workerData: IncludesJob = { kind: 'includes' };
    // As deep a stack as this thread has: clang recurses.
    const started = new Worker(bundle, { workerData, resourceLimits: { stackSizeMb: 64 } });
    started.setMaxListeners(0);
    return started;
  };
  return {
    findMissingIncludes(files, settings) {
      thread ??= open();
      const worker = thread;
      const number = asked++;
      worker.ref();
      return new Promise<readonly Diagnostic[]>((resolve, reject) => {
        const done = (told: Told) => {
          if (told.number !== number) return;
          worker.off('message', done);
          worker.off('error', reject);
          if (worker.listenerCount('message') === 0) worker.unref();
          if ('error' in told) reject(new Error(told.error));
          else resolve(told.diagnostics);
        };
        worker.on('message', done);
        worker.on('error', reject);
        worker.postMessage({ number, files, settings } satisfies Asked);
      });
    },
  };
}

/** The thread's side: answers one question after the other. */
export function findIncludesHere(port: MessagePort): void {
  const compiler = createNodeCompiler();
  let last: Promise<void> = Promise.resolve();
  const answer = async ({ number, files, settings }: Asked): Promise<Told> => {
    try {
      return { number, diagnostics: await compiler.findMissingIncludes(files, settings) };
    } catch (error) {
      return { number, error: String(error) };
    }
  };
  port.on('message', (question: Asked) => {
    last = last.then(async () => port.postMessage(await answer(question)));
  });
}
