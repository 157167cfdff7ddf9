import { join } from 'node:path';
import { build } from './build-steps.mjs';
import { root } from './root.mjs';
import { main, say, Unmet } from './say.mjs';
import { serve } from './serve.mjs';

await main(async () => {
  await build();
  const port = Number(process.env.PORT ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Unmet(`PORT=${process.env.PORT} is not a port number`);
  const server = await serve(join(root, 'dist'), { port }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Unmet(`port ${port} is taken: choose another, for example PORT=${port + 1} npm start`);
  });
  say('ready; stop with Ctrl+C');
  console.log(`http://127.0.0.1:${server.address().port}`);
});
