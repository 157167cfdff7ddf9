import { fileURLToPath } from 'node:url';
import { chromium as browserType } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../../tools/serve.mjs';
import { chromium } from '../../tools/setup/system-tools.mjs';

const within = (path) => fileURLToPath(new URL(path, import.meta.url));

/** How Chromium is started here: the system's own, headless. */
export const launchOptions = {
  executablePath: chromium() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
};

/** Builds the page with the compiler and serves it with a wrong MIME type for `.wasm`. Returns its address and `close`. */
export async function serveCompilerPage() {
  await build({ configFile: within('./vite.config.ts') });
  const server = await serve(within('../../build/compiler-page'), { wasmType: 'text/plain' });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The same with a browser. The caller closes on every path. */
export async function openCompilerPage() {
  const { address, close } = await serveCompilerPage();
  const browser = await browserType.launch(launchOptions);
  return {
    browser,
    address,
    async close() {
      await browser.close();
      await close();
    },
  };
}
