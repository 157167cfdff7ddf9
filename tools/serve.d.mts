import type { Server } from 'node:http';

/** See `serve.mjs`. */
export function serve(
  folder: string,
  options?: { readonly port?: number; readonly wasmType?: string; readonly below?: string },
): Promise<Server>;
