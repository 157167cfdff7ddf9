import { type Document, type ErrorCode, isMap, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { ErrorList } from './author-errors.ts';
import { suggest } from './nearest.ts';
import { isStackOverflow, tooDeep } from './nesting.ts';

/** Splits `---` front matter from the text. The text keeps its line numbers. */
export function splitFrontMatter(source: string): { yaml: string; markdown: string } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/.exec(source);
  if (!match) return null;
  const lines = match[0].split('\n').length - 1;
  return { yaml: match[1] ?? '', markdown: '\n'.repeat(lines) + source.slice(match[0].length) };
}

/** The keys of what stands in lists. */
const within: Readonly<Record<string, readonly string[]>> = {
  references: ['title', 'url'],
  asked: ['question', 'answer'],
  terms: ['of', 'term', 'also', 'text', 'lesson'],
};

const quoted = 'a text that holds `: ` or begins with a sign goes between double quotes';

/** What the parser's errors mean to somebody who writes a lesson. */
const wordsFor: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'this line begins at another column than the others of its list or key',
  TAB_AS_INDENT: 'this line begins with a tab; write spaces',
  DUPLICATE_KEY: 'this key stands here twice',
  BLOCK_AS_IMPLICIT_KEY: `lines of one list begin at the same column, and ${quoted}`,
  MULTILINE_IMPLICIT_KEY: `this is no \`key: value\`; ${quoted}`,
  BAD_SCALAR_START: quoted,
  MISSING_CHAR: 'a quote, a bracket, or the `:` after a key is missing here or before',
  UNEXPECTED_TOKEN: `this cannot stand here; lines of one list begin at the same column, and ${quoted}`,
  BAD_ALIAS: quoted,
};

/** Where a value first stands for another by `*name`: few of those in each other make more text than memory holds. */
function firstAlias(document: Document): number | null {
  let first: number | null = null;
  visit(document, {
    Alias(_key, { range }) {
      first = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return first;
}

/** Where the quoted text begins that reaches to an offset: the parser tells where it ended, which is mostly the end of the text. */
function openQuote(document: Document, offset: number): number | null {
  let start: number | null = null;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset && range[1] >= offset) start = range[0];
    },
  });
  return start;
}

const noBreakSpace = /[\u00A0\u2007\u202F]/;
const wordsForNoBreakSpace = 'a no-break space stands in this line; write a space in its place';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text; put it between double quotes if it looks like a number or a date',
  number: 'a number',
  int: 'a whole number',
  array: 'a list: each entry in a line of its own that begins with `- `',
  object: 'several lines `key: value`',
};

/** What is wrong with a value, in an author's words rather than the schema's. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`;
  const isCounted = issue.code === 'too_small' || issue.code === 'too_big';
  if (isCounted && issue.message.startsWith('Too ')) {
    const [most, least] = issue.code === 'too_big' ? [issue.maximum, null] : [null, issue.minimum];
    const entries = issue.origin === 'array' ? ' entries' : '';
    return least === null ? `must be at most ${most}${entries}` : `must be at least ${least}${entries}`;
  }
  return issue.message;
}

/** Reads YAML strictly; every error is at the key it is about. `firstLine` is where the YAML begins in its file. */
export function readYaml<Schema extends z.ZodObject>(
  yaml: string,
  schema: Schema,
  errors: ErrorList,
  firstLine: number,
): z.infer<Schema> | null {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const report = (offset: number, message: string): void => {
    const place = lines.linePos(offset);
    errors.add(place.line + firstLine - 1, Math.max(place.col, 1), message);
  };
  const deep = document.errors.find(({ message }) => isStackOverflow(message));
  if (deep) {
    report(deep.pos[0], tooDeep);
    return null;
  }
  if (document.errors.length > 0) {
    let bracket = false;
    for (const { code, pos, message } of document.errors) {
      const isBracket = /end with a [\]}]/.test(message);
      if (isBracket && bracket) continue; // Brackets that are never closed are told at one place, the text's end.
      bracket ||= isBracket;
      const line = yaml.split('\n')[lines.linePos(pos[0]).line - 1] ?? '';
      const quote = /closing ["']quote/.test(message) ? openQuote(document, pos[0]) : null;
      if (/(?::|^\s*-)[\u00A0\u2007\u202F]/.test(line)) report(pos[0], wordsForNoBreakSpace);
      else if (quote !== null) report(quote, 'the quote that begins here is never closed');
      else if (isBracket) report(pos[0], 'a bracket that opens before this is never closed');
      else report(pos[0], wordsFor[code] ?? message.split(' at line ')[0] ?? message);
    }
    return null;
  }
  const alias = firstAlias(document);
  if (alias !== null) {
    report(
      alias,
      'a word that begins with `*` stands for another text; write that text, or put the word between quotes',
    );
    return null;
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  const offsetOf = (path: readonly PropertyKey[]): number => {
    if (path.length === 1 && isMap(document.contents)) {
      const pair = document.contents.items.find((item) => String(item.key) === String(path[0]));
      const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
      if (range) return range[0];
    }
    if (path.length === 0) return 0;
    const node = document.getIn(path, true) as { range?: [number, number, number] } | null;
    // What is missing has no place of its own: that of what it is missing in.
    return node?.range?.[0] ?? offsetOf(path.slice(0, -1));
  };
  const told = new Set<string>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys' && told.has(path)) continue; // What else is wrong follows from the first.
    if (issue.code !== 'unrecognized_keys') told.add(path);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const known = issue.path.length === 0 ? Object.keys(schema.shape) : (within[String(issue.path[0])] ?? []);
        report(offsetOf([...issue.path, key]), `there is no key \`${key}\`; ${suggest(key, known)}`);
      }
      continue;
    }
    // Entries of a list are counted from 1, as people do.
    const name = issue.path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
    if (issue.code === 'invalid_value') {
      report(offsetOf(issue.path), `\`${name}\`: ${suggest('', issue.values.map(String))}`);
      continue;
    }
    const missing = issue.code === 'invalid_type' && issue.message.includes('undefined');
    const value = document.getIn(issue.path);
    if (issue.code === 'invalid_type' && typeof value === 'string' && noBreakSpace.test(value)) {
      report(offsetOf(issue.path), `\`${name}\`: ${wordsForNoBreakSpace}`);
      continue;
    }
    const reason = missing ? 'is missing' : reasonOf(issue);
    report(offsetOf(issue.path), `\`${name}\`: ${reason}`);
  }
  return null;
}
