import { build } from './build-steps.mjs';
import { main, say } from './say.mjs';

await main(async () => {
  say('release: compresses the compiler, some three minutes the first time');
  await build({ isRelease: true });
  say('release/ is ready for any static file server');
});
