import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { sandboxAssets } from '../playground/session/build/sandbox-assets.ts';
import { folderPlugin } from '../site/build/folder-plugin.ts';

const within = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Builds the page in which the test browser runs programs of lessons that Node.js cannot run. */
export default defineConfig({
  root: within('site/build/test-browser'),
  base: './',
  publicDir: false,
  cacheDir: within('build/cache/vite-test-browser'),
  logLevel: 'warn',
  plugins: [folderPlugin(within('build/runtime'), 'runtime', (name) => name !== 'sysroot.tar'), sandboxAssets()],
  worker: { format: 'es' },
  build: { outDir: within('build/test-browser'), emptyOutDir: true, target: 'es2024' },
});
