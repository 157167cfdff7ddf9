import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPosted } from './posted.ts';

const posted = createPosted();
const server = createServer(posted.answer);
let at = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const post = async (address: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> =>
  (await fetch(`${at}${address}`, { method: 'POST', body: bytes })).status;

it('bytes come to whoever awaits them, each to its own', async () => {
  const sent = [new Uint8Array(300_000).fill(7), new Uint8Array([1, 2, 3]), new Uint8Array()];
  const came = await Promise.all(sent.map((bytes) => posted.receive(async (to) => void (await post(to, bytes)))));
  expect(came).toEqual(sent);
});

it('nothing is taken at an address that nobody awaits', async () => {
  expect(await post('/index.html', new Uint8Array([1]))).toBe(404);
  let used = '';
  await posted.receive(async (to) => {
    used = to;
    await post(to, new Uint8Array([1]));
  });
  expect(await post(used, new Uint8Array([1]))).toBe(404);
});

it('whoever awaits hears that nothing came', async () => {
  await expect(posted.receive(async () => undefined)).rejects.toThrow('the page sent nothing');
});
