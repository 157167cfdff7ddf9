import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tools/serve.mjs';

/** The built site on a free port of this machine. `.wasm` is given a wrong MIME type: that must not matter. */
export async function serveSite(): Promise<{ readonly address: string; close(): void }> {
  const folder = fileURLToPath(new URL('../../dist', import.meta.url));
  const server = (await serve(folder, { wasmType: 'text/plain' })) as Server;
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.closeAllConnections() ?? server.close() };
}
