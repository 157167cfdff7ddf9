import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { captured, logged, onPath } from '../command.mjs';
import { root } from '../root.mjs';
import { say, Unmet } from '../say.mjs';

const wanted = '6.0.5';
const toolchain = join(root, '.toolchain');

/**
 * Finds an Emscripten SDK of at least the wanted version, or fetches one: the user's own (`EMSDK`, `em++` on the
 * path), then `.toolchain/`, then emsdk, then Debian's packages. Returns the folder of `em++`, the folder of its LLVM,
 * the version and the environment for tools.
 */
export async function findEmscripten() {
  const found = (await ownSdk()) ?? (await sdkAt(emsdkFolder)) ?? (await sdkAt(debianFolder));
  const sdk = found ?? (await fromEmsdk()) ?? (await fromDebian());
  if (!sdk) {
    throw new Unmet(
      `no Emscripten ${wanted}: install it with emsdk (emscripten.org, "Download and install") and set EMSDK`,
    );
  }
  say(`Emscripten ${sdk.version} in ${sdk.folder}`);
  if (sdk.version !== wanted) say(`note: Pagewise is tested with Emscripten ${wanted}`);
  return sdk;
}

const emsdkFolder = join(toolchain, 'emsdk');
const debianFolder = join(toolchain, `emscripten-${wanted}`);

async function ownSdk() {
  const { EMSDK } = process.env;
  const compiler = onPath('em++');
  const own = [EMSDK && ['EMSDK', EMSDK], compiler && ['em++ on the path', dirname(realpathSync(compiler))]];
  for (const [name, folder] of own.filter(Boolean)) {
    const sdk = await sdkAt(folder);
    if (sdk) return sdk;
    say(`note: ${name} (${folder}) is no Emscripten ${wanted} or newer; it is not used`);
  }
  return null;
}

/** The SDK in a folder that emsdk made, or in the folder of `em++` itself; null when there is none that is new enough. */
async function sdkAt(place) {
  const folder = [join(place, 'upstream', 'emscripten'), place].find((each) => existsSync(join(each, 'em++')));
  if (!folder) return null;
  const env = environmentOf(folder);
  const { status, output } = await captured(join(folder, 'em++'), ['--version'], { env });
  const version = status === 0 ? output.match(/\b(\d+\.\d+\.\d+)\b/)?.[1] : undefined;
  if (!version || !isAtLeast(version, wanted)) return null;
  const config = await captured(join(folder, 'em-config'), ['LLVM_ROOT'], { env });
  const llvm = config.output.trim().split('\n').at(-1) ?? '';
  return config.status === 0 && existsSync(llvm) ? { folder, llvm, version, env } : null;
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
    PAGEWISE_EMSCRIPTEN: folder,
    EMSDK_PYTHON: process.env.EMSDK_PYTHON ?? python,
    EMSDK_NODE: process.execPath,
    PATH: `${folder}:${process.env.PATH}`,
  };
}

async function fromEmsdk() {
  if (!onPath('git')) return null;
  const repository = 'https://github.com/emscripten-core/emsdk';
  const reach = await captured('timeout', ['15', 'git', 'ls-remote', '-q', repository, 'HEAD']);
  if (reach.status !== 0) return null;
  say(`fetching emsdk ${wanted} into .toolchain/emsdk (about 400 MB, some minutes)`);
  mkdirSync(toolchain, { recursive: true });
  const emsdk = join(emsdkFolder, 'emsdk');
  try {
    if (!existsSync(emsdk)) {
      rmSync(emsdkFolder, { recursive: true, force: true });
      await logged('emsdk-clone', 'git', ['clone', '-q', '--depth', '1', repository, emsdkFolder]);
    }
    for (const verb of ['install', 'activate']) await logged(`emsdk-${verb}`, emsdk, [verb, wanted]);
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
    say('emsdk did not finish; trying another way');
    return null;
  }
  return sdkAt(emsdkFolder);
}

async function fromDebian() {
  if (!onPath('apt-get') || !onPath('dpkg-deb')) return null;
  say("emsdk cannot be reached: unpacking Debian's packages of Emscripten into .toolchain (87 MB, about 2 minutes)");
  // Kept until it is done, so that an interrupted download goes on.
  const packages = join(toolchain, 'debian-packages');
  await logged(
    'emscripten-debian',
    'bash',
    [join(root, 'tools', 'emscripten', 'from-debian.sh'), debianFolder, wanted],
    {
      env: { EMDEB_KEEP_DEBS: process.env.EMDEB_KEEP_DEBS ?? packages },
      advice: 'check that the Debian mirror can be reached, or install emsdk and set EMSDK',
    },
  );
  rmSync(packages, { recursive: true, force: true });
  return sdkAt(debianFolder);
}
