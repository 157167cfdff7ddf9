import type { Check } from '../lesson/exercise.ts';
import type { Block } from '../trace/memory-state.ts';
import { counted, formatAddress } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { failedAtAllocation } from './decide-blocks.ts';
import { missingSymbol, symbolNamed } from './decide-memory.ts';
import { missingPlace, offsetOf } from './decide-views.ts';
import { compares, failed, holds, passed, wanted } from './verdict.ts';

/** Whether a global, a block, or each block begins at a multiple. */
export async function decideAlignment(
  { what, to }: Extract<Check, { kind: 'aligned' }>,
  attempt: Attempt,
): Promise<Verdict> {
  const isAligned = (address: number) => address % to === 0;
  const inWords = (name: string, address: number) =>
    `${name} begins at ${formatAddress(address)}, ${counted(address % to, 'byte')} past a multiple of ${to}.`;
  const ofBlock = (block: Block) => failedAtAllocation(inWords(`Block ${block.id}`, block.address), block, attempt);
  const { blocks } = attempt.state;
  if (what.kind === 'blocks') {
    const wrong = blocks.find(({ address }) => !isAligned(address));
    if (blocks.length === 0) return failed('The program allocated no block.');
    return wrong ? ofBlock(wrong) : passed;
  }
  const address = offsetOf(what, attempt.state);
  if (address === null) return missingPlace(what, attempt.state);
  if (isAligned(address)) return passed;
  const block = what.kind === 'block' && blocks.find(({ id }) => id === what.id);
  return block ? ofBlock(block) : failed(inWords(what.kind === 'symbol' ? what.name : 'It', address));
}

/** Whether a global, or a type by the debug information, has so many bytes. */
export async function decideSize(check: Extract<Check, { kind: 'size' }>, attempt: Attempt): Promise<Verdict> {
  const { name } = check;
  if (check.of === 'type') {
    const bytes = await (await attempt.trace())?.typeSize(name);
    if (bytes == null) return failed(`The debug information has no type ${name}. Keep its name, and use it.`);
    return holds(compares(bytes, check), () => `${name} has ${counted(bytes, 'byte')}. Wanted: ${wanted(check)}.`);
  }
  const size = symbolNamed(attempt.state, name)?.size ?? null;
  if (size === null) return missingSymbol(name, attempt.state);
  if (size === 0) return failed(`The module does not say how many bytes ${name} has.`);
  return holds(compares(size, check), () => `${name} has ${counted(size, 'byte')}. Wanted: ${wanted(check)}.`);
}
