import { build } from './build-steps.mjs';
import { main } from './say.mjs';
import { ensure } from './setup/system-tools.mjs';

await main(async () => {
  const sdk = await build();
  await ensure(['Chromium']);
  // After the set-up: it needs packages.
  const { bench } = await import('../tests/bench/compile.bench.mjs');
  await bench(sdk);
});
