import { existsSync } from 'node:fs';
import { logged, onPath } from '../command.mjs';
import { say, Unmet } from '../say.mjs';

/** What Pagewise uses of the system: how to tell that it is there, and Debian's packages that bring it. */
const known = {
  cmake: { is: () => onPath('cmake'), packages: ['cmake'] },
  ninja: { is: () => onPath('ninja'), packages: ['ninja-build'] },
  'a C++ compiler': { is: () => onPath('c++') ?? onPath('g++') ?? onPath('clang++'), packages: ['g++'] },
  GoogleTest: {
    is: () => ['/usr/src/googletest', '/usr/local/src/googletest'].some(existsSync),
    packages: ['googletest'],
  },
  Chromium: { is: () => chromium(), packages: ['chromium'] },
  Firefox: { is: () => process.env.FIREFOX ?? onPath('firefox') ?? onPath('firefox-esr'), packages: ['firefox-esr'] },
  WebKit: { is: () => onPath('WebKitWebDriver'), packages: ['webkit2gtk-driver'] },
  Xvfb: { is: () => onPath('xvfb-run'), packages: ['xvfb', 'xauth'] },
};

const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Path of a Chromium or Chrome, or null. `CHROMIUM` in the environment wins. */
export function chromium() {
  const given = process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return given || (names.map(onPath).find(Boolean) ?? (existsSync(onMac) ? onMac : null));
}

/** Installs what is missing where that is allowed (Debian-like, root); otherwise names it in one line. */
export async function ensure(names) {
  const missing = names.filter((name) => !known[name].is());
  if (missing.length === 0) return;
  const packages = missing.flatMap((name) => known[name].packages);
  const line = `apt-get install ${packages.join(' ')}`;
  if (!onPath('apt-get') || process.getuid?.() !== 0) {
    throw new Unmet(`missing: ${missing.join(', ')}. Install it, on Debian-like systems with: sudo ${line}`);
  }
  say(`installing ${missing.join(', ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await logged('apt-update', 'apt-get', ['update'], { env, advice: 'check the package sources' });
  await logged('apt-install', 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env,
    advice: `try by hand: ${line}`,
  });
  const still = missing.filter((name) => !known[name].is());
  if (still.length > 0) throw new Unmet(`still missing after ${line}: ${still.join(', ')}`);
}
