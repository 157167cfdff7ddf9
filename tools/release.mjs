import { build } from './build-steps.mjs';
import { main, say } from './say.mjs';

await main(async () => {
  say('release: compresses the compiler, some three minutes the first time');
  process.env.PAGEWISE_RELEASE = '1';
  await build();
  say('dist/ is ready for any static file server');
});
