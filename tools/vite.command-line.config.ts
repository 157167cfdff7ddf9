import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { fingerprintSources } from '../site/build/fingerprints.ts';

const within = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Bundles `bin/pagewise`'s program for Node. */
export default defineConfig({
  root: within('.'),
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['vite', 'wabt'] },
  // What it keeps is told apart by the sources that it was made of.
  define: { 'process.env.PAGEWISE_SOURCES': JSON.stringify(JSON.stringify(fingerprintSources())) },
  build: {
    ssr: within('site/lesson-command/thread.ts'),
    outDir: within('build/command-line'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'pagewise.js' } },
  },
});
