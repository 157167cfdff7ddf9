import { deflateSync } from 'fflate';
import { z } from 'zod/mini';
import { inflateWithin } from './inflate.ts';
import { parametersOf } from './link-fragment.ts';
import { projectLimits, projectSchema, writtenValues } from './parse-project.ts';
import type { Project } from './project.ts';

/** What a link shares: a program, and where somebody stood in it. */
export interface SharedProgram {
  /** The program on the page of the link that it was made of. */
  readonly program: string;
  readonly project: Project;
  /** The step that was shown; null for the end. */
  readonly step: number | null;
  /** The panels that were open, the last one first. */
  readonly panels: readonly string[];
  /** What the pixels panel shows, where somebody chose that: `picture, 64x48, rgba8`. */
  readonly pixels?: string;
}

export type ReadLink =
  | { readonly ok: true; readonly shared: SharedProgram }
  /** In words, for who followed the link. */
  | { readonly ok: false; readonly problem: string };

/** Characters of the longest link: beyond, chats and mail programs begin to cut them. */
export const longestLink = 16_000;

/** Characters of the data of a link when inflated: all of a project's text, twice as long in JSON at the worst. */
const mostData = 2 * (projectLimits.textBytes + projectLimits.input + projectLimits.arguments);

const schema = z.strictObject({
  project: z.unknown(),
  step: z.nullable(z.int().check(z.minimum(0))),
  panels: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(20)),
  pixels: z.optional(z.string().check(z.maxLength(200))),
});

/** The fragment that an address gets, `#` first: `#program=ID&code=1.DATA`. Nothing in it leaves the browser of who opens it. */
export function linkFragment({ program, project, step, panels, pixels }: SharedProgram): string {
  const { files, scripts } = project;
  const short = { files, scripts, ...writtenValues(project) };
  const data = new TextEncoder().encode(JSON.stringify({ project: short, step, panels, pixels }));
  return `#program=${encodeURIComponent(program)}&code=1.${base64url(deflateSync(data, { level: 9 }))}`;
}

/** Reads a fragment with a program. It comes from anyone: nothing is taken that does not fit. */
export function readLink(fragment: string): ReadLink {
  const given = parametersOf(fragment);
  const program = given.get('program') ?? '';
  const [, version, letters = ''] = /^(\d+)\.([\w-]*)$/.exec(given.get('code') ?? '') ?? [];
  if (version === undefined) return refuse(cut);
  if (version !== '1') {
    return refuse(
      'This link was made by a newer version of this page. Reload the page, or ask for the program as a zip.',
    );
  }
  if (fragment.length > 2 * longestLink) return refuse('This link is longer than any that is made here.');
  const inflated = inflateWithin(bytesOf(letters), mostData);
  if (!inflated) return refuse(cut);
  const data = parse(inflated);
  if (data === undefined) return refuse(cut);
  const parsed = schema.safeParse(data).data;
  const project = parsed && projectSchema.safeParse(parsed.project).data;
  if (!project) return refuse('This link holds no program that can be opened here.');
  const { step, panels, pixels } = parsed;
  return { ok: true, shared: { program, project, step, panels, ...(pixels !== undefined && { pixels }) } };
}

const cut =
  'This link is damaged: a part of it is missing or was changed on its way. Copy all of it, or ask for it again.';
const refuse = (problem: string): ReadLink => ({ ok: false, problem });

/** Undefined where it is no JSON. */
function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function base64url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
