import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const within = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Bundles `bin/pagewise`'s program for Node. */
export default defineConfig({
  root: within('.'),
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: within('playground/command-line/thread.ts'),
    outDir: within('build/command-line'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'pagewise.js' } },
  },
});
