import type { CreateGlue } from '../../../playground/session/host/glue.ts';
import type { Evaluate } from '../../../playground/session/host/javascript.ts';
import { loadJoined } from '../../../playground/session/host/program-scripts.ts';
import { freezeChance, perform } from '../perform.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const addressOf = (source: string) => URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));

const evaluate: Evaluate = async (expression) => {
  const prefix = 'export default ';
  const address = addressOf(prefix + expression);
  const imported = await import(/* @vite-ignore */ address);
  return { run: imported.default, address, offset: prefix.length };
};

addEventListener(
  'message',
  async ({ data: { engine, glue, piece, manner } }: MessageEvent<ToWorker>) => {
    freezeChance();
    // Before the run replaces the constructors of views: the glue keeps the originals.
    const load = (source: string): Promise<{ default: CreateGlue }> => import(/* @vite-ignore */ addressOf(source));
    const { default: createGlue } = await loadJoined(await (await fetch(glue)).text(), piece.wasm, load);
    const realm = globalThis as unknown as Record<string, unknown>;
    const answer = (message: FromWorker) => postMessage(message);
    await perform({ engine, createGlue, realm, evaluate }, piece, manner).then(answer, (failed) => answer({ failed }));
  },
  { once: true },
);
