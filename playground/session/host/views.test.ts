import { beforeEach, describe, expect, it } from 'vitest';
import { makeNodeRealm, type NodeRealm } from '../node/node-realm.ts';
import { Growths } from './growths.ts';
import { ScriptStack } from './script-stack.ts';
import { Views } from './views.ts';

let node: NodeRealm;
let memory: WebAssembly.Memory;
let scripts: ScriptStack;
let views: Views;
let growths: Growths;

beforeEach(() => {
  node = makeNodeRealm();
  memory = new WebAssembly.Memory({ initial: 1, maximum: 10 });
  scripts = new ScriptStack();
  views = new Views(memory, scripts);
  growths = new Growths(memory, views, scripts);
  views.watch(node.realm);
});

/** Runs a script as the editor does; returns what it returns. */
async function script(source: string, scope: Record<string, unknown> = {}): Promise<unknown> {
  const names = Object.keys(scope);
  const { run, address } = await node.evaluate(`(async (memory, ${names.join(', ')}) => {${source}\n})`, 'script.js');
  scripts.add({ address, path: 'script.js', prefixLength: 0 });
  return run(memory, ...Object.values(scope));
}

const noted = () =>
  views.list().map(({ type, byteOffset, length, madeAtLine }) => [type, byteOffset, length, madeAtLine]);

describe('views that a script makes', () => {
  it('are noted with type, place, length and line, whichever way they are made', async () => {
    await script(`
      const bytes = new Uint8Array(memory.buffer);
      const words = new Int32Array(memory.buffer, 16, 4);
      const part = bytes.subarray(4, 8);
      const data = new DataView(memory.buffer, 100);
      const again = new Float64Array(part.buffer, 8, 1);
      const big = Reflect.construct(BigInt64Array, [memory.buffer, 0, 2]);`);
    expect(noted()).toEqual([
      ['Uint8Array', 0, 65_536, 2],
      ['Int32Array', 16, 4, 3],
      ['Uint8Array', 4, 4, 4],
      ['DataView', 100, 65_436, 5],
      ['Float64Array', 8, 1, 6],
      ['BigInt64Array', 0, 2, 7],
    ]);
  });

  it('are not noted when they lie over other buffers', async () => {
    await script('new Uint8Array(4); new Uint8Array(memory.buffer).slice(0, 4).map((x) => x); Uint8Array.from([1]);');
    expect(noted()).toEqual([['Uint8Array', 0, 65_536, 1]]);
  });

  it('are not noted when the host makes them, even under a call from a script', async () => {
    const realm = node.realm as unknown as typeof globalThis;
    await script('host();', { host: () => new realm.Uint8Array(memory.buffer) });
    expect(noted()).toEqual([]);
  });

  it('look as they always did', async () => {
    const seen = await script(`
      class Mine extends Uint8Array {}
      const view = new Uint8Array(memory.buffer), mine = new Mine(memory.buffer, 0, 1);
      return [view instanceof Uint8Array, view.constructor === Uint8Array, Uint8Array.name, Uint8Array.length,
        view.subarray(1).constructor === Uint8Array, Uint8Array.BYTES_PER_ELEMENT, mine instanceof Mine,
        Object.prototype.toString.call(view), Uint8Array.from([7])[0], Uint8Array.of(8)[0],
        Object.getPrototypeOf(view) === Uint8Array.prototype].join();`);
    expect(seen).toBe('true,true,Uint8Array,3,true,1,true,[object Uint8Array],7,8,true');
  });

  it('throw what they always threw', async () => {
    await expect(script('new Int32Array(memory.buffer, 2)')).rejects.toThrow(/multiple of 4/);
    await expect(script('Uint8Array(memory.buffer)')).rejects.toThrow(/requires 'new'/);
  });

  it('are bounded in number, and the latest stay', async () => {
    await script(
      'globalThis.kept = []; for (let i = 0; i < 2000; i++) kept.push(new Uint8Array(memory.buffer, i, 1));',
    );
    expect(views.list().length).toBeLessThanOrEqual(500);
    expect(views.list().at(-1)).toMatchObject({ id: 2000, byteOffset: 1999 });
  });
});

describe('growth', () => {
  it('detaches the views that were there, told by its line, and no later ones', async () => {
    await script('const a = new Uint8Array(memory.buffer);\nmemory.grow(1);\nconst b = new Uint8Array(memory.buffer);');
    expect(views.list().map(({ state }) => state)).toEqual([
      { kind: 'detached', byLine: 2, growth: 0, inStep: 0 },
      { kind: 'live' },
    ]);
    expect(growths.list).toEqual([{ from: 1, to: 2, by: 'javascript' }]);
  });

  it('by zero pages detaches as well', async () => {
    await script('const a = new Uint8Array(memory.buffer);\n\nmemory.grow(0);');
    expect(views.list()[0]?.state).toEqual({ kind: 'detached', byLine: 3, growth: 0, inStep: 0 });
    expect(growths.list).toEqual([{ from: 1, to: 1, by: 'javascript' }]);
  });

  it('in a host call is the program’s, with the line that called into it', async () => {
    const malloc = () => growths.duringHostCall(() => memory.grow(1));
    await script('const a = new Uint8Array(memory.buffer);\nmalloc();', { malloc });
    expect(views.list()[0]?.state).toEqual({ kind: 'detached', byLine: 2, growth: 0, inStep: 0 });
    expect(growths.list).toEqual([{ from: 1, to: 2, by: 'program' }]);
  });

  it('that went unnoticed is found at the next look', async () => {
    await script('const a = new Uint8Array(memory.buffer);');
    WebAssembly.Memory.prototype.grow.call(memory, 2);
    growths.check();
    expect(views.list()[0]?.state).toEqual({ kind: 'detached', byLine: null, growth: 0, inStep: 0 });
    expect(growths.list).toEqual([{ from: 1, to: 3, by: 'program' }]);
  });

  it('by instructions that tell of themselves counts each of them, and lists so many', () => {
    const byInstruction = (pages: number) => {
      WebAssembly.Memory.prototype.grow.call(memory, pages);
      growths.grewByInstruction();
    };
    for (const pages of [1, 0, 2]) byInstruction(pages);
    growths.check();
    expect(growths.list.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 2],
      [2, 4],
    ]);
    while (growths.changes < 6_000) byInstruction(0);
    expect(growths.list.length).toBe(5_000);
  });

  it('that fails changes nothing and throws as it always did', async () => {
    await script('const a = new Uint8Array(memory.buffer);');
    await expect(script('memory.grow(100)')).rejects.toThrow(RangeError);
    expect(growths.list).toEqual([]);
    expect(views.list()[0]?.state).toEqual({ kind: 'live' });
  });
});
