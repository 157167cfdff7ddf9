import type { LessonBreakpoint } from '../../../playground/lesson/breakpoint.ts';
import { firstRepeated } from '../../../playground/lesson/each-once.ts';
import type { ContainerDirective } from '../directives.ts';
import type { ProgramSource } from '../executed-program.ts';
import type { LessonScope } from '../lesson-scope.ts';
import { lookUpRange } from '../look-up-range.ts';
import { parseWhen } from '../reading-grammar.ts';
import { lineOfMoment } from '../snapshot-at.ts';
import { UnreadableError } from '../unreadable-error.ts';

const forms = "`'total += i'`, `lab.js line 3`, `write total`, `freed block 1`, `growth` or `detached`";

/**
 * Reads `'total += i'; lab.js line 3; write total; freed block 1; growth; detached`. Reports at the node what the program does not
 * have: a line, code at a line, bytes.
 */
export async function readBreakpoints(
  scope: LessonScope,
  node: ContainerDirective,
  program: ProgramSource,
  text: string,
): Promise<readonly LessonBreakpoint[]> {
  const items = (text.match(/(?:'[^']*'|[^;'])+/g) ?? []).map((item) => item.trim()).filter((item) => item !== '');
  const repeated = firstRepeated(items);
  if (repeated !== null) scope.errors.at(node, `\`breakpoints\`: \`${repeated}\` stands here twice`);
  const found: LessonBreakpoint[] = [];
  for (const item of items) {
    const breakpoint = await readOne(scope, node, program, item);
    if (breakpoint) found.push(breakpoint);
  }
  return found;
}

async function readOne(
  scope: LessonScope,
  node: ContainerDirective,
  program: ProgramSource,
  item: string,
): Promise<LessonBreakpoint | null> {
  if (item === 'growth' || item === 'detached') return { kind: item };
  const [, verb, what = ''] = /^(write|freed) (.+)$/.exec(item) ?? [];
  if ((verb === 'write' || verb === 'freed') && node.name === 'exercise') {
    const why = 'what the learner writes moves addresses';
    scope.errors.at(
      node,
      `\`breakpoints\`: \`${item}\` is for programs, as ${why}; write a line, \`growth\` or \`detached\``,
    );
    return null;
  }
  if (verb === 'write' || verb === 'freed') {
    if (!scope.runs.has(program.id)) return null;
    const range = lookUpRange(scope, node, { program: program.id }, what);
    if (!range) return null;
    return verb === 'write' ? { kind: verb, range, label: what } : { kind: verb, address: range.start, label: what };
  }
  const when = parseWhen(`before ${item}`);
  if (when?.kind !== 'before' || /, time \d+$/.test(item)) {
    const isSymbol = scope.runs.get(program.id)?.state.layout.symbols.some(({ name }) => name === item);
    const advice = isSymbol && node.name !== 'exercise' ? `\`write ${item}\` to stop where it is written` : forms;
    scope.errors.at(node, `\`breakpoints\`: \`${item}\` is none; write ${advice}`);
    return null;
  }
  try {
    const { path, line } = lineOfMoment(program, when);
    const code = (await scope.runs.get(program.id)?.trace?.codeLines(path)) ?? [line];
    if (code.includes(line)) return { kind: 'line', path, line };
    const next = code.find((at) => at > line) ?? code.at(-1);
    const advice = next === undefined ? 'the file has none' : `line ${next} has`;
    throw new UnreadableError(`line ${line} of \`${path}\` has no code to stop at; ${advice}`);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    scope.errors.at(node, `\`breakpoints\`: ${error.message}`);
    return null;
  }
}
