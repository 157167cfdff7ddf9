import type { NodeRun } from '../session/node/node-run.ts';
import type { Attempt } from './attempt.ts';

/** How an attempt exits that runs in this process. */
export function exitOf(run: Pick<NodeRun, 'call' | 'state'>): Attempt['exit'] {
  return async () => {
    await run.call('exit', []);
    return run.state;
  };
}
