import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { logged } from './command.mjs';
import { alone } from './lock.mjs';
import { root } from './root.mjs';
import { say, Unmet } from './say.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findEmscripten } from './setup/emscripten.mjs';
import { chromium, ensure } from './setup/system-tools.mjs';
import { once } from './stamp.mjs';

/**
 * Sets up and builds all that the site needs, each step only when its inputs changed: packages, Emscripten, the
 * runtime's artefacts, the command line, the site. A release compresses what the page fetches, and goes to `release/`
 * instead of `dist/`. Returns the SDK.
 */
export function build({ isRelease = false } = {}) {
  return alone(async () => {
    const lessons = lessonsFolder();
    say('1/5 packages');
    await installDependencies();
    say('2/5 Emscripten');
    // The browser runs programs of the lessons that need what Node.js lacks.
    await ensure(['cmake', 'ninja', 'a C++ compiler', 'Chromium']);
    const sdk = await findEmscripten();
    say('3/5 engine, glue, and the pack of headers and libraries');
    await cmake('wasm', sdk, [
      'runtime/engine.wasm',
      'runtime/glue.mjs',
      'runtime/glue-embind.mjs',
      'runtime/sysroot.tar',
    ]);
    const also = [sdk.version, process.version];
    const playground = ['package-lock.json', 'playground', 'runtime', 'tools/vite.command-line.config.ts'];
    say('4/5 command line');
    await once(
      'command-line',
      {
        inputs: [...playground, 'site/build', 'site/lesson-command'],
        outputs: ['build/command-line/pagewise.js'],
        also,
      },
      () => vite('command-line', ['--config', 'tools/vite.command-line.config.ts'], sdk),
    );
    await once(
      'test-browser',
      {
        inputs: [...playground, 'site/build', 'tools/vite.test-browser.config.ts'],
        outputs: ['build/test-browser/index.html'],
        also,
      },
      () => vite('test-browser', ['--config', 'tools/vite.test-browser.config.ts'], sdk),
    );
    say('5/5 site (compiles and runs every program of the lessons)');
    const name = isRelease ? 'release' : 'site';
    const folder = isRelease ? 'release' : 'dist';
    const inputs = [...playground, 'site', 'bugs', 'docs', 'vite.config.ts', lessons];
    await once(name, { inputs, outputs: [`${folder}/index.html`], also: [...also, lessons] }, () =>
      vite(name, ['--outDir', join(root, folder)], sdk, isRelease ? { PAGEWISE_RELEASE: '1' } : {}),
    );
    return sdk;
  });
}

/** Configures and builds one preset of CMakePresets.json. */
export async function cmake(preset, sdk, outputs = []) {
  const inputs = ['CMakeLists.txt', 'CMakePresets.json', 'runtime'];
  const paths = outputs.map((path) => join('build', path));
  const { env } = sdk;
  await once(`cmake-${preset}`, { inputs, outputs: paths, also: [sdk.version, sdk.folder, root] }, async () => {
    // Afresh where the folders have moved: CMake remembers them.
    const configured = { inputs: ['CMakePresets.json'], outputs: [`build/cmake/${preset}/build.ninja`] };
    await once(`configured-${preset}`, { ...configured, also: [sdk.version, sdk.folder, root] }, () =>
      logged(`configure-${preset}`, 'cmake', ['--fresh', '--preset', preset], { env }),
    );
    await logged(`build-${preset}`, 'cmake', ['--build', '--preset', preset], { env });
  });
}

async function vite(name, args, sdk, env = {}) {
  await logged(`build-${name}`, process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...args], {
    env: { ...sdk.env, ...env, CHROMIUM: chromium() ?? '', PAGEWISE_SDK_VERSION: sdk.version },
  });
}

/** The folder of the course: an instructor's own, which `LESSONS` names, or the project's. */
function lessonsFolder() {
  const { LESSONS } = process.env;
  const folder = resolve(root, LESSONS || 'lessons');
  if (!existsSync(folder)) throw new Unmet(`LESSONS=${LESSONS}: there is no folder ${folder}`);
  if (!readdirSync(folder, { recursive: true }).some((path) => path.endsWith('lesson.md'))) {
    throw new Unmet(`${folder} holds no lesson.md; docs/authoring.md shows how to write one`);
  }
  return folder;
}
