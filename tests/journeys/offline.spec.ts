import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { serve } from '../../tools/serve.mjs';

test('after one visit with a compile, the site compiles and runs without its server', async ({ page }) => {
  const server = await serve(fileURLToPath(new URL('../../dist', import.meta.url)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const status = page.locator('.lab-status');
  const typeAndRun = async (text: string): Promise<void> => {
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    await expect(status).toContainText('exit code 0', { timeout: 90_000 });
  };
  await page.goto(`http://127.0.0.1:${port}/playground/`);
  await expect(status).toContainText('exit code 0');
  await typeAndRun('// one\n');
  // What the first visit loaded is kept in the background.
  await expect.poll(() => page.evaluate(keepsTheEditor), { timeout: 60_000 }).toBe(true);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await page.reload();
  await typeAndRun('// two\n');

  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await expect(page.locator('.code-editor:focus-within')).toHaveCount(0);
});

/** Runs in the page. */
async function keepsTheEditor(): Promise<boolean> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const scripts = loaded.filter((name) => name.includes('/assets/') && name.endsWith('.js'));
  const kept = await Promise.all(scripts.map((name) => caches.match(name)));
  return scripts.length > 0 && kept.every((response) => response !== undefined);
}
