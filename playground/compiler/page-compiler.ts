import { proxy, type Remote, wrap } from 'comlink';
import type { Compilation, Compiler, CompileSettings, Diagnostic, FetchProgress, SourceFile } from './compilation.ts';
import type { CompilerWorker } from './page/compiler.worker.ts';
import { CompilerUnavailable } from './page/fetch-asset.ts';
import { Lane, type LaneWorker } from './page/lane.ts';
import { SyntaxChecks } from './page/syntax-checks.ts';
import type { Toolbox } from './page/toolbox.ts';
import { assemble, checkBeside, checkWat, compileBeside } from './wat/assemble.ts';
import { isWatProgram } from './wat/wat-program.ts';

/** The compiler in the page. `end` frees its workers and their memory; the next use brings them back. */
export interface PageCompiler extends Compiler {
  end(): void;
}

/**
 * Makes the page's compiler; nothing is fetched before the first use. `folder` is the address of the site's
 * `compiler/`, with a slash at its end. Two workers: one compiles, the other checks syntax and builds precompiled
 * headers. All methods reject with CompilerUnavailable, whose message is for the learner, when it cannot be fetched.
 */
export function createPageCompiler(folder: URL): PageCompiler {
  const fetching = fetchOnce(folder);
  const open = async (): Promise<LaneWorker<Remote<CompilerWorker>>> => {
    const toolbox = await fetching.toolbox();
    const worker = openWorker();
    await worker.remote.start(toolbox);
    return worker;
  };
  const compiling = new Lane(open);
  const assisting = new Lane(open);
  const checks = new SyntaxChecks(assisting);
  const built = new Set<string>();
  const inBackground = (work: Promise<unknown>): void => void work.catch(() => {}); // only later work would be slower
  const getReady = (): void => inBackground(compiling.run((remote) => remote.keepReady()));

  /** Builds the precompiled header that such programs want, once, while nobody waits. */
  const buildHeader = (files: readonly SourceFile[], settings: CompileSettings, key: string): void => {
    if (built.has(key)) return;
    built.add(key);
    const build = async () => {
      const bytes = await assisting.run((remote) => remote.precompile(files, settings));
      if (bytes && bytes !== 'cancelled') await compiling.run((remote) => remote.adopt(files, settings, bytes));
    };
    build().catch(() => built.delete(key));
  };

  return {
    async prepare(onProgress, files = []) {
      if (isWatProgram(files)) return;
      await fetching.toolbox(onProgress);
      getReady();
    },
    async compile(files, settings, signal): Promise<Compilation> {
      if (isWatProgram(files)) return assemble(files).catch(unavailable);
      return compileBeside(files, async (sources) => {
        const answer = await compiling.run((remote) => remote.compile(sources, settings), signal);
        getReady();
        if (answer === 'cancelled') return { status: 'cancelled' };
        if (answer.wantedHeader !== null) buildHeader(sources, settings, answer.wantedHeader);
        return answer.compilation;
      });
    },
    async checkSyntax(files, settings, signal): Promise<readonly Diagnostic[]> {
      if (isWatProgram(files)) return checkWat(files);
      const diagnostics = await checkBeside(files, (sources) => checks.check(sources, settings));
      return signal?.aborted ? [] : diagnostics;
    },
    end() {
      compiling.end();
      assisting.end();
      built.clear();
    },
  };
}

function unavailable(): never {
  throw new CompilerUnavailable('The assembler could not be fetched. Check the connection, then run again.');
}

/** Fetches the toolbox once for all that ask; after a failure, again for who asks next. */
function fetchOnce(folder: URL) {
  const listeners = new Set<(progress: FetchProgress) => void>();
  let toolbox: Promise<Toolbox> | null = null;
  const start = async (): Promise<Toolbox> => {
    // In a worker of its own, so that decoding does not hold up the page; its memory goes with it.
    const worker = openWorker();
    try {
      const tell = proxy((progress: FetchProgress) => {
        for (const listener of listeners) listener(progress);
      });
      const loaded = await Promise.race([worker.remote.load(folder.href, tell), worker.broken]);
      if ('failure' in loaded) throw new CompilerUnavailable(loaded.failure);
      return loaded.toolbox;
    } catch (error) {
      toolbox = null;
      throw error;
    } finally {
      worker.end();
    }
  };
  return {
    async toolbox(onProgress?: (progress: FetchProgress) => void): Promise<Toolbox> {
      if (onProgress) listeners.add(onProgress);
      toolbox ??= start();
      try {
        return await toolbox;
      } finally {
        if (onProgress) listeners.delete(onProgress);
      }
    },
  };
}

function openWorker(): LaneWorker<Remote<CompilerWorker>> {
  const worker = new Worker(new URL('./page/compiler.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', ({ message }) =>
      reject(new CompilerUnavailable(`The compiler stopped unexpectedly${message ? `: ${message}` : ''}. Try again.`)),
    );
  });
  broken.catch(() => {}); // told by whoever waits for the worker
  return { remote: wrap<CompilerWorker>(worker), broken, end: () => worker.terminate() };
}
