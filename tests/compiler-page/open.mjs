import { fileURLToPath } from 'node:url';
import { chromium as browserType } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../../tools/serve.mjs';
import { chromium } from '../../tools/setup/system-tools.mjs';

const within = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the page with the compiler, serves it with a wrong MIME type for `.wasm`, and starts Chromium. Returns the
 * browser, the page's address, and `close`. The caller closes on every path.
 */
export async function openCompilerPage() {
  await build({ configFile: within('./vite.config.ts') });
  const server = await serve(within('../../build/compiler-page'), { wasmType: 'text/plain' });
  const browser = await browserType.launch({
    executablePath: chromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    browser,
    address: `http://127.0.0.1:${server.address().port}/`,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
