import { type Remote, transfer, wrap } from 'comlink';
import type { Trace } from '../../trace/trace.ts';
import type { KnownRun } from './received-log.ts';
import type { ReplayService } from './replay-service.ts';

/** The worker that keeps one run's recording. */
export interface ReplayWorker {
  /** The end of the log that goes to the sandbox. */
  readonly port: MessagePort;
  /** What was recorded until now, when `messages` have come; null when nothing was. */
  trace(messages: number, facts: KnownRun): Promise<Trace | null>;
  end(): void;
}

/** Starts a worker that replays runs of a module. */
export function openReplayWorker(engine: WebAssembly.Module, wasm: Uint8Array): ReplayWorker {
  const worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module', name: 'replay' });
  const service: Remote<ReplayService> = wrap<ReplayService>(worker);
  const { port1, port2 } = new MessageChannel();
  void service.open(engine, wasm, transfer(port2, [port2]));
  const waiting = new Set<() => void>();
  // A worker that is ended answers nothing: whoever waits for it would wait for ever.
  const answered = <Answer>(answer: Promise<Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      const gone = () => reject(new Error('the recording is gone'));
      waiting.add(gone);
      answer.then(resolve, reject).finally(() => waiting.delete(gone));
    });
  return {
    port: port1,
    async trace(messages, facts) {
      const known = await answered(service.refresh(messages, facts));
      return (
        known && {
          ...known,
          at: (step) => answered(service.at(step)),
          read: (step, range) => answered(service.read(step, range)),
          find: (from, direction, destinations) => answered(service.find(from, direction, destinations)),
          findings: () => answered(service.findings()),
          overview: (buckets) => answered(service.overview(buckets)),
          history: (step, range, most) => answered(service.history(step, range, most)),
          code: (step, frame) => answered(service.code(step, frame)),
          boundary: () => answered(service.boundary()),
          copies: (from, to) => answered(service.copies(from, to)),
          heapPeak: () => answered(service.heapPeak()),
          viewReads: () => answered(service.viewReads()),
          typeSize: (name) => answered(service.typeSize(name)),
          codeLines: (path) => answered(service.codeLines(path)),
        }
      );
    },
    end() {
      worker.terminate();
      for (const gone of waiting) gone();
    },
  };
}
