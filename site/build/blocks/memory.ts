import type { Element } from 'hast';
import { toString as plainText } from 'mdast-util-to-string';
import { z } from 'zod';
import { originalLanguage } from '../../../playground/lesson/lesson.ts';
import { type Words, wordsIn } from '../../../playground/words/words.ts';
import { altAttribute, captionAttribute, readAttributes } from '../attributes.ts';
import type { LeafDirective } from '../directives.ts';
import { breakable, caption, element, words } from '../html-element.ts';
import { type LessonScope, lookUpRun, meantProgram } from '../lesson-scope.ts';
import { lookUpRange } from '../look-up-range.ts';
import { type FigureSource, type MemoryFigure, memoryFigure } from '../memory-figure/figure-model.ts';
import { figureSvg } from '../memory-figure/figure-svg.ts';
import { figureLines } from '../memory-figure/figure-words.ts';
import { meantAttributes } from '../questions/question-reader.ts';

/** Bytes of a picture: more would fill a phone's screen several times. */
const mostBytes = 160;

/** What an author writes in `::memory{…}`. */
export const memoryFigureAttributes = {
  ...meantAttributes,
  shown: z.string().meta({ description: 'ranges separated by `;`: at most 160 bytes' }),
  alt: altAttribute,
  caption: captionAttribute,
};

/** `::memory`: a picture of some bytes at a moment of a real run, and the same in words. */
export function compileMemory(node: LeafDirective, scope: LessonScope): void {
  const attributes = readAttributes(node, memoryFigureAttributes, scope.errors);
  if (plainText(node) !== '') scope.errors.at(node, 'write the text below a picture as `caption="…"`');
  const source = attributes && readSource(node, scope, attributes);
  if (!source) return;
  const ranges = attributes.shown.split(';').map((text) => lookUpRange(scope, node, attributes, text.trim()));
  const shown = ranges.filter((range) => range !== null).sort((a, b) => a.start - b.start);
  if (shown.length < ranges.length) return;
  if (shown.some(({ end }, index) => end > (shown[index + 1]?.start ?? source.memory.length))) {
    scope.errors.at(
      node,
      `the ranges of \`shown="${attributes.shown}"\` overlap, or leave memory; write each byte once`,
    );
    return;
  }
  const total = shown.reduce((sum, { start, end }) => sum + end - start, 0);
  if (total > mostBytes) {
    scope.errors.at(node, `\`shown\` has ${total} bytes; a picture of memory has at most ${mostBytes}`);
    return;
  }
  const figure = memoryFigure(source, shown);
  node.data = {
    hName: 'figure',
    hProperties: { className: ['memory'] },
    hChildren: [
      figureSvg(figure, attributes.alt),
      ...caption(attributes.caption),
      inWords(figure, wordsIn(scope.language)),
    ],
  };
}

function readSource(
  node: LeafDirective,
  scope: LessonScope,
  meant: { readonly program?: string | undefined; readonly moment?: string | undefined },
): FigureSource | null {
  const program = meantProgram(scope, node, meant.program);
  const run = program && lookUpRun(scope, node, meant);
  if (!run) return null;
  const { state, memory, moment } = run;
  if (moment) return { state, memory, moment, changes: moment.changes };
  const trace = scope.runs.get(program.id)?.trace;
  // At the end no call is open; the globals have their types still.
  return { state, memory, moment: trace ? trace.momentAt(trace.steps) : null, changes: [] };
}

function inWords(figure: MemoryFigure, { lesson: { figure: said } }: Words): Element {
  const lines = figureLines(figure);
  const heads = said.heads.map((name) => element('th', { scope: 'col' }, [words(name)]));
  const rows = lines.map(({ addresses, name, bytes, remarks }) =>
    element('tr', {}, [
      element('td', {}, [element('code', {}, [words(addresses)])]),
      element('td', {}, name === '' ? [words('–')] : breakable(name, /(?<=[\w\]])(?=\.)/)),
      element('td', {}, [element('code', {}, [words(bytes)])]),
      element('td', {}, [words(remarks)]),
    ]),
  );
  return element('details', { className: ['memory-words'] }, [
    element('summary', {}, [words(said.words)]),
    element('table', { lang: originalLanguage }, [
      element('thead', {}, [element('tr', {}, heads)]),
      element('tbody', {}, rows),
    ]),
  ]);
}
