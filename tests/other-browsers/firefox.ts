import puppeteer from 'puppeteer-core';
import type { DrivenPage } from './driver.ts';
import { findExecutable } from './find-executable.ts';

/** Starts Firefox over WebDriver BiDi (W3C working draft), headless, with a profile of its own. */
export async function openFirefox(): Promise<DrivenPage> {
  const executablePath = findExecutable('FIREFOX', ['firefox', 'firefox-esr']);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    evaluate: (body, ...args) =>
      page.evaluate(`(function(){${body}}).apply(null, ${JSON.stringify(args)})`) as Promise<unknown>,
    click: async (selector) => {
      await page.waitForSelector(selector, { visible: true, timeout: 30_000 });
      await page.click(selector);
    },
    type: async (text) => {
      for (const character of text) await page.keyboard.press(character === '\n' ? 'Enter' : (character as 'a'));
    },
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => browser.close(),
  };
}
