import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser that CHROMIUM names, else one on the PATH; null where there is none. */
export function findChromium(environment: Readonly<Partial<Record<string, string>>>): string | null {
  const folders = (environment.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const candidates = [
    environment.CHROMIUM ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null;
}

/** Whether there is a file that may be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
