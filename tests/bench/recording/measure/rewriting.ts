import { recordProgram } from '../../../../playground/trace/engine.ts';
import { engineOf, type Platform } from './platform.ts';

export interface Rewriting {
  /** Of each time. */
  readonly milliseconds: readonly number[];
  /** Bytes. */
  readonly before: number;
  readonly after: number;
}

/** Rewrites a module so often, after once that is not counted. */
export async function measureRewriting(platform: Platform, name: string, times: number): Promise<Rewriting> {
  const engine = await engineOf(platform);
  const wasm = await platform.read(name);
  const milliseconds: number[] = [];
  let after = 0;
  for (let time = 0; time <= times; time++) {
    const start = performance.now();
    const recorded = await recordProgram(engine, wasm, 'instance');
    if (time > 0) milliseconds.push(performance.now() - start);
    if (recorded.status === 'malformed') throw new Error(`${name}: ${recorded.reason}`);
    after = recorded.wasm.length;
  }
  return { milliseconds, before: wasm.length, after };
}
