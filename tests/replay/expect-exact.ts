import { expect, it } from 'vitest';
import { type CorpusProgram, compileProgram } from './corpus.ts';
import { compareWithReal } from './exactness.ts';
import { engine, performInNode } from './node-stage.ts';
import { freezeChance } from './perform.ts';

freezeChance();

/** Steps along each run at which memory is compared. */
const places = 4;

/** Declares the test of one program. */
export function expectExact(program: CorpusProgram): void {
  it(program.name, async () => {
    const wasm = await compileProgram(program);
    const run = (manner: Parameters<typeof performInNode>[1]) =>
      performInNode({ wasm, script: program.script }, manner);
    const { problems, compared } = await compareWithReal(engine, wasm, run, places);
    expect(problems).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });
}
