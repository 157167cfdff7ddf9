import type { Crossing, CrossingPart } from '../trace/crossings.ts';
import type { Block } from '../trace/memory-state.ts';
import { type Phrase, phrase } from '../trace/phrase.ts';
import type { Trace } from '../trace/trace.ts';
import type { StoryLine } from './boundary-story.ts';
import { counted, formatAddress } from './hexadecimal.ts';
import { blockPlace } from './place.ts';

/** Blocks of which a story tells one by one. */
const mostTold = 8;

/** Who must free what was allocated in a crossing, and whether anybody did. */
export async function blocksOf(part: CrossingPart, trace: Trace): Promise<readonly StoryLine[]> {
  if (part.kind === 'copy' || part.blocks[1] <= part.blocks[0]) return [];
  const made = part.blocks[1] - part.blocks[0];
  const [after, end] = [await trace.at(part.ended), await trace.at(trace.steps)];
  const live = after.state.blocks.filter((block) => isOf(part, block) && block.state === 'live');
  const told = await Promise.all(
    live.slice(0, mostTold).map(async (block): Promise<StoryLine> => {
      const isLeft = end.state.blocks.some(({ id, state }) => id === block.id && state === 'live');
      const freed = isLeft
        ? null
        : await trace.find(part.ended, 'forward', [{ kind: 'freed', address: block.address }]);
      const fate = isLeft ? 'Nobody did in this run' : 'It was freed later';
      const text = phrase`Block ${block.id}, ${counted(block.size, 'byte')} at ${formatAddress(block.address)}, outlives the call. ${whoFrees(part, block)} ${fate}.`;
      return { text, step: freed ?? part.ended, range: blockPlace(block).range, depth: 0 };
    }),
  );
  const gone = made - live.length;
  const rest = live.length - told.length;
  const words = (text: Phrase): StoryLine => ({ text, step: null, range: null, depth: 0 });
  return [
    ...(gone > 0
      ? [words([`${counted(gone, 'block')} allocated in the call ${gone === 1 ? 'was' : 'were'} freed in it.`])]
      : []),
    ...told,
    ...(rest > 0 ? [words([`${counted(rest, 'block')} more outlive the call.`])] : []),
  ];
}

const isOf = ({ blocks }: Crossing, { id }: Block): boolean => id >= blocks[0] && id < blocks[1];

function whoFrees(crossing: Crossing, block: Block): Phrase {
  const { place, way, name } = crossing;
  const caller = place ? `line ${place.line} of ${place.path}` : 'whoever called';
  if (way === 'glue' && name.startsWith('constructor'))
    return phrase`It belongs to the object: ${caller} must call delete() on it.`;
  if (isByJavaScript(crossing, block)) return phrase`JavaScript allocated it: ${caller} must free it.`;
  if (Number(crossing.wiredResult?.text) === block.address || Number(crossing.result?.text) === block.address)
    return phrase`Its address was returned: ${caller} must have it freed.`;
  return ['The program allocated it: the program must free it.'];
}

/** Whether JavaScript called the allocator for it: in the crossing, or by the crossing itself. */
function isByJavaScript(crossing: Crossing, block: Block): boolean {
  const own = crossing.way === 'in' && /alloc$/.test(crossing.name) && isOf(crossing, block);
  const inner = crossing.way === 'in' ? [] : crossing.parts;
  return own || inner.some((part) => part.kind === 'crossing' && isOf(part, block) && isByJavaScript(part, block));
}
