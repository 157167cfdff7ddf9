import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { help, topics } from '../../playground/command-line/help.ts';
import { projectFiles, root } from './project-files.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const builtIn = ['start', 'test', 'install', 'ci'];
/** What the build makes, and what stands for a name of the reader's. */
const madeOrMeant = /^(build|dist|release|node_modules|\.toolchain)(\/|$)|[*<>{}…]|NN-|DIR/;

it.each(projectFiles(/^[^/]*\.md$|^docs\/.*\.md$/))('every path and command that %s names exists', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const missing: string[] = [];
  for (const [, name] of text.matchAll(/`npm (?:run )?([\w-]+)/g)) {
    if (name && !(name in scripts) && !builtIn.includes(name)) missing.push(`npm run ${name}`);
  }
  for (const [, command = '', words = ''] of text.matchAll(/(?:^|`)(?:bin\/)?pagewise ([a-z]+)([^`\n]*)/gm)) {
    const topic = topics.find((known) => known === command);
    if (!topic) missing.push(`pagewise ${command}`);
    for (const [option] of words.matchAll(/--[a-z-]+/g)) {
      if (topic && !help(topic).includes(option)) missing.push(`pagewise ${command} ${option}`);
    }
  }
  const named = [...text.matchAll(/`([\w./-]+\/[\w./-]*)`/g), ...text.matchAll(/\]\((?!https?:)([^)#]+)/g)];
  for (const [, path = ''] of named) {
    const folders = [root, join(root, 'docs')];
    const isProjects = existsSync(join(root, path.split('/')[0] ?? '')) || path.includes('.md');
    if (isProjects && !madeOrMeant.test(path) && !folders.some((folder) => existsSync(join(folder, path)))) {
      missing.push(path);
    }
  }
  expect(missing).toEqual([]);
});
