import { join } from 'node:path';
import { logged } from './command.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findEmscripten } from './setup/emscripten.mjs';
import { ensure } from './setup/system-tools.mjs';
import { once } from './stamp.mjs';

/**
 * Sets up and builds all that the site needs, each step only when its inputs changed: packages, Emscripten, the
 * runtime's artefacts, the command line, the site. Returns the SDK.
 */
export async function build() {
  say('1/5 packages');
  await installDependencies();
  say('2/5 Emscripten');
  await ensure(['cmake', 'ninja', 'a C++ compiler']);
  const sdk = await findEmscripten();
  say('3/5 engine, glue, and the pack of headers and libraries');
  await cmake('wasm', sdk, [
    'runtime/engine.wasm',
    'runtime/glue.mjs',
    'runtime/glue-embind.mjs',
    'runtime/sysroot.tar',
  ]);
  const also = [sdk.version, process.version, process.env.LESSONS ?? '', process.env.PAGEWISE_RELEASE ?? ''];
  const playground = ['package-lock.json', 'playground', 'runtime', 'tools/vite.command-line.config.ts'];
  say('4/5 command line');
  await once('command-line', { inputs: playground, outputs: ['build/command-line/pagewise.js'], also }, () =>
    vite('command-line', ['--config', 'tools/vite.command-line.config.ts'], sdk),
  );
  say('5/5 site (compiles and runs every program of the lessons)');
  const site = [...playground, 'site', 'lessons', 'docs', 'vite.config.ts', ...lessonsFolder()];
  await once('site', { inputs: site, outputs: ['dist/index.html'], also }, () => vite('site', [], sdk));
  return sdk;
}

/** Configures and builds one preset of CMakePresets.json. */
export async function cmake(preset, sdk, outputs = []) {
  const inputs = ['CMakeLists.txt', 'CMakePresets.json', 'runtime'];
  const paths = outputs.map((path) => join('build', path));
  await once(`cmake-${preset}`, { inputs, outputs: paths, also: [sdk.version] }, async () => {
    await logged(`configure-${preset}`, 'cmake', ['--preset', preset], { env: sdk.env });
    await logged(`build-${preset}`, 'cmake', ['--build', '--preset', preset], { env: sdk.env });
  });
}

async function vite(name, args, sdk) {
  await logged(`build-${name}`, process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...args], {
    env: { ...sdk.env, PAGEWISE_SDK_VERSION: sdk.version },
  });
}

/** An instructor's own course, when it lies below the root: then its files are inputs of the site. */
function lessonsFolder() {
  const folder = process.env.LESSONS;
  return folder && !folder.startsWith('/') ? [folder] : [];
}
