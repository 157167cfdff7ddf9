import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { chromium } from '@playwright/test';
import { serve } from '../../../tools/serve.mjs';
import { launchOptions } from '../../compiler-page/open.mjs';

/** Headless Chromium. `measure` asks a new worker of its page. */
export async function openChromium(folders) {
  const server = await serve(folders.page);
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => 'measureInWorker' in globalThis);
  return {
    name: `Chromium ${browser.version()}`,
    measure: (request) => page.evaluate((asked) => globalThis.measureInWorker(asked), request),
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** This Node. `measure` asks a new worker. */
export function openNode(folders) {
  return {
    name: `Node ${process.versions.node}`,
    measure: (request) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(join(folders.node, 'node-worker.js'), {
          workerData: { request, files: folders.page },
        });
        worker.once('message', resolve);
        worker.once('error', reject);
      }),
    close() {},
  };
}
