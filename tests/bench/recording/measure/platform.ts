import type { CreateGlue } from '../../../../playground/session/host/glue.ts';

/** Where something is measured: a worker of a page, or one of Node. */
export interface Platform {
  /** A file that the benchmark laid out: `engine.wasm`, a program, another module. */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>;
  createGlue(): Promise<CreateGlue>;
}

/** The engine, compiled. */
export async function engineOf(platform: Platform): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await platform.read('engine.wasm'));
}
