import { expect, it } from 'vitest';
import { makeNodeRealm } from './node-realm.ts';

const { evaluate } = makeNodeRealm();
const answer = async (code: string): Promise<unknown> => (await evaluate(`() => { ${code} }`, '/lab.js')).run();

// A function with one `unreachable`, exported as `f`.
const trap = `
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;`;

it('knows a trap as an error', async () => {
  const code = `${trap} try { f(); } catch (error) {
    return [error instanceof WebAssembly.RuntimeError, error instanceof Error, error instanceof TypeError];
  }`;
  expect(await answer(code)).toEqual([true, true, false]);
});

it('knows what the engine throws for a wrong argument', async () => {
  const code = `try { new WebAssembly.Memory({}); } catch (error) {
    return [error instanceof TypeError, error instanceof Error, error instanceof RangeError];
  }`;
  expect(await answer(code)).toEqual([true, true, false]);
});

it("knows what this process's own classes throw", async () => {
  const code = `try { new TextDecoder('none'); } catch (error) { return [error instanceof RangeError, error instanceof Error]; }`;
  expect(await answer(code)).toEqual([true, true]);
});

it('takes none for an error of a derived class but its own', async () => {
  const code = `${trap} class Mine extends Error {}
    try { f(); } catch (error) {
      return [error instanceof Mine, new Mine() instanceof Mine, new Mine() instanceof Error, {} instanceof Error];
    }`;
  expect(await answer(code)).toEqual([false, true, true, false]);
});
