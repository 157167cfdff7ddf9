import { workerData } from 'node:worker_threads';
import { main } from './main.ts';
import { processStreams } from './streams.ts';

// `bin/pagewise` starts this in a thread, because only a thread can be given a larger call stack than Node's own.
process.exitCode = await main(workerData as readonly string[], processStreams());
