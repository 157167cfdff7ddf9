import { parseArgs } from 'node:util';

/** A command line that cannot be meant; its message says why. */
export class Misuse extends Error {}

export const flag = { type: 'boolean' } as const;
export const value = { type: 'string' } as const;

/** Arguments, read. */
export interface Words {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Reads arguments by `parseArgs`' options; throws a {@link Misuse}. */
export function read(
  words: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'],
): Words {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { files: positionals, values: values as Words['values'] };
  } catch (error) {
    const unknown = /^Unknown option '([^']+)'/.exec((error as Error).message)?.[1];
    throw new Misuse(unknown ? `there is no option \`${unknown}\`` : firstSentence((error as Error).message));
  }
}

const firstSentence = (text: string): string => text.replace(/[.\n].*$/s, '').replace(/^O/, 'o');

/** A whole number that an option gives; throws a {@link Misuse} where it is none. */
export function number({ values }: Words, name: string): number | null;
export function number({ values }: Words, name: string, otherwise: number): number;
export function number({ values }: Words, name: string, otherwise: number | null = null): number | null {
  const text = values[name];
  if (text === undefined) return otherwise;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw new Misuse(`--${name} needs a whole number`);
  return Number(text);
}

/** One of an option's choices; throws a {@link Misuse} for another. */
export function oneOf<Choice extends string>(
  { values }: Words,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const found = choices.find((each) => each === values[name]);
  if (name in values && found === undefined) throw new Misuse(`--${name} is one of ${choices.join(' ')}`);
  return found;
}
