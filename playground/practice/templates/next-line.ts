import { phrase, prose } from '../markup.ts';
import type { Template } from '../template.ts';

/** Options that are offered. */
const offered = 4;

/** Which line runs after this one: the first of what it calls, if that is in the same file. */
export const nextLine: Template = async ({ situation, random, id }) => {
  const { trace, before, place, code, files } = situation;
  const step = await trace.find(before.step, 'forward', [{ kind: 'line' }]);
  const next = step === null ? null : (await trace.at(step)).place;
  const lines = files.find(({ path }) => path === place.path)?.text.split('\n') ?? [];
  if (!next || next.path !== place.path || next.line === place.line) return null;
  const hasCode = (line: number) => /\w/.test(lines[line - 1] ?? '');
  const others = (await trace.codeLines(place.path)).filter((line) => line !== next.line && hasCode(line));
  const near = others.toSorted((a, b) => Math.abs(a - place.line) - Math.abs(b - place.line)).slice(0, offered - 1);
  if (!hasCode(next.line) || near.length < 2) return null;
  const told = (line: number) => phrase`line ${line}: ${lines[line - 1]?.trim() ?? ''}`;
  return {
    kind: 'choice',
    id,
    prompt: prose`Line ${place.line} runs next: ${code}. Which line runs next after that, here or in what it calls?`,
    explanation: null,
    options: random.shuffled([next.line, ...near]).map((line) => ({
      html: told(line),
      right: line === next.line,
      feedback:
        line === next.line
          ? prose`Yes: step once, and the timeline stands there.`
          : prose`Not here. Look at the condition, or at what the line calls, with the values of this moment.`,
    })),
  };
};
