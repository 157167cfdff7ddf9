import { Worker } from 'node:worker_threads';

/** Seconds after which a program of a lesson is taken for one that never ends. */
const longest = 30;

// An endless loop blocks this thread: only another one can tell, and only the process can end.
const watcher = `
  const { workerData: { process: pid, words, milliseconds } } = require('node:worker_threads');
  setTimeout(() => {
    require('node:fs').writeSync(2, words);
    process.kill(pid, 'SIGKILL');
  }, milliseconds);
`;

/** Runs `work`; a program in it that does not end stops the build with a line that names it. */
export async function watched<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
  const words = `\nthe program \`${id}\` does not end within ${longest} seconds: mend its loop, or give it the input it waits for\n`;
  const workerData = { process: process.pid, words, milliseconds: longest * 1000 };
  const worker = new Worker(watcher, { eval: true, workerData });
  try {
    return await work();
  } finally {
    await worker.terminate();
  }
}
