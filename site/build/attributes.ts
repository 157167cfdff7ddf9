import { z } from 'zod';
import { attributePlace, repeatedAttributes } from './attribute-places.ts';
import type { ErrorList } from './author-errors.ts';
import type { Directive } from './directives.ts';
import { suggest } from './nearest.ts';

/** What every id must look like: ids name saved answers and edited code. */
export const idAttribute = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by `-`')
  .meta({ description: 'written `#id`: lower-case words joined by `-`, unique in the lesson' });

/** Which of the lesson's programs is meant. */
export const programIdAttribute = z
  .string()
  .optional()
  .meta({ description: 'the id of a program', otherwise: 'the lesson’s only program' });

/** What a figure says to those who do not see it. */
export const altAttribute = z
  .string()
  .trim()
  .min(1, 'must say what the picture shows')
  .meta({ description: 'what there is to see, in a sentence' });

/** What stands below a figure. */
const markup = /\]\(|\*\*|https?:\/\/|:(?:term|value|see)\[/;
export const captionAttribute = z
  .string()
  .refine((text) => !markup.test(text.replaceAll(/`[^`]*`/g, '')), {
    error:
      'a caption is text with `code` in backticks; it has no link, value or bold word: write such into the text beside the picture',
  })
  .optional()
  .meta({ description: 'text below it, with `code` in backticks' });

/** Reads a block's attributes; unknown ones are errors where they stand. Null when anything is wrong. */
export function readAttributes<Shape extends z.ZodRawShape>(
  node: Directive,
  shape: Shape,
  errors: ErrorList,
): z.infer<z.ZodObject<Shape>> | null {
  const given = node.attributes ?? {};
  const known = Object.keys(shape);
  let sound = true;
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    sound = false;
    const hint = name === 'class' ? 'blocks have no classes; remove it' : suggest(name, known);
    errors.at(node, `\`${node.name}\` has no attribute \`${name}\`; ${hint}`, attributePlace(node, name));
  }
  for (const { name, place } of repeatedAttributes(node)) {
    if (!known.includes(name)) continue;
    sound = false;
    errors.at(node, `\`${node.name}\` has the attribute \`${name}\` twice; remove one of the two`, place);
  }
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success) return sound ? parsed.data : null;
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0]);
    const missing = given[name] === undefined;
    const written = name === 'id' ? '#id' : `${name}="…"`;
    if (missing) errors.at(node, `\`${node.name}\` needs \`${written}\``);
    else {
      const message = `attribute \`${name}\` of \`${node.name}\`: ${explain(issue, given[name] ?? '')}`;
      errors.at(node, message, attributePlace(node, name));
    }
  }
  return null;
}

function explain(issue: z.core.$ZodIssue, given: string): string {
  if (issue.code === 'invalid_value') {
    const word = given.split(' ')[typeof issue.path[1] === 'number' ? issue.path[1] : 0] ?? given;
    return `\`${word}\` is not known; ${suggest(word, issue.values.map(String))}`;
  }
  if (issue.code === 'too_small')
    return issue.origin === 'number' ? `must be at least ${issue.minimum}` : 'must not be empty';
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  return issue.message;
}
