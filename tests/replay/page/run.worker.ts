import type { CreateGlue } from '../../../playground/session/host/glue.ts';
import type { Evaluate } from '../../../playground/session/host/javascript.ts';
import { freezeChance, perform } from '../perform.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const evaluate: Evaluate = async (expression) => {
  const prefix = 'export default ';
  const address = URL.createObjectURL(new Blob([prefix + expression], { type: 'text/javascript' }));
  const imported = await import(/* @vite-ignore */ address);
  return { run: imported.default, address, offset: prefix.length };
};

addEventListener(
  'message',
  async ({ data: { engine, glue, piece, manner } }: MessageEvent<ToWorker>) => {
    freezeChance();
    // Before the run replaces the constructors of views: the glue keeps the originals.
    const { default: createGlue }: { default: CreateGlue } = await import(/* @vite-ignore */ glue);
    const realm = globalThis as unknown as Record<string, unknown>;
    const answer = (message: FromWorker) => postMessage(message);
    await perform({ engine, createGlue, realm, evaluate }, piece, manner).then(answer, (failed) => answer({ failed }));
  },
  { once: true },
);
