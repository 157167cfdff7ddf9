import { toString as plainText } from 'mdast-util-to-string';
import { z } from 'zod';
import { panelNames, type Selection } from '../../../playground/lesson/program.ts';
import { formatSelection, parseSelection } from '../../../playground/lesson/selection.ts';
import { jumpTo } from '../../../playground/view-model/jump.ts';
import { wordsIn } from '../../../playground/words/words.ts';
import { programIdAttribute, readAttributes } from '../attributes.ts';
import type { TextDirective } from '../directives.ts';
import { allFiles } from '../executed-program.ts';
import { formatValue } from '../format-value.ts';
import { breakable } from '../html-element.ts';
import { type LessonScope, lookUpRun, lookUpValue, type Meant, meantProgram } from '../lesson-scope.ts';
import { lookUpRange } from '../look-up-range.ts';
import { suggest } from '../nearest.ts';
import { compileTerm } from './term.ts';

const names = ['value', 'see', 'region', 'term'] as const;

/** What an author writes in `:value[…]{…}`. */
export const valueAttributes = {
  program: programIdAttribute,
  read: z.string().meta({ description: 'a reading: `address(greeting)`' }),
  as: z
    .enum(['hex', 'decimal', 'pages'])
    .optional()
    .meta({ description: 'how a number is written', otherwise: 'as the reading has it' }),
};

/** What an author writes in `:see[…]{…}`: at least one of `select`, `panel`, `line` and `moment`. */
export const seeAttributes = {
  program: programIdAttribute,
  select: z
    .string()
    .optional()
    .meta({ description: 'a symbol, `block 1`, `view 1`, or a range, whose ends may be readings' }),
  panel: z.enum(panelNames).optional().meta({ description: 'the panel that opens' }),
  moment: z
    .string()
    .optional()
    .meta({ description: "where the lab goes: `after 'total += i', time 2`", otherwise: 'it stays' }),
  line: z
    .string()
    .regex(/^[1-9]\d*$/, 'must be a line number')
    .optional()
    .meta({ description: 'the number of a line' }),
  file: z.string().optional().meta({ description: 'in which file that line is', otherwise: 'the first' }),
};

/** What an author writes in `:region[…]{…}`. */
export const regionAttributes = { kind: z.enum(['data', 'stack', 'heap', 'free']) };

/** Gives a text directive the element it becomes. */
export function compileInline(node: TextDirective, scope: LessonScope): void {
  switch (node.name) {
    case 'value':
      compileValue(node, scope);
      break;
    case 'see':
      compileSee(node, scope);
      break;
    case 'region':
      compileRegion(node, scope);
      break;
    case 'term':
      compileTerm(node, scope);
      break;
    default: {
      const hint = suggest(node.name, names);
      scope.errors.at(node, `\`:${node.name}\` is no block; ${hint}, or \`\\:${node.name}\` for the text`);
    }
  }
}

function compileValue(node: TextDirective, scope: LessonScope): void {
  const attributes = readAttributes(node, valueAttributes, scope.errors);
  const label = plainText(node);
  if (label === '') scope.errors.at(node, 'say what the value is: `:value[address of greeting]{…}`');
  if (!attributes) return;
  const value = lookUpValue(scope, node, attributes, attributes.read);
  if (!value) {
    node.data = {
      hName: 'data',
      hProperties: { className: ['value'], title: wordsIn(scope.language).lesson.unread(label) },
      hChildren: [{ type: 'text', value: '…' }],
    };
    return;
  }
  if (attributes.as && value.kind !== 'number')
    scope.errors.at(
      node,
      `\`as="${attributes.as}"\` is for numbers; \`${attributes.read}\` gives ${value.kind}: leave it out`,
    );
  const text = formatValue(value, attributes.as ?? null, scope.language);
  const raw = value.kind === 'number' ? String(value.value) : text;
  node.data = {
    hName: 'data',
    hProperties: { className: ['value'], value: raw, title: wordsIn(scope.language).lesson.read(label) },
    // A line of JSON does not break within a number.
    hChildren: breakable(text, /(?<=,)(?=[^\s\d])/),
  };
}

function compileSee(node: TextDirective, scope: LessonScope): void {
  const attributes = readAttributes(node, seeAttributes, scope.errors);
  const program = attributes && meantProgram(scope, node, attributes.program);
  if (!attributes || !program) return;
  const { select, panel, line, moment } = attributes;
  if (select === undefined && panel === undefined && line === undefined && moment === undefined) {
    scope.errors.at(node, '`see` needs `select="…"`, `panel="…"`, `line="…"` or `moment="…"`');
    return;
  }
  const then = lookUpRun(scope, node, attributes);
  const selection =
    select === undefined ? null : (parseSelection(select) ?? rangeSelection(node, scope, attributes, select));
  if (select !== undefined && selection === null) return;
  const run = then ?? scope.runs.get(program.id);
  const symbols = run?.state.layout.symbols;
  if (selection?.kind === 'symbol' && symbols && !symbols.some((symbol) => symbol.name === selection.name)) {
    const known = symbols.map((symbol) => symbol.name).slice(0, 20);
    scope.errors.at(
      node,
      `program \`${program.id}\` has no global \`${selection.name}\`; ${suggest(selection.name, known)}`,
    );
  }
  if (selection && selection.kind !== 'symbol' && run) {
    const jump = jumpTo(formatSelection(selection), run.state);
    if (!jump.ok) scope.errors.at(node, `\`select\`: ${jump.message}`);
  }
  const files = allFiles(program);
  const file = attributes.file === undefined ? files[0] : files.find((each) => each.path === attributes.file);
  if (file === undefined) {
    const paths = files.map((each) => each.path);
    scope.errors.at(
      node,
      `program \`${program.id}\` has no file \`${attributes.file}\`; ${suggest(attributes.file ?? '', paths)}`,
    );
    return;
  }
  if (line !== undefined && Number(line) > file.text.split('\n').length) {
    scope.errors.at(node, `\`${file.path}\` has no line ${line}`);
  }
  node.data = {
    hName: 'a',
    hProperties: {
      className: ['see'],
      href: `#${program.id}`,
      dataProgram: program.id,
      ...(selection && { dataSelect: formatSelection(selection) }),
      ...(panel && { dataPanel: panel }),
      ...(then?.moment && { dataStep: String(then.moment.step) }),
      ...(line && { dataLine: line, dataFile: file.path }),
    },
  };
}

function rangeSelection(node: TextDirective, scope: LessonScope, meant: Meant, text: string): Selection | null {
  const range = lookUpRange(scope, node, meant, text);
  return range && { kind: 'range', ...range };
}

function compileRegion(node: TextDirective, scope: LessonScope): void {
  const attributes = readAttributes(node, regionAttributes, scope.errors);
  if (!attributes) return;
  node.data = { hName: 'span', hProperties: { className: ['region'], dataRegion: attributes.kind } };
}
