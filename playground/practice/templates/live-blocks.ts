import { prose } from '../markup.ts';
import type { Template } from '../template.ts';

/** How many blocks are live when a line that allocates or frees has run. */
export const liveBlocks: Template = async ({ situation, id }) => {
  const { before, after, place, code } = situation;
  const now = before.state.heap.liveBlocks;
  const then = after?.state.heap.liveBlocks;
  if (then === undefined || then === now) return null;
  return {
    kind: 'number',
    id,
    prompt: prose`Line ${place.line} runs next: ${code}. How many blocks on the heap are live when it has run, with all that it calls?`,
    explanation: prose`There were ${now}; now there are ${then}.`,
    answer: then,
    unit: 'blocks',
    notation: 'any',
    mistakes: [{ value: now, feedback: prose`So many are live now. The line allocates or frees.` }],
    otherwise: prose`The Heap panel says how many are live now: ${now}. Which calls of the line allocate, and which free?`,
  };
};
