import { isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ErrorList } from './author-errors.ts';
import { suggest } from './nearest.ts';

/** Splits `---` front matter from the text. The text keeps its line numbers. */
export function splitFrontMatter(source: string): { yaml: string; markdown: string } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/.exec(source);
  if (!match) return null;
  const lines = match[0].split('\n').length - 1;
  return { yaml: match[1] ?? '', markdown: '\n'.repeat(lines) + source.slice(match[0].length) };
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
  if (document.errors.length > 0) {
    for (const error of document.errors) report(error.pos[0], error.message.split(' at line ')[0] ?? error.message);
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
    const node = path.length === 0 ? null : document.getIn(path, true);
    return (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
  };
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const known = issue.path.length === 0 ? Object.keys(schema.shape) : ['title', 'url'];
        report(offsetOf([...issue.path, key]), `there is no key \`${key}\`; ${suggest(key, known)}`);
      }
      continue;
    }
    const name = issue.path.join('.');
    const missing = issue.code === 'invalid_type' && issue.message.includes('undefined');
    const reason = missing ? 'is missing' : issue.message.replace(/^Invalid input: /, '').replace(/^Too /, 'too ');
    report(offsetOf(issue.path), `\`${name}\`: ${reason}`);
  }
  return null;
}
