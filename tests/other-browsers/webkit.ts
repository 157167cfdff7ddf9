import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { DrivenPage } from './driver.ts';
import { findExecutable } from './find-executable.ts';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'; // WebDriver, section 12.2

/** Starts WebKitGTK's MiniBrowser under Xvfb and drives it with plain WebDriver calls (W3C WebDriver). */
export async function openWebKit(): Promise<DrivenPage> {
  const miniBrowser = findExecutable('WEBKIT_MINIBROWSER', ['MiniBrowser'], webKitFolders());
  const port = await freePort();
  const driver = spawn(
    findExecutable('XVFB_RUN', ['xvfb-run']),
    ['-a', '-s', '-screen 0 1440x900x24', findExecutable('WEBKIT_DRIVER', ['WebKitWebDriver']), `--port=${port}`],
    {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    },
  );
  const call = caller(`http://127.0.0.1:${port}`);
  await untilReady(call, driver);
  const options = { binary: miniBrowser, args: ['--automation'] };
  const session = (await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })) as { sessionId: string };
  const base = `/session/${session.sessionId}`;
  await call('POST', `${base}/window/rect`, { width: 1440, height: 900 }).catch(() => null);
  const find = async (selector: string) => {
    const found = (await call('POST', `${base}/element`, {
      using: 'css selector',
      value: selector,
    })) as Record<string, string>;
    return found[elementKey];
  };
  return {
    open: async (url) => void (await call('POST', `${base}/url`, { url })),
    evaluate: (body, ...args) => call('POST', `${base}/execute/sync`, { script: body, args }),
    click: async (selector) => void (await call('POST', `${base}/element/${await find(selector)}/click`, {})),
    type: async (text) => {
      const active = (await call('GET', `${base}/element/active`)) as Record<string, string>;
      const keys = text.replaceAll('\n', '\uE007');
      await call('POST', `${base}/element/${active[elementKey]}/value`, {
        text: keys,
      });
    },
    screenshot: async (path) => {
      const png = (await call('GET', `${base}/screenshot`)) as string;
      await writeFile(path, Buffer.from(png, 'base64'));
    },
    close: async () => {
      await call('DELETE', base).catch(() => null);
      if (driver.pid) process.kill(-driver.pid);
    },
  };
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

function caller(origin: string): Call {
  return async (method, path, body) => {
    const init: RequestInit = { method };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await fetch(origin + path, init);
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebKit driver: ${JSON.stringify(value).slice(0, 300)}`);
    return value;
  };
}

async function untilReady(call: Call, driver: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (driver.exitCode !== null) throw new Error(`the WebKit driver ended with status ${driver.exitCode}`);
    if (await call('GET', '/status').catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the WebKit driver did not answer within 10 s');
}

/** Debian keeps MiniBrowser in a versioned folder below the library folder of the machine's architecture. */
function webKitFolders(): string[] {
  const library = '/usr/lib';
  const folders: string[] = [];
  for (const triple of readdirSync(library)) {
    if (!triple.endsWith('-linux-gnu')) continue;
    for (const name of readdirSync(`${library}/${triple}`)) {
      if (name.startsWith('webkit2gtk')) folders.push(`${library}/${triple}/${name}`);
    }
  }
  return folders;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
