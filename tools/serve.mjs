import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Serves the files below `folder` on 127.0.0.1. `port` 0 takes a free one. `wasmType` replaces the MIME type of
 * `.wasm` (tests do that); `below` is a sub-path such as `/course/`; `post` answers to what is posted, which is refused without
 * it. Resolves to the server once it listens.
 */
export function serve(folder, { port = 0, wasmType = types['.wasm'], below = '/', post = refuse } = {}) {
  const server = createServer((request, response) => {
    if (request.method === 'POST') return void post(request, response);
    const path = fileFor(folder, request.url ?? '/', below);
    if (!path) {
      const missing = fileFor(folder, `${below}404.html`, below);
      response.writeHead(404, { 'content-type': types['.html'] });
      if (missing && 'file' in missing) createReadStream(missing.file).pipe(response);
      else response.end('Not found');
      return;
    }
    if ('redirect' in path) return void response.writeHead(301, { location: path.redirect }).end();
    const type = extname(path.file) === '.wasm' ? wasmType : (types[extname(path.file)] ?? 'application/octet-stream');
    response.writeHead(200, { 'content-type': type, 'content-length': path.size, 'cache-control': 'no-cache' });
    if (request.method === 'HEAD') response.end();
    else createReadStream(path.file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const refuse = (_request, response) => response.writeHead(405, { allow: 'GET, HEAD' }).end();

function fileFor(folder, url, below) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!name.startsWith(below) || name.includes('\0')) return null;
  const path = normalize(join(folder, name.slice(below.length)));
  if (path !== normalize(folder) && !path.startsWith(normalize(folder) + sep) && path !== normalize(folder + sep))
    return null;
  const found = stat(path);
  if (found?.isFile()) return { file: path, size: found.size };
  if (!found?.isDirectory()) return null;
  if (!name.endsWith('/')) return { redirect: `${name}/` };
  const index = join(path, 'index.html');
  const page = stat(index);
  return page?.isFile() ? { file: index, size: page.size } : null;
}

function stat(path) {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
