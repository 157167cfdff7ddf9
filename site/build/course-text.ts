import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { ErrorList } from './author-errors.ts';

/** Reads a text of a course. The first byte of what is no text in UTF-8 is an error; the text is read all the same. */
export function readCourseText(path: string, errors: ErrorList): string {
  const bytes = readFileSync(path);
  const wrong = wrongByte(bytes);
  if (wrong) errors.add(wrong.line, wrong.column, wrong.message);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** The first byte that no text in UTF-8 has, or a byte 0, with its place from 1; null where there is none. */
export function wrongByte(bytes: Buffer): { line: number; column: number; message: string } | null {
  const found = bytes.toString('utf8');
  const wrong = found.search(isUtf8(bytes) ? /\0/ : /\ufffd/);
  if (wrong < 0) return null;
  const before = found.slice(0, wrong);
  const byte = bytes[Buffer.byteLength(before)] ?? 0;
  const hex = byte.toString(16).toUpperCase().padStart(2, '0');
  const message = `byte 0x${hex} stands here, so this is no text in UTF-8; save the file as UTF-8`;
  return { ...placeAfter(before), message };
}

/** Line and column, from 1, of what comes after a text. */
export function placeAfter(before: string): { line: number; column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
