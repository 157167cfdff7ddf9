import type { ErrorList } from './author-errors.ts';
import { mendNesting } from './nesting.ts';

/**
 * The text with slips put right whose consequences would be told as many more errors, each slip told where it stands: a dash
 * without a space before `[x]`, typographic quotes around an attribute, quotations and lists nested too deep, and a block with no more colons
 * than those within it.
 */
export function mendSlips(markdown: string, errors: ErrorList): string {
  const lines = markdown.split('\n');
  const isText = outsideCode(lines);
  for (const [index, line] of lines.entries()) {
    if (!isText[index]) continue;
    const number = index + 1;
    lines[index] = mendNesting(mendQuotes(mendDash(line, number, errors), number, errors), number, errors);
  }
  mendColons(lines, isText, errors);
  return lines.join('\n');
}

/** For each line, whether it is outside code between fences. */
function outsideCode(lines: readonly string[]): readonly boolean[] {
  let fence: string | null = null;
  return lines.map((line) => {
    const [, signs = ''] = /^[\s>]*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === null) {
      if (signs !== '') fence = signs;
      return signs === '';
    }
    if (signs.startsWith(fence) && line.trim().replace(/^[\s>]+/, '') === signs) fence = null;
    return false;
  });
}

function mendDash(line: string, number: number, errors: ErrorList): string {
  const [whole, before = '', box = ''] = /^(\s*[-*+])(\[[ xX]\])(?=\s)/.exec(line) ?? [];
  if (whole === undefined) return line;
  errors.add(
    number,
    before.length,
    `write \`${before.trim()} ${box}\`, with a space between, so that this is an answer`,
  );
  return `${before} ${box}${line.slice(whole.length)}`;
}

const typographic = /(?<=[\s{][a-z][a-z-]*=)(?:[“”„‟«»]([^“”„‟«»"]*)[“”„‟«»"]|"([^"“”„‟«»=]*)[“”‟«»])(?=\}|\s+[a-z#])/g;

function mendQuotes(line: string, number: number, errors: ErrorList): string {
  if (!/:[a-z]+(\[.*\])?\{/.test(line)) return line;
  let isTold = false;
  return line.replace(typographic, (_whole, between: string | undefined, half: string | undefined, at: number) => {
    if (!isTold) errors.add(number, at + 1, 'typographic quotes stand around this; write straight ones: `name="…"`');
    isTold = true;
    return `"${between ?? half ?? ''}"`;
  });
}

/** The blocks that have blocks of their own, and which. */
const parents: Readonly<Record<string, readonly string[]>> = {
  quiz: ['question'],
  question: ['explanation'],
  exercise: ['starter', 'solution', 'checks', 'hints'],
};

interface Fence {
  readonly line: number;
  readonly name: string;
  readonly colons: number;
  /** The colons that it must have, by what is within it. */
  needs: number;
}

function mendColons(lines: string[], isText: readonly boolean[], errors: ErrorList): void {
  const open: Fence[] = [];
  const closed: { readonly fence: Fence; readonly end: number }[] = [];
  for (const [line, text] of lines.entries()) {
    const [, signs = '', name = ''] = (isText[line] && /^(:{3,})([a-z]*)/.exec(text)) || [];
    if (signs === '') continue;
    const colons = signs.length;
    if (name !== '') {
      open.push({ line, name, colons, needs: colons });
      continue;
    }
    const index = open.findLastIndex((fence) => fence.colons <= colons);
    const fence = index < 0 ? undefined : open.splice(index).at(0);
    if (!fence || text.trim() !== signs) return;
    const around = open.at(-1);
    if (around && parents[around.name]?.includes(fence.name)) around.needs = Math.max(around.needs, fence.needs + 1);
    closed.push({ fence, end: line });
  }
  // Where a block is not closed either, which one has too few colons is not known.
  if (open.length > 0) return;
  for (const { fence, end } of closed) {
    const { line, name, colons, needs } = fence;
    if (needs === colons) continue;
    const wanted = ':'.repeat(needs);
    errors.add(
      line + 1,
      1,
      `\`${name}\` needs more colons than the blocks within it; write \`${wanted}${name}\`, and \`${wanted}\` where it ends`,
    );
    lines[line] = wanted + (lines[line] ?? '').slice(colons);
    lines[end] = wanted;
  }
}
