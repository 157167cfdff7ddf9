import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compilerAssets } from '../../playground/compiler/build/compiler-assets.ts';

const within = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A page with the compiler and nothing else, for tests and benchmarks. */
export default defineConfig({
  root: within('.'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [compilerAssets()],
  worker: { format: 'es' },
  build: { outDir: within('../../build/compiler-page'), emptyOutDir: true, target: 'es2024' },
});
