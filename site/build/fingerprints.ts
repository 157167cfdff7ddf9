import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compilerParts } from '../../playground/compiler/node-compiler.ts';
import { checkout } from './checkout.ts';

/** What decides how a program is compiled, and how a lesson is. */
export interface SourceFingerprints {
  readonly compiler: string;
  readonly lessons: string;
}

/** Folders of the playground that no lesson's outcome depends on. */
const drawn = /^(panels|editor|lab|command-line)\//;

/** The sources as they are on the disk. */
export function fingerprintSources(): SourceFingerprints {
  const compiler = sourcesIn('playground/compiler');
  const playground = sourcesIn('playground').filter((path) => !drawn.test(path.slice('playground/'.length)));
  return {
    compiler: digest(compiler),
    lessons: digest([
      ...playground,
      ...sourcesIn('site/build'),
      ...sourcesIn('site/lesson-command'),
      'package-lock.json',
    ]),
  };
}

/** The sources of which this code was made: a bundle may be older than what is on the disk, and names its own. */
const sources = (): SourceFingerprints =>
  process.env.PAGEWISE_SOURCES ? JSON.parse(process.env.PAGEWISE_SOURCES) : fingerprintSources();

/** Names the compiler: two with the same name make the same module of the same program. */
export function compilerFingerprint(): string {
  const { llvm, sysroot } = compilerParts();
  // The sources decide the arguments that clang and lld get.
  return sources().compiler + installedAs('@yowasp/clang', llvm) + digest([sysroot]);
}

/** Names the contents of a package's file as npm installed it, by the digest that npm checked: the compiler has 75 MB. */
function installedAs(name: string, path: string): string {
  const packages = path.slice(0, path.lastIndexOf(`/${name}/`));
  const list = join(packages, '.package-lock.json');
  const installed = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).packages : {};
  const integrity: unknown = installed[`node_modules/${name}`]?.integrity;
  return typeof integrity === 'string' ? `${integrity}${statSync(path).size}` : digest([path]);
}

/** Names all that decides what becomes of a lesson and of an attempt at an exercise: compiler, engine, glue, checks, Node. */
export function lessonFingerprint(): string {
  const made = ['engine.wasm', 'glue.mjs', 'glue-embind.mjs'].map((name) => join('build/runtime', name));
  return compilerFingerprint() + sources().lessons + digest(made) + process.version;
}

/** Paths are absolute, or relative to the checkout. */
function digest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(path.startsWith('/') ? path : join(checkout(), path));
    hash.update(`${path.startsWith('/') ? '' : path}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(checkout(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
