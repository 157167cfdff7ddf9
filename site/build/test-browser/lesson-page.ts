import type { Page } from '@playwright/test';
import { type OpenBrowser, type OpenPage, openBrowser } from './open-page.ts';

/** Milliseconds that a browser waits for another program before it ends: as long, a process that used it goes on. */
const lingers = 400;

/** A process for each sandbox would take a third of the time: its frame has another origin all the same. */
const quick = ['--disable-features=IsolateSandboxedIframes'];

/** A browser whose pages run programs of lessons. */
interface Place {
  readonly opened: Promise<OpenBrowser>;
  /** Pages that programs have left. */
  readonly left: Page[];
  /** Pages that are in use. */
  used: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

const places = new Map<string, Place>();

/**
 * A page for one program of a lesson, which nobody else uses meanwhile: one that another program has left, else a new one of the same
 * browser. Programs of strangers get a browser of their own instead.
 */
export async function openLessonPage(chromium: string, folder: string): Promise<OpenPage> {
  const key = `${chromium}\n${folder}`;
  const place = places.get(key) ?? {
    opened: openBrowser(chromium, folder, quick),
    left: [],
    used: 0,
    closing: undefined,
  };
  places.set(key, place);
  clearTimeout(place.closing);
  place.used++;
  const done = (): void => {
    if (--place.used === 0) place.closing = setTimeout(() => void end(key, place), lingers);
  };
  try {
    const { browser, address } = await place.opened;
    const page = place.left.pop() ?? (await browser.newPage());
    const close = (): Promise<void> => page.context().close().finally(done);
    const leave = async (): Promise<void> => {
      try {
        await page.evaluate(() => runPage.end());
      } catch {
        return close();
      }
      place.left.push(page);
      done();
    };
    return { page, address, close, leave };
  } catch (error) {
    if (places.get(key) === place) places.delete(key);
    done();
    throw error;
  }
}

/** Ends the browsers that wait for another program: no other comes. */
export async function endLessonPages(): Promise<void> {
  await Promise.all([...places].filter(([, { used }]) => used === 0).map(([key, place]) => end(key, place)));
}

async function end(key: string, place: Place): Promise<void> {
  places.delete(key);
  clearTimeout(place.closing);
  const opened = await place.opened.catch(() => null);
  await opened?.close();
}
