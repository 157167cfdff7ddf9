import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { checkout } from '../checkout.ts';
import { createPosted, type Posted } from './posted.ts';

/** The first page of a folder that is served, in a headless browser. */
export interface OpenPage {
  readonly page: Page;
  readonly receive: Posted['receive'];
  close(): Promise<void>;
  /** The same where all went well: it may serve again. */
  leave(): Promise<void>;
}

/** A headless browser, and a folder that is served to it. */
export interface OpenBrowser {
  readonly receive: Posted['receive'];
  /** Shows the folder in a page more. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser at `chromium` with a page of `folder`, which it serves. Who opens it closes it. */
export async function openPage(chromium: string, folder: string): Promise<OpenPage> {
  const opened = await openBrowser(chromium, folder);
  try {
    return { ...opened, page: await opened.newPage(), leave: opened.close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Starts the browser at `chromium` without a page, with `flags`, and serves `folder` for it. Who opens it closes it. */
export async function openBrowser(
  chromium: string,
  folder: string,
  flags: readonly string[] = [],
): Promise<OpenBrowser> {
  // Found when they are needed: neither is part of this program.
  const playwright = (await import(/* @vite-ignore */ nearby('node_modules/@playwright/test/index.mjs'))) as Playwright;
  const { serve } = (await import(/* @vite-ignore */ nearby('tools/serve.mjs'))) as Served;
  const { receive, answer } = createPosted();
  const server = await serve(folder, { post: answer });
  const end = () => {
    server.closeAllConnections();
    server.close();
  };
  try {
    const options = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...flags];
    const browser = await playwright.chromium.launch({ executablePath: chromium, args: options });
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    // Pages of one context: another would be a window with processes of its own.
    const context = await browser.newContext();
    const newPage = async (): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    };
    return { receive, newPage, close: () => browser.close().finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}

const nearby = (path: string): string => pathToFileURL(join(checkout(), path)).href;

type Playwright = typeof import('@playwright/test');
interface Served {
  serve(folder: string, options: { readonly post: Posted['answer'] }): Promise<Server>;
}
