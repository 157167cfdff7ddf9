import { flag, Misuse, number, read, value } from './words.ts';

/** What is wanted of lessons. Paths are as they were typed; where there are none, the course of this checkout is meant. */
export type LessonChoice =
  | {
      readonly kind: 'check';
      /** Courses, parts or lessons. */
      readonly paths: readonly string[];
      /** Whether an exercise without enough sample solutions is an error. */
      readonly needsSamples: boolean;
      readonly isJson: boolean;
    }
  | { readonly kind: 'list'; readonly paths: readonly string[]; readonly isJson: boolean }
  | {
      readonly kind: 'new';
      readonly slug: string;
      /** Number of the part; null is the last one. */
      readonly part: number | null;
      /** Folder of the course. */
      readonly course: string | null;
    }
  | { readonly kind: 'preview'; readonly path: string | null; readonly port: number | null };

const verbs = ['check', 'list', 'new', 'preview'] as const;

/** Reads what follows `pagewise lesson`; throws a {@link Misuse}. */
export function lessonOf([verb, ...words]: readonly string[]): LessonChoice {
  const kind = verbs.find((known) => known === verb);
  switch (kind) {
    case 'check': {
      const { files, values } = read(words, { samples: flag, json: flag });
      return { kind, paths: files, needsSamples: values.samples === true, isJson: values.json === true };
    }
    case 'list': {
      const { files, values } = read(words, { json: flag });
      return { kind, paths: files, isJson: values.json === true };
    }
    case 'new': {
      const given = read(words, { part: value, in: value });
      const slug = only(given.files) ?? '';
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
        throw new Misuse('`lesson new` needs the slug of the lesson: small letters, digits and hyphens');
      const course = typeof given.values.in === 'string' ? given.values.in : null;
      return { kind, slug, part: number(given, 'part'), course };
    }
    case 'preview': {
      const given = read(words, { port: value });
      return { kind, path: only(given.files), port: number(given, 'port') };
    }
    case undefined:
      throw new Misuse(
        `there is no \`lesson ${verb ?? ''}\`; there are ${verbs.map((each) => `\`${each}\``).join(', ')}`,
      );
    default:
      return kind satisfies never;
  }
}

function only(words: readonly string[]): string | null {
  if (words.length > 1) throw new Misuse(`one lesson at a time, not \`${words.join(' ')}\``);
  return words[0] ?? null;
}
