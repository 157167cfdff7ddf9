import { expect } from '@playwright/test';
import { compile, play, script, start, test } from './sandbox-page.ts';

const nothing = 'int main() {}';

/** Each prints `refused`, or what it got. */
const doors: Readonly<Record<string, string>> = {
  'a beacon': "navigator.sendBeacon('/secret', 'x')",
  'a peer': 'new RTCPeerConnection()',
  cookies: "await cookieStore.set('a', 'b')",
  'private files': 'await navigator.storage.getDirectory()',
  'who opened the page': 'opener.location',
  'another worker that shares': "new SharedWorker('/secret')",
  'a service worker': "await navigator.serviceWorker.register('/secret')",
  'what is remembered of a session': "sessionStorage.setItem('a', 'b')",
  'an import in a script that is made later':
    'await new Promise((y, n) => { const w = new Worker(URL.createObjectURL(new Blob(["import(\'/secret\').then(() => postMessage(1), () => { throw 1; })"]))); w.onmessage = y; w.onerror = n; setTimeout(n, 2000); })',
};

test('no door leads outside, and the run goes on', async ({ page, server }) => {
  const steps = Object.entries(doors).map(([name, code]) =>
    script(`try { console.log(${JSON.stringify(name)}, 'reached', ${code}); } catch { console.log('refused'); }`),
  );
  const shown = await play(page, server, { program: nothing, steps: [start, ...steps] });
  expect(shown.output).toBe('refused\n'.repeat(steps.length));
  expect(server.takeRequests()).not.toContainEqual(expect.stringContaining('secret'));
});

test('channels of the page’s origin do not hear it', async ({ page, server }) => {
  await page.goto(server.address);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    new BroadcastChannel('pagewise').onmessage = ({ data }) => heard.push(data);
    addEventListener('message', ({ data }) => heard.push(data));
  });
  const other = await page.context().newPage();
  const shout = "new BroadcastChannel('pagewise').postMessage('forged'); postMessage({ sandboxReady: true });";
  const shown = await play(other, server, {
    program: nothing,
    steps: [start, script(shout), script('console.log(1)')],
  });
  expect(shown.output).toBe('1\n');
  expect(await page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([]);
});

for (const [name, source] of Object.entries({
  'huge texts': "let text = 'x';\nfor (;;) text += text;",
  buffers: 'const kept = [];\nfor (;;) kept.push(new Uint8Array(2 ** 28));',
  'memory.grow': 'for (;;) memory.grow(200);',
  memories: 'const kept = [];\nfor (;;) kept.push(new WebAssembly.Memory({ initial: 1000, maximum: 65536 }));',
})) {
  test(`a flood of ${name} ends, and what was printed and recorded is there`, async ({ page, server }) => {
    const begin = "const view = new Uint8Array(memory.buffer, 1024, 16);\nview.fill(7);\nconsole.log('before');";
    const shown = await play(page, server, {
      program: nothing,
      steps: [start, script(begin), script(source)],
      timeLimit: 20_000,
      asksViews: true,
    });
    expect(shown.output).toContain('before');
    expect(shown.outcomes[2]).toMatchObject({ status: 'threw', message: expect.stringMatching(/^RangeError: /) });
    expect(shown.bytes).toEqual(Array(16).fill(7));
    const made = expect.objectContaining({ madeAtLine: 1, byteOffset: 1024, length: 16 });
    expect(shown.moments.at(-1)?.views).toContainEqual(made);
    // The page answers.
    expect(await page.evaluate(() => 6 * 7)).toBe(42);
  });
}

test('a sandbox whose process dies ends the run, and the page has all that was recorded', async ({ page, server }) => {
  const wasm = [...(await compile(nothing))];
  const watcher = await page.context().newPage();
  await watcher.goto(server.address);
  const told = watcher.evaluate(
    () =>
      new Promise((resolve) => {
        new BroadcastChannel('told').onmessage = ({ data }) => resolve(data);
      }),
  );
  await page.goto(server.address);
  await page.evaluate(async (bytes) => {
    const module = '/open-run.js';
    const { createOpenRun }: typeof import('../../playground/session/open-run.ts') = await import(module);
    const run = await createOpenRun(new URL('/runtime/', location.href))({
      ...{ wasm: new Uint8Array(bytes), arguments: [], input: '', inputEnds: true, timeLimit: 100_000 },
      ...{ signal: new AbortController().signal, onOutput() {}, onState() {} },
    });
    await run.start();
    await run.runJavaScript('new Uint8Array(memory.buffer, 1024, 4).fill(7);', 'script.js');
    // Nobody waits for this here: for Playwright, a page is dead when one of its frames is.
    void run.runJavaScript('for (;;);', 'script.js').then(async (outcome) => {
      const read = [...(await run.read({ start: 1024 as never, end: 1028 as never }))];
      const steps = (await run.trace())?.steps ?? 0;
      new BroadcastChannel('told').postMessage({ outcome, read, steps });
    });
  }, wasm);
  const [, frame] = page.frames();
  if (!frame) throw new Error('there is no frame');
  const session = await page.context().newCDPSession(frame);
  session.send('Page.crash').catch(() => undefined);
  expect(await told).toEqual({
    outcome: { status: 'threw', message: expect.stringContaining('used up its memory'), location: null },
    read: [7, 7, 7, 7],
    steps: expect.any(Number),
  });
  expect(((await told) as { steps: number }).steps).toBeGreaterThan(1);
});

test('a script that has every object inherit what throws is told, and its recording is there', async ({
  page,
  server,
}) => {
  const bomb =
    "for (const key of ['kind', 'id', 'value', 'get']) Object.defineProperty(Object.prototype, key, { get() { throw new Error('inherited'); }, configurable: true });";
  const shown = await play(page, server, {
    program: nothing,
    steps: [start, script('new Uint8Array(memory.buffer, 1024, 16).fill(7);'), script(bomb)],
    asksViews: true,
  });
  expect(shown.outcomes[2]).toMatchObject({ status: 'threw', message: 'Error: inherited' });
  expect(shown.bytes).toEqual(Array(16).fill(7));
  expect(shown.moments.length).toBeGreaterThan(1);
});
