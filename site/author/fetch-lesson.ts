import { filesInZip, type IncomingFiles, largestZip } from '../../playground/files/incoming-files.ts';

/** The address of a lesson, as somebody wrote it; null when lessons are not fetched from such. */
export function lessonAddress(written: string, page: URL): URL | null {
  let address: URL;
  try {
    address = new URL(written.trim());
  } catch {
    return null;
  }
  if (address.username !== '' || address.password !== '') return null;
  // A `blob:` has the page's origin too, and is gone with the page that made it.
  const isOwn = address.protocol === page.protocol && address.origin === page.origin;
  return address.protocol === 'https:' || isOwn ? address : null;
}

/**
 * Fetches a lesson: a zip archive, or the text of a `lesson.md`. Nothing of the reader goes along: no cookies, and not
 * the address of this page. The server has to allow it (CORS). What is larger than a lesson can be is not read to its end,
 * and what takes longer than `patience`, in seconds, is no more waited for.
 */
export async function fetchLesson(address: URL, given: AbortSignal, patience = 60): Promise<IncomingFiles> {
  const late = AbortSignal.timeout(patience * 1000);
  const signal = AbortSignal.any([given, late]);
  const tooLate = `${address.host} took longer than ${patience} seconds. Try again, or download the lesson and open the file.`;
  let response: Response;
  try {
    response = await fetch(address, { mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal });
  } catch {
    if (late.aborted) return refuse(tooLate);
    return refuse(
      `${address.host} did not answer, or does not let other pages read its files (CORS). Download the lesson and open the file.`,
    );
  }
  if (!response.ok || !response.body) return refuse(`${address.host} answered ${response.status} instead of a lesson.`);
  const bytes = await readWithin(response.body, largestZip).catch(() => undefined);
  if (late.aborted) return refuse(tooLate);
  if (bytes === undefined) return refuse(`${address.host} broke off before the end of the lesson. Try again.`);
  if (bytes === null) return refuse(`This file has more than ${largestZip / 1e6} MB: a lesson never has so many.`);
  // Every zip archive with a file in it begins so.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return filesInZip(bytes);
  if (bytes.length === 0) return refuse(`${address.host} answered with an empty file instead of a lesson.`);
  if (pageStart.test(new TextDecoder().decode(bytes.subarray(0, 2000)))) return refuse(webPage(address));
  return { ok: true, files: [{ path: 'lesson.md', size: bytes.length, read: async () => bytes }] };
}

/** How a web page begins, after comments. */
const pageStart = /^\s*(?:<(?:!--|\?)[^>]*>\s*)*<(?:!doctype|html)/i;

/** What to do where a page about the file was answered in place of the file: GitHub's have a button for it. */
function webPage({ host, pathname }: URL): string {
  const [, owner, repository, place, ...path] = pathname.split('/');
  const isFile = host === 'github.com' && place === 'blob' && path.length > 1;
  const instead = isFile
    ? `Give the address of its text: https://raw.githubusercontent.com/${owner}/${repository}/${path.join('/')}`
    : 'Give the address of its lesson.md or its zip; on GitHub, the one that the button Raw leads to.';
  return `This is the address of a web page, and not of a lesson. ${instead}`;
}

const refuse = (problem: string): IncomingFiles => ({ ok: false, problem });

/** All bytes of a stream; null when there are more than `most`. */
async function readWithin(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      void reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
