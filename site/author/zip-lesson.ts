import { type Zippable, zipSync } from 'fflate';
import { isText, type LessonFolder } from './draft.ts';

/** A lesson's folder as a zip archive, ready to be put into the folder of a part. */
export function zipLesson({ name, files }: LessonFolder): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(
    files.map((file) => [`${name}/${file.path}`, isText(file) ? encoder.encode(file.text) : file.bytes]),
  );
  return zipSync(entries, { level: 9 });
}
