import { afterEach, expect, it, vi } from 'vitest';
import { fetchLesson, lessonAddress } from './fetch-lesson.ts';

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

it.each([
  ['https://lessons.example/bits/', 'Give the address of its lesson.md or its zip'],
  ['https://github.com/owner/course', 'the one that the button Raw leads to'],
  [
    'https://github.com/owner/course/blob/main/01-bits/lesson.md',
    'Give the address of its text: https://raw.githubusercontent.com/owner/course/main/01-bits/lesson.md',
  ],
])('says of the page at %s that it is none of a lesson', async (page, instead) => {
  vi.stubGlobal('fetch', async () => new Response('\ufeff\n<!DOCTYPE html><title>Bits</title>'));
  const fetched = await fetchLesson(new URL(page), new AbortController().signal);
  expect(fetched).toMatchObject({ ok: false, problem: expect.stringContaining('the address of a web page') });
  expect(fetched).toMatchObject({ problem: expect.stringContaining(instead) });
});

it('takes a text that only speaks of pages for a lesson', async () => {
  vi.stubGlobal('fetch', async () => new Response('---\ntitle: <html>\n---\n'));
  expect(await fetchLesson(address, new AbortController().signal)).toMatchObject({ ok: true });
});

it.each(['<!-- saved -->\n<!doctype html>', '<?xml version="1.0"?>\n<html>'])(
  'knows a web page that begins with %s',
  async (start) => {
    vi.stubGlobal('fetch', async () => new Response(start));
    const fetched = await fetchLesson(address, new AbortController().signal);
    expect(fetched).toMatchObject({ problem: expect.stringContaining('the address of a web page') });
  },
);

it('says when nothing came', async () => {
  vi.stubGlobal('fetch', async () => new Response(''));
  const fetched = await fetchLesson(address, new AbortController().signal);
  expect(fetched).toEqual({
    ok: false,
    problem: 'lessons.example answered with an empty file instead of a lesson.',
  });
});

it('tells an answer that breaks off from one that is too large', async () => {
  const stream = (begin: (to: ReadableStreamDefaultController) => void) => async () =>
    new Response(new ReadableStream({ start: begin }));
  vi.stubGlobal(
    'fetch',
    stream((to) => to.error(new TypeError('network error'))),
  );
  const { signal } = new AbortController();
  const broken = 'lessons.example broke off before the end of the lesson. Try again.';
  expect(await fetchLesson(address, signal)).toEqual({ ok: false, problem: broken });
  vi.stubGlobal(
    'fetch',
    stream((to) => to.enqueue(new Uint8Array(20_000_001))),
  );
  const large = 'This file has more than 20 MB: a lesson never has so many.';
  expect(await fetchLesson(address, signal)).toEqual({ ok: false, problem: large });
});

it('goes to addresses of https and of its own server alone', () => {
  const page = new URL('http://localhost:8080/lesson/');
  for (const good of ['https://lessons.example/a.zip', 'http://localhost:8080/a.zip'])
    expect(lessonAddress(good, page)?.href).toBe(good);
  for (const bad of ['http://lessons.example/', 'javascript:1', 'data:,x', 'file:///a', `blob:${page.origin}/1`])
    expect(lessonAddress(bad, page), bad).toBeNull();
});
