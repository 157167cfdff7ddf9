import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeServiceWorker } from './service-worker.ts';

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'site-'));
  copyFileSync(fileURLToPath(new URL('../public/service-worker.js', import.meta.url)), join(site, 'service-worker.js'));
});
afterEach(() => rmSync(site, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(join(site, name, '..'), { recursive: true });
  writeFileSync(join(site, name), text);
}

function written(): { files: readonly string[]; version: string } {
  writeServiceWorker(site);
  const source = readFileSync(join(site, 'service-worker.js'), 'utf8');
  const files = JSON.parse(/const files = (\[[^\]]*\]);/.exec(source)?.[1] ?? 'null') as readonly string[];
  return { files, version: /const version = "(\w+)";/.exec(source)?.[1] ?? '' };
}

describe('the service worker', () => {
  it('keeps pages by their folder and what they need, but neither the compiler nor the editor', () => {
    write('index.html', 'home');
    write('lessons/allocation/index.html', 'lesson');
    write('assets/index-1.js', 'entry');
    write('programs/a.wasm', 'program');
    write('runtime/engine.wasm', 'engine');
    write('compiler/clang.br', 'compiler');
    write('assets/editor-1.js', 'x'.repeat(1200 * 1024));
    write('404.html', 'not found');
    expect(written().files).toEqual([
      'assets/index-1.js',
      '',
      'lessons/allocation/',
      'programs/a.wasm',
      'runtime/engine.wasm',
    ]);
  });

  it('has another version when a file has another content', () => {
    write('index.html', 'before');
    const { version } = written();
    copyFileSync(
      fileURLToPath(new URL('../public/service-worker.js', import.meta.url)),
      join(site, 'service-worker.js'),
    );
    write('index.html', 'after');
    expect(written().version).not.toBe(version);
    expect(version).toMatch(/^[\da-f]{12}$/);
  });
});
