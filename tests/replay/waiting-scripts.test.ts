import { expect, it } from 'vitest';
import { compileEmbind, embindPrograms } from '../embind/programs.ts';
import { compareWithReal } from './exactness.ts';
import { engine, performInNode } from './node-stage.ts';
import { freezeChance, type Manner } from './perform.ts';

freezeChance();

const waiting = embindPrograms().filter(({ script }) => script.includes('await'));

it.each(waiting.map((program) => [program.name, program] as const))(
  'a replay of %s, which goes on from promises, ends with every byte of the real memory',
  async (_name, program) => {
    const wasm = await compileEmbind(program);
    const run = (manner: Manner) => performInNode({ wasm, script: program.script }, manner);
    const { problems, steps } = await compareWithReal(engine, wasm, run, 0);
    expect(problems).toEqual([]);
    expect(steps).toBeGreaterThan(0);
  },
);
