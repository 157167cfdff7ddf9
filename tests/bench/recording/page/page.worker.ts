import { type BenchRequest, measure } from '../measure/measure.ts';

addEventListener(
  'message',
  async ({ data: { request, files } }: MessageEvent<{ readonly request: BenchRequest; readonly files: string }>) => {
    const read = async (name: string) => new Uint8Array(await (await fetch(new URL(name, files))).arrayBuffer());
    const createGlue = async () => (await import(/* @vite-ignore */ new URL('glue.mjs', files).href)).default;
    postMessage(await measure({ read, createGlue }, request));
  },
  { once: true },
);

addEventListener('unhandledrejection', ({ reason }) => {
  throw reason; // the page hears of errors alone
});
