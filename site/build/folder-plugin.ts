import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const types: Record<string, string> = {
  wasm: 'application/wasm',
  mjs: 'text/javascript',
  js: 'text/javascript',
  html: 'text/html',
};

/** Serves a folder of built artefacts under `address/`, and copies what `isWanted` of it into the site. */
export function folderPlugin(folder: string, address: string, isWanted: (name: string) => boolean): Plugin {
  return {
    name: `pagewise-${address}`,
    generateBundle() {
      if (this.environment.config.consumer !== 'client') return;
      if (!existsSync(folder)) return this.error(`${folder} is missing; \`npm run build\` builds it first`);
      for (const path of filesBelow(folder)) {
        const name = relative(folder, path).split(sep).join('/');
        if (isWanted(name))
          this.emitFile({ type: 'asset', fileName: `${address}/${name}`, source: readFileSync(path) });
      }
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('change', (path) => {
        if (path.startsWith(folder)) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(`/${address}`, (request, response, next) => {
        const name = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/').slice(1);
        const path = join(folder, name);
        if (relative(folder, path).startsWith('..') || !existsSync(path) || !statSync(path).isFile()) return next();
        response.setHeader('Content-Type', types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
        response.end(readFileSync(path));
      });
    },
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
