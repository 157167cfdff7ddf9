import type { Evaluate } from '../../../playground/session/host/javascript.ts';
import { type LoadModule, loadJoined } from '../../../playground/session/host/join-scripts.ts';
import { freezeChance, perform, stagedGlue } from '../perform.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const addressOf = (source: string) => URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));

const evaluate: Evaluate = async (expression) => {
  const prefix = 'export default ';
  const address = addressOf(prefix + expression);
  const imported = await import(/* @vite-ignore */ address);
  return { run: imported.default, address, offset: prefix.length };
};

const load: LoadModule = async (source) => {
  const address = addressOf(source);
  const { default: createGlue } = await import(/* @vite-ignore */ address);
  return { default: createGlue, address };
};

addEventListener(
  'message',
  async ({ data: { engine, glue: address, piece, manner } }: MessageEvent<ToWorker>) => {
    freezeChance();
    // Before the run replaces the constructors of views: the glue keeps the originals.
    const text = await (await fetch(address)).text();
    const glue = await loadJoined(await stagedGlue(text, piece, manner), piece.wasm, load);
    const realm = globalThis as unknown as Record<string, unknown>;
    const answer = (message: FromWorker) => postMessage(message);
    await perform({ engine, glue, realm, evaluate }, piece, manner).then(answer, (failed) => answer({ failed }));
  },
  { once: true },
);
