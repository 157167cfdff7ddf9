import { type OpenPage, openPage } from './open-page.ts';

/** Milliseconds that a page waits for another program before its browser ends: as long, a process that used it goes on. */
const lingers = 400;

interface Waiting {
  readonly opened: OpenPage;
  readonly key: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

const waiting: Waiting[] = [];

/**
 * A page for one program of a lesson, which nobody else uses meanwhile: one that another program has left, else a new one. Programs of
 * strangers get one of their own instead.
 */
export async function openLessonPage(chromium: string, folder: string): Promise<OpenPage> {
  const key = `${chromium}\n${folder}`;
  const left = waiting.findIndex((each) => each.key === key);
  const [found] = left < 0 ? [] : waiting.splice(left, 1);
  clearTimeout(found?.timer);
  const opened = found?.opened ?? (await openPage(chromium, folder));
  return {
    ...opened,
    async leave() {
      try {
        await opened.page.evaluate(() => runPage.end());
        waiting.push({ opened, key, timer: setTimeout(() => void endOf(opened), lingers) });
      } catch {
        await opened.close();
      }
    },
  };
}

async function endOf(opened: OpenPage): Promise<void> {
  const index = waiting.findIndex((each) => each.opened === opened);
  if (index < 0) return;
  waiting.splice(index, 1);
  await opened.close();
}
