import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface ThirdPartyLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  readonly homepage: string;
  /** What it does in the site; empty for packages that others need. */
  readonly purpose: string;
  readonly text: string;
}

/** Works that reach the site inside of compiled files, not as packages. Their texts lie in `licence-texts/`. */
const compiledWorks: readonly (Omit<ThirdPartyLicence, 'text'> & { readonly file: string })[] = [
  {
    name: 'LLVM, clang, lld, libc++, libc++abi, libunwind, compiler-rt',
    version: '22',
    licence: 'Apache-2.0 WITH LLVM-exception',
    homepage: 'https://llvm.org/',
    purpose: 'The compiler in the page, and libraries inside of compiled programs.',
    file: 'llvm.txt',
  },
  {
    name: 'Emscripten',
    version: '6.0.5',
    licence: 'MIT',
    homepage: 'https://emscripten.org/',
    purpose: 'Headers, libraries and the JavaScript that hosts programs.',
    file: 'emscripten.txt',
  },
  {
    name: 'musl',
    version: '1.2',
    licence: 'MIT',
    homepage: 'https://musl.libc.org/',
    purpose: 'The C library inside of compiled programs.',
    file: 'musl.txt',
  },
  {
    name: 'mimalloc',
    version: '2',
    licence: 'MIT',
    homepage: 'https://github.com/microsoft/mimalloc',
    purpose: 'One of the allocators that a program can choose.',
    file: 'mimalloc.txt',
  },
];

/** All third-party works that the site delivers. Throws when one of them has no licence text. */
export function collectLicences(projectFolder: string): readonly ThirdPartyLicence[] {
  const texts = join(projectFolder, 'site/build/licence-texts');
  const works = compiledWorks.map(({ file, ...work }) => ({ ...work, text: readFileSync(join(texts, file), 'utf8') }));
  return [...works, ...collectPackages(projectFolder)];
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

function collectPackages(projectFolder: string): readonly ThirdPartyLicence[] {
  const found = new Map<string, ThirdPartyLicence>();
  const visit = (file: string): void => {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as PackageFile;
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const path = findPackage(name, file);
      // Type declarations do not reach the site.
      if (path === null || found.has(name) || name.startsWith('@types/')) continue;
      found.set(name, describe(path));
      visit(path);
    }
  };
  visit(join(projectFolder, 'package.json'));
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The `package.json` that Node would use from `importer`; packages need not export it. */
function findPackage(name: string, importer: string): string | null {
  for (const folder of createRequire(importer).resolve.paths(name) ?? []) {
    const path = join(folder, name, 'package.json');
    if (existsSync(path)) return path;
  }
  return null;
}

function describe(path: string): ThirdPartyLicence {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as PackageFile;
  const folder = dirname(path);
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)([.-].*)?$/i.test(name));
  const repository = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
  const licence = manifest.license ?? 'see its text';
  return {
    name: manifest.name,
    version: manifest.version,
    licence,
    homepage: webAddress(manifest.homepage ?? repository ?? `npmjs.com/package/${manifest.name}`),
    purpose: '',
    text: file
      ? readFileSync(join(folder, file), 'utf8')
      : `The package names its licence (${licence}) and holds no text of it.`,
  };
}

function webAddress(address: string): string {
  const bare = address
    .replace(/^git\+/, '')
    .replace(/^(git|https?|ssh):\/\/(git@)?/, '')
    .replace(/\.git(#.*)?$/, '$1');
  const short = /^(?:github:)?([\w-]+\/[\w.-]+)$/.exec(bare)?.[1];
  return `https://${short ? `github.com/${short}` : bare.replace(/^git@github\.com:/, 'github.com/')}`;
}
