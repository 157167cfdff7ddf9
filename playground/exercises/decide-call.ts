import type { CallArgument, Check } from '../lesson/exercise.ts';
import type { Outcome } from '../session/run.ts';
import type { MemoryState } from '../trace/memory-state.ts';
import { formatAddress } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { missingSymbol, symbolNamed } from './decide-memory.ts';
import { callEndingInWords, endingLocation } from './ending-words.ts';
import { sameNumber } from './same-number.ts';
import { failed, passed } from './verdict.ts';

type CallCheck = Extract<Check, { kind: 'call' }>;

/** Makes the call on the live instance. */
export async function decideCall(check: CallCheck, attempt: Attempt): Promise<Verdict> {
  const values: string[] = [];
  for (const argument of check.arguments) {
    const value = argumentValue(argument, attempt.state);
    if (value === null) return missingSymbol(nameOf(argument), attempt.state);
    values.push(value);
  }
  const outcome = await attempt.call(check.name, values);
  if (isExpected(check.expected, outcome)) return passed;
  const should = expectedInWords(check.expected);
  const found = `${callInWords(check)} ${callEndingInWords(outcome)}. ${should}${addressesInWords(check, attempt.state)}.`;
  const verdict = failed(found, endingLocation(outcome));
  const trace = await attempt.trace();
  const made = (await trace?.boundary())?.parts.findLast(
    (part) => part.kind === 'crossing' && part.name === check.name,
  );
  return made?.kind === 'crossing' ? { ...verdict, moment: { step: made.begun, panel: 'call' } } : verdict;
}

export const notTried = (check: CallCheck): Verdict =>
  failed(`${callInWords(check)} was not tried: the program had to be stopped before.`);

function isExpected(expected: CallCheck['expected'], outcome: Outcome): boolean {
  if (expected.kind === 'trap') return outcome.status === 'trapped';
  if (outcome.status !== 'finished') return false;
  if (expected.kind === 'end') return true;
  return outcome.result !== null && sameNumber(outcome.result, expected.text);
}

function expectedInWords(expected: CallCheck['expected']): string {
  if (expected.kind === 'result') return `It should return ${expected.text}`;
  return expected.kind === 'trap' ? 'It should trap' : 'It should return';
}

function argumentValue(argument: CallArgument, state: MemoryState): string | null {
  if (argument.kind === 'number') return argument.text;
  const symbol = symbolNamed(state, argument.symbol);
  return symbol && String(symbol.address);
}

const nameOf = (argument: CallArgument): string => (argument.kind === 'number' ? argument.text : argument.symbol);

function callInWords({ name, arguments: given }: CallCheck): string {
  const words = given.map((argument) => (argument.kind === 'number' ? argument.text : `&${argument.symbol}`));
  return `${name}(${words.join(', ')})`;
}

/** What `&table` was in this run. */
function addressesInWords({ arguments: given }: CallCheck, state: MemoryState): string {
  const names = new Set(given.flatMap((argument) => (argument.kind === 'address-of' ? [argument.symbol] : [])));
  const words = [...names].map((name) => `&${name} is ${formatAddress(symbolNamed(state, name)?.address ?? 0)}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}
