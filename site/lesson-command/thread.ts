import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type CommandsAbove, main } from '../../playground/command-line/main.ts';
import { processStreams } from '../../playground/command-line/streams.ts';
import { type CheckingJob, helpToCheck } from './check-threads.ts';
import { type GradingJob, gradeHere } from './grade-thread.ts';

// `bin/pagewise` starts this in a thread, because only a thread can be given a larger call stack than Node's own.
const job = workerData as readonly string[] | GradingJob | CheckingJob;
const above: CommandsAbove = {
  // Loaded when it is asked for: it brings the whole lesson build.
  lesson: async (choice, streams) => (await import('./lesson-command.ts')).lesson(choice, streams),
  grade: async (choice, streams) => (await import('./grade-command.ts')).grade(choice, streams),
};
// A submission is graded, and lessons are checked, in other threads of this very program.
const status = 'kind' in job ? begin(job) : main(job, processStreams(), above);
// Not awaited here: what is loaded later may import this module's own code, and would wait for it to end.
status.then((code) => {
  process.exitCode = code ?? 0;
});

async function begin(other: GradingJob | CheckingJob): Promise<void> {
  if (other.kind === 'grading') await gradeHere(other);
  else helpToCheck(parentPort as MessagePort);
}
