import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the page looks for them: `runtime/` of the site, beside the glue and the engine. */
const frameFile = 'runtime/sandbox.html';
const workerFile = 'runtime/run-worker.js';

/**
 * Vite plugin for the site: emits the sandbox's frame as it is (its policy must not be touched) and the run worker as
 * one self-contained classic script, which the page hands to the frame as text. Serves both in dev, built anew.
 */
export function sandboxAssets(): Plugin {
  return {
    name: 'pagewise:sandbox-assets',
    async generateBundle() {
      if (this.environment.config.consumer !== 'client') return; // the prerendering build needs no sandbox
      this.emitFile({
        type: 'asset',
        fileName: frameFile,
        source: await readFile(here('../sandbox/frame.html'), 'utf8'),
      });
      this.emitFile({ type: 'asset', fileName: workerFile, source: await buildRunWorker() });
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        if (path.endsWith(`/${frameFile}`)) {
          response.setHeader('content-type', 'text/html').end(await readFile(here('../sandbox/frame.html')));
        } else if (path.endsWith(`/${workerFile}`)) {
          response.setHeader('content-type', 'text/javascript').end(await buildRunWorker());
        } else next();
      });
    },
  };
}

/** The run worker's source: everything inside, so that it starts from a blob without network. */
export async function buildRunWorker(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2024',
      copyPublicDir: false,
      lib: { entry: here('../sandbox/run-worker.ts'), formats: ['iife'], name: 'runWorker' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('the run worker was not built');
  return bundle.output[0].code;
}
