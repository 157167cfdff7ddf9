import { build } from './build-steps.mjs';
import { main } from './say.mjs';

await main(async () => {
  await build();
});
