import { limits } from './messages.ts';

/** A message that the run worker never sends: learner code made it. */
export class Malformed extends Error {}

export function record(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Malformed();
  return data as Readonly<Record<string, unknown>>;
}

/** A whole number from 0 to `most`; every count, size and address is one. */
export function natural(data: unknown, most: number = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(data) || (data as number) < 0 || (data as number) > most) throw new Malformed();
  return data as number;
}

/** A number of any size from 0 on, such as a time. */
export function amount(data: unknown): number {
  if (!Number.isFinite(data) || (data as number) < 0) throw new Malformed();
  return data as number;
}

export function naturalOrNull(data: unknown): number | null {
  return data === null ? null : natural(data);
}

export function flag(data: unknown): boolean {
  if (typeof data !== 'boolean') throw new Malformed();
  return data;
}

/** Text of bounded length; longer text is cut, as an honest message of an error may be long. */
export function text(data: unknown): string {
  if (typeof data !== 'string') throw new Malformed();
  return data.slice(0, limits.text);
}

export function list<Item>(data: unknown, parse: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(data) || data.length > limits.list) throw new Malformed();
  return data.map(parse);
}

export function either<Word extends string>(words: readonly Word[], data: unknown): Word {
  const word = words.find((candidate) => candidate === data);
  if (word === undefined) throw new Malformed();
  return word;
}
