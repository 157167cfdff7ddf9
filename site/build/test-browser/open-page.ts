import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { checkout } from '../checkout.ts';

/** A page of a folder that is served, in a headless browser of its own. */
export interface OpenPage {
  readonly page: Page;
  /** Address of the folder. */
  readonly address: string;
  close(): Promise<void>;
  /** The same where all went well: it may serve again. */
  leave(): Promise<void>;
}

/** Starts the browser at `chromium` with an empty page, and serves `folder` for it. Who opens it closes it. */
export async function openPage(chromium: string, folder: string): Promise<OpenPage> {
  // Found when they are needed: neither is part of this program.
  const playwright = (await import(/* @vite-ignore */ nearby('node_modules/@playwright/test/index.mjs'))) as Playwright;
  const { serve } = (await import(/* @vite-ignore */ nearby('tools/serve.mjs'))) as Served;
  const server = await serve(folder);
  const end = () => {
    server.closeAllConnections();
    server.close();
  };
  try {
    const options = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    const browser = await playwright.chromium.launch({ executablePath: chromium, args: options });
    const close = async (): Promise<void> => {
      await browser.close();
      end();
    };
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { page: await browser.newPage(), address, close, leave: close };
  } catch (error) {
    end();
    throw error;
  }
}

const nearby = (path: string): string => pathToFileURL(join(checkout(), path)).href;

type Playwright = typeof import('@playwright/test');
interface Served {
  serve(folder: string): Promise<Server>;
}
