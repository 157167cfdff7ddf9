import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, cmake } from './build-steps.mjs';
import { root } from './root.mjs';
import { main, say } from './say.mjs';

await main(async () => {
  const sdk = await build();
  const env = { ...process.env, ...sdk.env, PAGEWISE_SDK_VERSION: sdk.version };
  const vite = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js')], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  let pending;
  watch(join(root, 'runtime'), { recursive: true }, (_event, name) => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      say(`runtime/${name} changed: building C++`);
      cmake('wasm', sdk).then(
        () => say('C++ is built; reload the page'),
        (error) => say(error.message),
      );
    }, 200);
  });
  await new Promise((resolve) => vite.on('close', resolve));
  process.exit();
});
