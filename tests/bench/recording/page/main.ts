import type { BenchRequest } from '../measure/measure.ts';

declare global {
  /** Measures in a new worker. */
  var measureInWorker: (request: BenchRequest) => Promise<unknown>;
}

globalThis.measureInWorker = (request) => {
  const worker = new Worker(new URL('./page.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.postMessage({ request, files: document.baseURI });
  return promise.finally(() => worker.terminate());
};
