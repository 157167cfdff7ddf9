import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { serve } from '../../tools/serve.mjs';

/** Tests with `site`: the address of the built site, below a sub-path and with a wrong MIME type for `.wasm`. */
export const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const folder = fileURLToPath(new URL('../../dist', import.meta.url));
      const server = await serve(folder, { wasmType: 'text/plain', below: '/course/' });
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/course/`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
