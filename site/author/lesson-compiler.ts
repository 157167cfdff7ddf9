import { proxy, type Remote, wrap } from 'comlink';
import type { LessonCompilerWorker } from './lesson-compiler.worker.ts';
import type { LessonAnswer, LessonRequest, LessonRunner } from './lesson-request.ts';

/** Compiles lessons in a worker of its own. */
export interface LessonCompiler {
  /** Rejects with words for the author when the text takes too long, or what is needed cannot be fetched. */
  compile(request: LessonRequest): Promise<LessonAnswer>;
  end(): void;
}

/** Milliseconds for a text alone: a long lesson takes less than one second. Programs have limits of their own. */
const patience = 15_000;

/** `runtime` is the address of the site's `runtime/`. Nothing is loaded before the first use. */
export function createLessonCompiler(runner: LessonRunner, runtime: URL): LessonCompiler {
  let current: Opened | null = null;
  const end = () => {
    current?.worker.terminate();
    current = null;
  };
  return {
    async compile(request) {
      current ??= open(runner, runtime);
      const used = current;
      const watch = watchdog(used);
      try {
        return await Promise.race([used.remote.compile(request), used.broken, watch.expired]);
      } catch (error) {
        // A worker that hangs or broke answers nobody any more.
        if (used.isBroken() || watch.hasExpired()) end();
        throw error;
      } finally {
        watch.end();
      }
    },
    end,
  };
}

interface Opened {
  readonly worker: Worker;
  readonly remote: Remote<LessonCompilerWorker>;
  readonly broken: Promise<never>;
  readonly isBroken: () => boolean;
  /** Programs that the worker waits for now. */
  readonly running: () => number;
}

function open(runner: LessonRunner, runtime: URL): Opened {
  const worker = new Worker(new URL('./lesson-compiler.worker.ts', import.meta.url), {
    type: 'module',
    name: 'lesson-compiler',
  });
  let isBroken = false;
  const broken = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', ({ message }) => {
      isBroken = true;
      reject(new Error(`The lesson compiler could not go on${message ? `: ${message}` : ''}.`));
    });
  });
  broken.catch(() => {}); // told by whoever waits for the worker
  let running = 0;
  const counted =
    <Given extends readonly unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      running++;
      try {
        return await act(...given);
      } finally {
        running--;
      }
    };
  const remote = wrap<LessonCompilerWorker>(worker);
  void remote.open(proxy({ run: counted(runner.run), decide: counted(runner.decide) }), runtime.href);
  return { worker, remote, broken, isBroken: () => isBroken, running: () => running };
}

/** Expires when the worker has neither answered nor waited for a program for too long. */
function watchdog({ running }: Opened) {
  let quiet = 0;
  let isOver = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const step = 500;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      quiet = running() > 0 ? 0 : quiet + step;
      if (quiet < patience) return;
      isOver = true;
      reject(new Error(`The text takes longer than ${patience / 1000} seconds to read. Make it shorter or simpler.`));
    }, step);
  });
  expired.catch(() => {});
  return { expired, hasExpired: () => isOver, end: () => clearInterval(timer) };
}
