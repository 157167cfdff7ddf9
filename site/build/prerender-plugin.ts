import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { lessonName } from '../../playground/lesson/lesson.ts';
import type { Route } from '../app/route.ts';
import type { RenderedPage } from '../prerender/server.tsx';
import { firstLoadBudget, firstLoadSize } from './first-load.ts';
import { notFoundHtml } from './not-found-html.ts';
import { fillTemplate } from './page-html.ts';
import { writeServiceWorker } from './service-worker.ts';

interface PrerenderOptions {
  /** The plugins that the server's build shares with the site's. */
  readonly plugins: () => Plugin[];
  readonly root: string;
  /** Where the server's build goes. */
  readonly serverFolder: string;
}

/** After the site was written: renders every page into a file of its own, then lists all files for the service worker. */
export function prerenderPlugin({ plugins, root, serverFolder }: PrerenderOptions): Plugin {
  return {
    name: 'pagewise-prerender',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler(options, bundle) {
        if (this.environment.config.consumer !== 'client') return;
        const folder = options.dir;
        if (folder === undefined) return this.error('the site has no folder to be written to');
        const chunks = new Map(
          Object.values(bundle).flatMap((each) =>
            each.type === 'chunk' && each.facadeModuleId?.startsWith('\0virtual:')
              ? [[each.facadeModuleId.slice(1), each.fileName]]
              : [],
          ),
        );
        const size = firstLoadSize(bundle);
        if (size > firstLoadBudget) {
          return this.error(
            `a first lesson needs ${size} bytes of compressed script and styles; ${firstLoadBudget} are allowed`,
          );
        }
        this.info(`a first lesson needs ${size} bytes of compressed script and styles before the editor`);
        const pages = await renderWith(plugins(), root, serverFolder);
        const template = readFileSync(join(folder, 'index.html'), 'utf8');
        for (const page of pages) writePage(folder, template, page, chunks);
        writeFileSync(join(folder, '404.html'), notFoundHtml);
        writeServiceWorker(folder);
      },
    },
  };
}

async function renderWith(plugins: Plugin[], root: string, outDir: string): Promise<readonly RenderedPage[]> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    plugins,
    publicDir: false,
    build: { ssr: 'prerender/server.tsx', outDir, emptyOutDir: true, target: 'es2024' },
    // Bundled, so that React and its companions are the ones of this build.
    ssr: { noExternal: true },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const { renderPages } = (await import(`${pathToFileURL(join(outDir, 'server.js')).href}?${Date.now()}`)) as {
    renderPages: () => Promise<readonly RenderedPage[]>;
  };
  return renderPages();
}

function writePage(folder: string, template: string, page: RenderedPage, chunks: ReadonlyMap<string, string>): void {
  const { route } = page;
  const html = fillTemplate(template, page, chunks.get(dataOf(route)) ?? null);
  mkdirSync(join(folder, page.address), { recursive: true });
  writeFileSync(join(folder, page.address, 'index.html'), html);
}

/** The module that holds what a page shows, where it has one. */
function dataOf(route: Route): string {
  if (route.page === 'lesson') return `virtual:lesson/${lessonName(route.slug, route.language)}`;
  return route.page === 'bug' ? 'virtual:bugs' : `virtual:${route.page}`;
}
