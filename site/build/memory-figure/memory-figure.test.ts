import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ByteRange, toAddress } from '../../../playground/trace/memory-state.ts';
import { formatByte } from '../../../playground/view-model/hexadecimal.ts';
import { placeNamed } from '../../../playground/view-model/place.ts';
import type { ExecutedProgram, ProgramSource, Snapshot } from '../executed-program.ts';
import { createProgramRunner } from '../program-runner.ts';
import { parseWhen } from '../reading-grammar.ts';
import { snapshotAt } from '../snapshot-at.ts';
import { exampleProgram } from '../testing-tools.ts';
import { type FigureSource, memoryFigure } from './figure-model.ts';
import { figureSvg } from './figure-svg.ts';
import { figureLines } from './figure-words.ts';

const program: ProgramSource = {
  ...exampleProgram,
  files: [
    {
      path: 'main.cpp',
      text: `#include <cstdint>
#include <cstdlib>
struct Pair { std::uint8_t kind; std::uint32_t size; };
Pair pair{7, 0x01020304};
Pair* chosen = nullptr;
char word[8] = "byte";
extern "C" __attribute__((export_name("pair_address"), used)) Pair* pair_address() { return &pair; }
int main() {
  chosen = &pair;
  chosen->size = 0x01020399;
  word[4] = 's';
  void* block = std::malloc(8);
  std::free(block);
}
`,
    },
  ],
  javascript: {
    path: 'lab.js',
    text: 'const pairs = new Uint8Array(memory.buffer, exports.pair_address(), 8);\nconst all = new Uint8Array(memory.buffer);\n',
  },
};

const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
let run: ExecutedProgram;
beforeAll(async () => {
  const ran = await createProgramRunner(folder).run(program);
  if ('diagnostics' in ran) throw new Error(JSON.stringify(ran.diagnostics));
  run = ran;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const at = (moment: string): FigureSource => {
  const when = parseWhen(moment);
  if (!when) throw new Error(moment);
  const { state, memory, moment: found }: Snapshot = snapshotAt(run, program, when);
  return { state, memory, moment: found, changes: found?.changes ?? [] };
};
const ranges = (source: FigureSource, ...names: readonly string[]): readonly ByteRange[] =>
  names.flatMap((name) => placeNamed(name, source.state)?.range ?? []).sort((a, b) => a.start - b.start);

describe('a picture of memory', () => {
  it('tells fields, padding, and what the step changed', () => {
    const source = at("after 'chosen->size'");
    const lines = figureLines(memoryFigure(source, ranges(source, 'pair')));
    expect(lines.map(({ name, bytes, remarks }) => [name, bytes, remarks])).toEqual([
      ['pair.kind', '07', expect.stringMatching(/^static data; value 7$|^static data; value .*7/)],
      ['padding in pair', '00 00 00', 'static data'],
      ['pair.size', '99 03 02 01', 'static data; value 16909209; changed by this step, before: 04 03 02 01'],
    ]);
  });

  it('leads an arrow from a pointer to what it points at, where both are shown', () => {
    const source = at("after 'chosen = &pair'");
    const both = memoryFigure(source, ranges(source, 'pair', 'chosen'));
    expect(both.arrows).toEqual([
      { from: placeNamed('chosen', source.state)?.range, to: placeNamed('pair', source.state)?.range.start },
    ]);
    expect(memoryFigure(source, ranges(source, 'chosen')).arrows).toEqual([]);
    const before = at("before 'chosen = &pair'");
    expect(memoryFigure(before, ranges(before, 'pair', 'chosen')).arrows).toEqual([]);
  });

  it('names an array of characters once, and never a byte by a view over all of memory', () => {
    const { state, memory } = run;
    const source: FigureSource = { state, memory, moment: run.trace?.momentAt(run.trace.steps) ?? null, changes: [] };
    const figure = memoryFigure(source, ranges(source, 'word', 'pair'));
    expect(figureLines(figure).find(({ name }) => name === 'word')?.bytes).toBe('62 79 74 65 73 00 00 00');
    expect(figure.views.map(({ label }) => label)).toEqual(['view 1: Uint8Array']);
  });

  it('marks the bytes of a freed block', () => {
    const { state, memory } = run;
    const source: FigureSource = { state, memory, moment: null, changes: [] };
    const figure = memoryFigure(source, ranges(source, 'block 1'));
    expect(figureLines(figure).map(({ name }) => name)).toEqual(['block 1, freed']);
    expect(toHtml(figureSvg(figure, 'A freed block'))).toContain('class="freed"');
  });

  it('draws and tells exactly the bytes of memory, whichever are shown', () => {
    const { state, memory } = run;
    const source: FigureSource = { state, memory, moment: run.trace?.momentAt(run.trace.steps) ?? null, changes: [] };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: memory.length - 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (first, size, gap, more) => {
          const second = first + size + gap;
          const shown = [
            [first, first + size],
            [second, second + more],
          ].map(([start = 0, end = 0]) => ({ start: toAddress(start), end: toAddress(end) }));
          const figure = memoryFigure(source, shown);
          const expected = shown
            .flatMap(({ start, end }) => [...memory.subarray(start, end)].map(formatByte))
            .join(' ');
          expect(
            figureLines(figure)
              .map(({ bytes }) => bytes)
              .join(' '),
          ).toBe(expected);
          const drawn = [...toHtml(figureSvg(figure, 'bytes')).matchAll(/class="value">([\dA-F]{2})</g)].map(
            ([, byte]) => byte,
          );
          expect(drawn.join(' ')).toBe(expected);
        },
      ),
    );
  });
});
