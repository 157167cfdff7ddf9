import type { Check, Comparison, Place } from '../lesson/exercise.ts';
import type { Outcome } from '../session/run.ts';
import type { Block } from '../trace/memory-state.ts';
import { formatAddress, formatByte, formatSize } from '../view-model/hexadecimal.ts';
import type { Attempt, EvaluateChecks, Verdict } from './attempt.ts';
import { bytesAt, readTyped, sameNumber, symbolNamed, valueSizes } from './read-bytes.ts';
import { stripComments } from './strip-comments.ts';

/** Decides checks in order; calls come last, because they change the memory that the others look at. */
export const evaluateChecks: EvaluateChecks = async (checks, attempt) => {
  const verdicts: Verdict[] = [];
  const decideAll = async (isWanted: (check: Check) => boolean): Promise<void> => {
    for (const [index, check] of checks.entries()) {
      if (isWanted(check)) verdicts[index] = await decide(check, attempt);
    }
  };
  await decideAll(({ kind }) => kind !== 'call');
  await decideAll(({ kind }) => kind === 'call');
  return verdicts;
};

const passed: Verdict = { passed: true, found: null, location: null };
const failed = (found: string): Verdict => ({ passed: false, found, location: null });
const holds = (condition: boolean, found: () => string): Verdict => (condition ? passed : failed(found()));

function decide(check: Check, attempt: Attempt): Verdict | Promise<Verdict> {
  const { state, output, outcome } = attempt;
  switch (check.kind) {
    case 'output':
      return holds(output === check.text, () => `The program printed ${quoted(output)}.`);
    case 'output-contains':
      return holds(output.includes(check.text), () => `The program printed ${quoted(output)}.`);
    case 'exit-code':
      return holds(outcome.status === 'finished' && (outcome.exitCode ?? 0) === check.code, () => ending(outcome));
    case 'finishes':
      return outcome.status === 'finished' ? passed : { ...failed(ending(outcome)), location: locationOf(outcome) };
    case 'traps':
      return holds(outcome.status === 'trapped', () => ending(outcome));
    case 'call':
      return decideCall(check, attempt);
    case 'bytes':
      return decideBytes(check, attempt);
    case 'value':
      return decideValue(check, attempt);
    case 'no-leak':
      return decideLiveBlocks(0, state.blocks);
    case 'live-blocks':
      return decideLiveBlocks(check.count, state.blocks);
    case 'allocates': {
      const { length } = state.blocks;
      return holds(length === check.count, () => `The program allocated ${count(length, 'block')}.`);
    }
    case 'max-blocks': {
      const { length } = state.blocks;
      return holds(length <= check.count, () => `The program allocated ${count(length, 'block')}.`);
    }
    case 'pages':
      return holds(compares(state.pages, check), () => `The memory has ${count(state.pages, 'page')}.`);
    case 'growths': {
      const { length } = state.growths;
      return holds(compares(length, check), () => `The memory grew ${length === 1 ? 'once' : `${length} times`}.`);
    }
    case 'views': {
      const { length } = state.views;
      return holds(length === check.count, () => `JavaScript made ${count(length, 'view')}.`);
    }
    case 'view-live': {
      const newest = state.views.at(-1);
      if (!newest) return failed('JavaScript made no view.');
      return holds(newest.state.kind === 'live', () => `The newest view, a ${newest.type}, is detached.`);
    }
    case 'no-detached-view':
      return decideDetached(attempt);
    case 'view':
      return decideView(check, attempt);
    case 'source-contains':
      return holds(sourceOf(attempt).includes(check.text), () => `Your files do not contain \`${check.text}\`.`);
    case 'source-lacks':
      return holds(!sourceOf(attempt).includes(check.text), () => `Your files contain \`${check.text}\`.`);
    default:
      return check satisfies never;
  }
}

type CheckOf<Kind extends Check['kind']> = Extract<Check, { kind: Kind }>;

async function decideCall(check: CheckOf<'call'>, attempt: Attempt): Promise<Verdict> {
  const args: string[] = [];
  for (const argument of check.arguments) {
    if (argument.kind === 'number') args.push(argument.text);
    else {
      const symbol = symbolNamed(attempt.state, argument.symbol);
      if (!symbol) return missing(argument.symbol);
      args.push(String(symbol.address));
    }
  }
  const outcome = await attempt.call(check.name, args);
  const call = `${check.name}(${args.join(', ')})`;
  if (check.expected.kind === 'trap') {
    return holds(outcome.status === 'trapped', () => `${call} did not trap: ${outcomeWords(outcome)}.`);
  }
  if (outcome.status !== 'finished') {
    return { ...failed(`${call} ${outcomeWords(outcome)}.`), location: locationOf(outcome) };
  }
  const { result } = outcome;
  return holds(result !== null && sameNumber(result, check.expected.text), () => `${call} ${outcomeWords(outcome)}.`);
}

