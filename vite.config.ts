import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createCourseBuild, lessonsPlugin } from './site/build/lessons-plugin.ts';
import { licencesPlugin } from './site/build/licences-plugin.ts';
import { prerenderPlugin } from './site/build/prerender-plugin.ts';
import { runtimePlugin } from './site/build/runtime-plugin.ts';
import { serviceWorkerPlugin } from './site/build/service-worker-plugin.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const course = createCourseBuild(process.env.LESSONS ? process.cwd() && resolveFolder(process.env.LESSONS) : here('./lessons'));

export default defineConfig({
  root: here('./site'),
  // Relative, so that the site works below any path of any static server.
  base: './',
  publicDir: here('./site/public'),
  cacheDir: here('./build/cache/vite'),
  plugins: [
    react(),
    lessonsPlugin(course),
    licencesPlugin(here('.')),
    runtimePlugin(here('./build/runtime')),
    prerenderPlugin(),
    serviceWorkerPlugin(),
  ],
  worker: { format: 'es' },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2024',
    manifest: true,
    // Lessons and the lab arrive in chunks of their own; the first page needs neither.
    chunkSizeWarningLimit: 4_000,
  },
  server: { fs: { allow: [here('.')] } },
});

function resolveFolder(folder: string): string {
  return fileURLToPath(new URL(folder.endsWith('/') ? folder : `${folder}/`, `file://${process.cwd()}/`));
}
