import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, cmake } from './build-steps.mjs';
import { start } from './children.mjs';
import { root } from './root.mjs';
import { main, say } from './say.mjs';

await main(async () => {
  const sdk = await build();
  const env = { ...process.env, ...sdk.env, PAGEWISE_SDK_VERSION: sdk.version };
  const port = process.env.PORT ? ['--port', process.env.PORT, '--strictPort'] : [];
  const vite = start(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...port], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  let pending;
  let building = Promise.resolve();
  watch(join(root, 'runtime'), { recursive: true }, (_event, name) => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      building = building.then(async () => {
        say(`runtime/${name} changed: building C++`);
        await cmake('wasm', sdk).then(
          () => say('C++ is built'),
          (error) => say(error.message),
        );
      });
    }, 200);
  });
  await new Promise((resolve) => vite.on('close', resolve));
  process.exit();
});
