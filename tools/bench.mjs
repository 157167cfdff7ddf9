import { build } from './build-steps.mjs';
import { main, Unmet } from './say.mjs';
import { ensure } from './setup/system-tools.mjs';

const kinds = ['compile', 'recording'];

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((kind) => !kinds.includes(kind));
  if (unknown) throw new Unmet(`npm run bench measures ${kinds.join(' and ')}, not ${unknown}`);
  const sdk = await build();
  await ensure(['Chromium']);
  for (const kind of kinds) {
    if (wanted.length > 0 && !wanted.includes(kind)) continue;
    // After the set-up: it needs packages.
    const { bench } = await import(`../tests/bench/${kind}/${kind}.bench.mjs`);
    await bench(sdk);
  }
});
