import { expect, it } from 'vitest';
import type { Program } from './program.ts';
import { ScriptStack } from './script-stack.ts';
import { variantBench } from './variant-bench.ts';
import { Variants } from './variants.ts';

it('waits for the first promise of a variant at once: in its time nothing else is made, and its rejection is taken', async () => {
  const variants = new Variants(new ScriptStack(), { TypeError });
  const did: string[] = [];
  variants.measure('waits', async () => {
    did.push('begun');
    await null;
    did.push('settled');
  });
  variants.close();
  const bench = variantBench({
    variants,
    program: { memory: new WebAssembly.Memory({ initial: 1 }) } as Program,
    async evaluate(source) {
      did.push('made');
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { run: new Function(`return ${source}`)(), address: '', offset: 0 };
    },
    located: async (outcome) => outcome,
  });
  expect(await bench.time(0, 1)).toMatchObject({ problem: null });
  expect(did).toEqual(['made', 'begun', 'settled', 'made']);
  expect(await bench.time(0, 3)).toMatchObject({ problem: null, grownPages: 0 });
  expect(did).toHaveLength(10);
});
