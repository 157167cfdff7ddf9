import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logged } from '../command.mjs';
import { root } from '../root.mjs';
import { say, Unmet } from '../say.mjs';
import { once } from '../stamp.mjs';

/** Checks Node's version and installs the packages that package-lock.json names, once for each lock file. */
export async function installDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Unmet(`Node ${process.versions.node} is too old: install Node 20.19 or newer`);
  }
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await once(
    'dependencies',
    { inputs: ['package-lock.json'], outputs: ['node_modules/vite', 'node_modules/.package-lock.json'], also: [name] },
    async () => {
      say('installing the packages of package-lock.json (about half a minute)');
      // Not `npm ci`: that refuses a lock file written where a registry lacks the packages of other platforms.
      // npm's own retries take minutes where there is no network. What has arrived is kept, so once more is cheap.
      const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=0'];
      const install = () =>
        logged('npm-install', 'npm', args, {
          advice: 'check that the package registry can be reached, then run this again',
        });
      await install().catch((error) => {
        if (!(error instanceof Unmet)) throw error;
        say('not every package has arrived: trying once more');
        return install();
      });
    },
  );
}
