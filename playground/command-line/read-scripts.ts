import type { SourceFile } from '../compiler/compilation.ts';
import { readBytes, Unreadable } from './read-program.ts';
import { type Streams, say } from './streams.ts';

/** Reads scripts under the names that the user knows; null where one cannot be read, which the user was told. */
export function readScripts(paths: readonly string[], streams: Streams): readonly SourceFile[] | null {
  try {
    return paths.map((path) => ({ path, text: new TextDecoder().decode(readBytes(path)) }));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    say(streams, `pagewise: ${error.message}\n`);
    return null;
  }
}
