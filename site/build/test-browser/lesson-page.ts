import type { Page } from '@playwright/test';
import { type OpenBrowser, type OpenPage, openBrowser } from './open-page.ts';

/** Milliseconds that a browser waits for another program before it ends: as long, a process that used it goes on. */
const lingers = 400;
/** The same where a program that will use it is still compiled. */
const compiles = 10_000;

/** Pages at the same time: more take each other's time on four cores. */
const mostUsed = 4;

/**
 * A process for each sandbox would take a third of the time: its frame has another origin all the same. And the lists below the
 * address bar, which nobody sees, are pages with processes of their own.
 */
const quick = ['--disable-features=IsolateSandboxedIframes,WebUIOmniboxPopup,WebUIOmniboxAimPopup'];

/** A browser whose pages run programs of lessons. */
interface Place {
  readonly key: string;
  readonly opened: Promise<OpenBrowser>;
  /** Pages that nobody uses. */
  readonly free: Promise<Page>[];
  /** Pages that are in use. */
  used: number;
  /** Programs that wait for one. */
  readonly waiting: (() => void)[];
  closing: ReturnType<typeof setTimeout> | undefined;
}

const places = new Map<string, Place>();

/** Starts the browser and its pages for programs that are still compiled: both take as long. */
export function startLessonPages(chromium: string, folder: string): void {
  const place = placeOf(chromium, folder);
  if (place.used === 0) endLater(place, compiles);
  while (place.used + place.free.length < mostUsed) place.free.push(newPage(place));
}

/**
 * A page for one program of a lesson, which nobody else uses meanwhile: one that another program has left, else a new one of the same
 * browser. Waits while as many are in use as the machine has a use for. Programs of strangers get a browser of their own instead.
 */
export async function openLessonPage(chromium: string, folder: string): Promise<OpenPage> {
  const place = placeOf(chromium, folder);
  clearTimeout(place.closing);
  if (place.used === mostUsed) await new Promise<void>((resolve) => place.waiting.push(resolve));
  else place.used++;
  const done = (): void => {
    const next = place.waiting.shift();
    if (next) next();
    else if (--place.used === 0) endLater(place, lingers);
  };
  try {
    const { receive } = await place.opened;
    const page = await (place.free.shift() ?? newPage(place));
    const close = (): Promise<void> => page.close().finally(done);
    const leave = async (): Promise<void> => {
      try {
        await page.evaluate(() => runPage.end());
      } catch {
        return close();
      }
      place.free.push(Promise.resolve(page));
      done();
    };
    return { page, receive, close, leave };
  } catch (error) {
    if (places.get(place.key) === place) places.delete(place.key);
    done();
    throw error;
  }
}

function placeOf(chromium: string, folder: string): Place {
  const key = `${chromium}\n${folder}`;
  const open = places.get(key);
  if (open) return open;
  const opened = openBrowser(chromium, folder, quick);
  opened.catch(() => undefined); // whoever asks for a page is told
  const place: Place = { key, opened, free: [], used: 0, waiting: [], closing: undefined };
  places.set(key, place);
  return place;
}

function newPage({ opened }: Place): Promise<Page> {
  const page = opened.then((browser) => browser.newPage());
  page.catch(() => undefined); // so is whoever takes it
  return page;
}

function endLater(place: Place, milliseconds: number): void {
  clearTimeout(place.closing);
  place.closing = setTimeout(() => void end(place), milliseconds);
}

/** Ends the browsers that wait for another program: no other comes. */
export async function endLessonPages(): Promise<void> {
  await Promise.all([...places.values()].filter(({ used }) => used === 0).map(end));
}

async function end(place: Place): Promise<void> {
  places.delete(place.key);
  clearTimeout(place.closing);
  const opened = await place.opened.catch(() => null);
  await opened?.close();
}