async function decideBytes(check: CheckOf<'bytes'>, attempt: Attempt): Promise<Verdict> {
  const symbol = symbolNamed(attempt.state, check.symbol);
  if (!symbol) return missing(check.symbol);
  const bytes = await bytesAt(attempt, symbol.address, check.bytes.length);
  const isSame = bytes.length === check.bytes.length && check.bytes.every((byte, index) => byte === bytes[index]);
  return holds(
    isSame,
    () => `At ${formatAddress(symbol.address)} lies ${bytes.map(formatByte).join(' ').toUpperCase()}.`,
  );
}

async function decideValue(check: CheckOf<'value'>, attempt: Attempt): Promise<Verdict> {
  const symbol = symbolNamed(attempt.state, check.symbol);
  if (!symbol) return missing(check.symbol);
  const value = readTyped(check.type, await bytesAt(attempt, symbol.address, valueSizes[check.type]));
  return holds(sameNumber(String(value), check.text), () => `\`${check.symbol}\` holds ${value}.`);
}

function decideLiveBlocks(wanted: number, blocks: readonly Block[]): Verdict {
  const live = blocks.filter(({ state }) => state === 'live');
  return holds(live.length === wanted, () => {
    if (live.length === 0) return 'No block is allocated at the end.';
    const named = live
      .slice(0, 3)
      .map(({ id, size, address }) => `block ${id} (${formatSize(size)} at ${formatAddress(address)})`)
      .join(', ');
    const more = live.length > 3 ? ` and ${live.length - 3} more` : '';
    return `Still allocated at the end: ${named}${more}.`;
  });
}

function decideDetached({ state, sources }: Attempt): Verdict {
  const stale = state.views.find((view) => view.state.kind === 'detached');
  if (stale?.state.kind !== 'detached') return passed;
  const { byLine } = stale.state;
  const script = sources.find(({ path }) => /\.m?js$/.test(path))?.path;
  const made = stale.madeAtLine === null ? '' : ` of line ${stale.madeAtLine}`;
  const by = byLine === null ? '' : ` by line ${byLine}`;
  return {
    passed: false,
    found: `The ${stale.type}${made} was detached${by}.`,
    location: byLine !== null && script ? { path: script, line: byLine, column: null } : null,
  };
}

function decideView(check: CheckOf<'view'>, { state }: Attempt): Verdict {
  const offset = offsetOf(check.at, state);
  if (offset === null) return failed(`There is no ${placeWords(check.at)}.`);
  const fits = state.views.some(
    ({ type, byteOffset, length, state: { kind } }) =>
      kind === 'live' && type === check.type && byteOffset === offset && length === check.length,
  );
  return holds(fits, () => {
    const live = state.views.filter((view) => view.state.kind === 'live');
    if (live.length === 0) return 'No view is live at the end.';
    const newest = live
      .slice(-3)
      .map((view) => `${view.type} at ${formatAddress(view.byteOffset)}, length ${view.length}`);
    return `Live at the end: ${newest.join('; ')}. Wanted: ${check.type} at ${formatAddress(offset)}, length ${check.length}.`;
  });
}

function offsetOf(place: Place, state: Attempt['state']): number | null {
  switch (place.kind) {
    case 'offset':
      return place.offset;
    case 'symbol':
      return symbolNamed(state, place.name)?.address ?? null;
    case 'block':
      return state.blocks.find(({ id }) => id === place.id)?.address ?? null;
    default:
      return place satisfies never;
  }
}

function placeWords(place: Place): string {
  if (place.kind === 'symbol') return `global \`${place.name}\``;
  return place.kind === 'block' ? `block ${place.id}` : formatAddress(place.offset);
}

const missing = (symbol: string): Verdict => failed(`The program has no global \`${symbol}\` any more. Keep it.`);
const sourceOf = ({ sources }: Attempt): string => sources.map(({ text }) => stripComments(text)).join('\n');
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
const locationOf = (outcome: Outcome) =>
  outcome.status === 'trapped' || outcome.status === 'threw' ? outcome.location : null;

function compares(value: number, check: { readonly comparison: Comparison; readonly count: number }): boolean {
  if (check.comparison === '=') return value === check.count;
  return check.comparison === '<=' ? value <= check.count : value >= check.count;
}

/** Output as a learner reads it: line breaks shown, long text cut. */
function quoted(text: string): string {
  if (text === '') return 'nothing';
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return `"${shown.replaceAll('\n', '\\n')}"`;
}

const ending = (outcome: Outcome): string => `The program ${outcomeWords(outcome)}.`;

function outcomeWords(outcome: Outcome): string {
  switch (outcome.status) {
    case 'finished':
      if (outcome.exitCode !== null) return `ended with exit code ${outcome.exitCode}`;
      return outcome.result === null ? 'ended' : `gave ${outcome.result}`;
    case 'trapped':
      return `trapped: ${outcome.reason.replace(/\.$/, '')}`;
    case 'threw':
      return `failed: ${outcome.message.replace(/\.$/, '')}`;
    case 'waiting-for-input':
      return 'waited for more input than there is';
    case 'stopped':
      return outcome.by === 'time-limit' ? 'ran longer than the time limit' : 'was stopped';
    default:
      return outcome satisfies never;
  }
}
