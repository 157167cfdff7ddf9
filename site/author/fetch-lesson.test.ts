import { afterEach, expect, it, vi } from 'vitest';
import { fetchLesson } from './fetch-lesson.ts';

afterEach(() => vi.unstubAllGlobals());

const address = new URL('https://lessons.example/lesson.md');
const tooLate = {
  ok: false,
  problem: 'lessons.example took longer than 0.05 seconds. Try again, or download the lesson and open the file.',
};

it('waits no longer for a server that never answers', async () => {
  const never = (_address: URL, { signal }: RequestInit) =>
    new Promise((_done, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
  vi.stubGlobal('fetch', never);
  expect(await fetchLesson(address, new AbortController().signal, 0.05)).toEqual(tooLate);
});

it('waits no longer for an answer that never ends', async () => {
  const endless = async (_address: URL, { signal }: RequestInit) =>
    new Response(
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new Uint8Array([35]));
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      }),
    );
  vi.stubGlobal('fetch', endless);
  expect(await fetchLesson(address, new AbortController().signal, 0.05)).toEqual(tooLate);
});
