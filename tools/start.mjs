import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from './build-steps.mjs';
import { root } from './root.mjs';
import { main, say, Unmet } from './say.mjs';
import { serve } from './serve.mjs';

await main(async () => {
  const port = Number(process.env.PORT || 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Unmet(`PORT=${process.env.PORT} is not a port number`);
  // Before the work of minutes, not after it.
  await listen(port, async () => {
    const probe = createServer();
    await new Promise((resolve, reject) => probe.once('error', reject).listen(port, '127.0.0.1', resolve));
    await new Promise((resolve) => probe.close(resolve));
  });
  await build();
  const server = await listen(port, () => serve(join(root, 'dist'), { port }));
  say('ready; stop with Ctrl+C');
  console.log(`http://127.0.0.1:${server.address().port}`);
});

async function listen(port, attempt) {
  const other = port + 1 > 65_535 || port < 1024 ? 4173 : port + 1;
  try {
    return await attempt();
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new Unmet(`port ${port} is taken: choose another, for example PORT=${other} npm start`);
    }
    if (error.code === 'EACCES') {
      throw new Unmet(`port ${port} needs more rights: choose another, for example PORT=${other} npm start`);
    }
    throw error;
  }
}
