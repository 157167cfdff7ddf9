import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compilerAssets } from './playground/compiler/build/compiler-assets.ts';
import { sandboxAssets } from './playground/session/build/sandbox-assets.ts';
import { folderPlugin } from './site/build/folder-plugin.ts';
import { removeUnused } from './site/build/keep.ts';
import { createLessonTools } from './site/build/lesson-tools.ts';
import { createCourseBuild, lessonsPlugin } from './site/build/lessons-plugin.ts';
import { licencesPlugin } from './site/build/licences-plugin.ts';
import { prerenderPlugin } from './site/build/prerender-plugin.ts';

const project = fileURLToPath(new URL('.', import.meta.url));
const within = (path: string): string => resolve(project, path);
// LESSONS names the folder of another course.
const lessons = process.env.LESSONS ? resolve(process.env.LESSONS) : within('lessons');
const cache = within('build/cache/programs');
const course = createCourseBuild({ lessons, bugs: within('bugs') }, (modules) => createLessonTools(modules, cache));
const pagePlugins = () => [react(), lessonsPlugin(course), licencesPlugin(project)].flat();

export default defineConfig({
  root: within('site'),
  // Relative, so that the site works below any path of any static server.
  base: './',
  publicDir: within('site/public'),
  cacheDir: within('build/cache/vite'),
  plugins: [
    ...pagePlugins(),
    folderPlugin(within('build/runtime'), 'runtime', (name) => name !== 'sysroot.tar'),
    compilerAssets({ isRelease: process.env.PAGEWISE_RELEASE === '1' }),
    sandboxAssets(),
    { name: 'pagewise-cache', closeBundle: () => removeUnused(cache) },
    prerenderPlugin({ plugins: pagePlugins, root: within('site'), serverFolder: within('build/prerender') }),
  ],
  resolve: {
    // Its form for browsers asks the document, which the worker of the lesson compiler has not.
    alias: { 'decode-named-character-reference': within('node_modules/decode-named-character-reference/index.js') },
  },
  worker: { format: 'es' },
  build: {
    outDir: within('dist'), // `npm run release` names another
    emptyOutDir: true,
    target: 'es2024',
    // The lab with its editor is one large chunk, which no page waits for.
    chunkSizeWarningLimit: 5_000,
  },
  server: { fs: { allow: [project] } },
});
