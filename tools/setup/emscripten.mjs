import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { captured, logged, onPath } from '../command.mjs';
import { root } from '../root.mjs';
import { say, Unmet } from '../say.mjs';

const wanted = '6.0.5';
const toolchain = join(root, '.toolchain');

/**
 * Finds an Emscripten SDK of at least the wanted version, or fetches one: the user's own (`EMSDK`, `em++` on the
 * path), then `.toolchain/`, then emsdk, then Debian's packages. Returns its folder, version and environment.
 */
export async function findEmscripten() {
  const found = (await ownSdk()) ?? (await sdkAt(join(toolchain, 'emsdk'))) ?? (await sdkAt(debianFolder()));
  const sdk = found ?? (await fromEmsdk()) ?? (await fromDebian());
  if (!sdk) {
    throw new Unmet(
      `no Emscripten ${wanted}: install it with emsdk (emscripten.org, "Download and install") and set EMSDK`,
    );
  }
  say(`Emscripten ${sdk.version} in ${sdk.folder}`);
  if (sdk.version !== wanted) say(`note: Pagewise is tested with Emscripten ${wanted}`);
  return { ...sdk, env: environmentOf(sdk.folder) };
}

const debianFolder = () => join(toolchain, `emscripten-${wanted}`);

async function ownSdk() {
  const fromVariable = process.env.EMSDK ? await sdkAt(process.env.EMSDK) : null;
  if (fromVariable) return fromVariable;
  const compiler = onPath('em++');
  return compiler ? sdkAt(dirname(dirname(dirname(realpathSync(compiler))))) : null;
}

async function sdkAt(folder) {
  const compiler = join(folder, 'upstream', 'emscripten', 'em++');
  if (!existsSync(compiler)) return null;
  const { status, output } = await captured(compiler, ['--version'], { env: environmentOf(folder) });
  const version = status === 0 ? output.match(/\b(\d+\.\d+\.\d+)\b/)?.[1] : undefined;
  return version && isAtLeast(version, wanted) ? { folder, version } : null;
}

function isAtLeast(version, least) {
  const a = version.split('.').map(Number);
  const b = least.split('.').map(Number);
  for (const i of [0, 1, 2]) if (a[i] !== b[i]) return a[i] > b[i];
  return true;
}

function environmentOf(folder) {
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  return {
    EMSDK: folder,
    EMSDK_PYTHON: process.env.EMSDK_PYTHON ?? python,
    EMSDK_NODE: process.execPath,
    PATH: `${join(folder, 'upstream', 'emscripten')}:${process.env.PATH}`,
  };
}

async function fromEmsdk() {
  if (!onPath('git')) return null;
  const repository = 'https://github.com/emscripten-core/emsdk';
  const reach = await captured('timeout', ['15', 'git', 'ls-remote', '-q', repository, 'HEAD']);
  if (reach.status !== 0) return null;
  say(`fetching emsdk ${wanted} into .toolchain/emsdk (about 400 MB, some minutes)`);
  mkdirSync(toolchain, { recursive: true });
  const folder = join(toolchain, 'emsdk');
  try {
    if (!existsSync(folder)) await logged('emsdk-clone', 'git', ['clone', '-q', '--depth', '1', repository, folder]);
    for (const verb of ['install', 'activate']) await logged(`emsdk-${verb}`, join(folder, 'emsdk'), [verb, wanted]);
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
    say('emsdk did not finish; trying another way');
    return null;
  }
  return sdkAt(folder);
}

async function fromDebian() {
  if (!onPath('apt-get') || !onPath('dpkg-deb')) return null;
  say("emsdk cannot be reached: unpacking Debian's packages of Emscripten into .toolchain (87 MB, about 2 minutes)");
  await logged(
    'emscripten-debian',
    'bash',
    [join(root, 'tools', 'emscripten', 'from-debian.sh'), debianFolder(), wanted],
    {
      advice: 'check that the Debian mirror can be reached, or install emsdk and set EMSDK',
    },
  );
  return sdkAt(debianFolder());
}
