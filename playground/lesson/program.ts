import { z } from 'zod';
import type { LessonBreakpoint } from './breakpoint.ts';
import { eachOnce } from './each-once.ts';
import { type HostFeature, hostFeatures } from './host-features.ts';

const count = (least: number, most: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.int().min(least).max(most));

/**
 * What a reader of the authoring guide is told of an attribute: its values, and what holds where it is left out. The
 * guide's table is made of these.
 */
const told = (description: string, otherwise?: string) => ({ description, otherwise });

/** Attributes that say how a program is compiled, as an author writes them. */
export const settingsAttributes = {
  standard: z.enum(['c89', 'c99', 'c11', 'c17', 'c23', 'c++11', 'c++14', 'c++17', 'c++20', 'c++23']).default('c++23'),
  optimisation: z.enum(['O0', 'O2']).default('O0'),
  allocator: z.enum(['dlmalloc', 'emmalloc', 'mimalloc']).default('dlmalloc'),
  'stack-order': z.enum(['data-first', 'stack-first']).default('data-first'),
  'stack-size': count(16, 1 << 28)
    .refine((bytes) => bytes % 16 === 0, 'must be a multiple of 16')
    .default(65_536)
    .meta(told('bytes, a multiple of 16')),
  'initial-pages': count(1, 65_536).default(4).meta(told('pages')),
  'maximum-pages': count(1, 65_536).default(1024).meta(told('pages')),
};

export const panelNames = [
  'map',
  'bytes',
  'stack',
  'wasm',
  'heap',
  'findings',
  'views',
  'pixels',
  'canvas',
  'measure',
  'console',
  'practice',
  'glue',
  'call',
] as const;
export type PanelName = (typeof panelNames)[number];

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** Attributes of a program that say how it runs and is shown. */
export const runAttributes = {
  input: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .default('')
    .meta(told('text for standard input, `\\n` for a new line', 'empty')),
  arguments: z
    .string()
    .transform(words)
    .default([])
    .meta(told('separated by spaces; `NAME=value`, in capitals, before the first one is its environment', 'none')),
  calls: z.string().optional().meta(told('exports called after `main`: `fill(4); grow(1)`', 'none')),
  panels: z
    .string()
    .transform(words)
    .pipe(z.array(z.enum(panelNames)).min(1).check(eachOnce))
    .optional()
    .meta(
      told(
        `panels that matter, the first most: ${panelNames.map((name) => `\`${name}\``).join(' ')}. They decide which tabs are open`,
        'the lab’s own choice',
      ),
    ),
  select: z
    .string()
    .optional()
    .meta(
      told(
        'what is selected at first: a symbol, `block 1`, `view 1`, or `0x410..0x414`, whose end is not in it',
        'nothing',
      ),
    ),
  pixels: z
    .string()
    .optional()
    .meta(
      told(
        'what the pixels panel shows: where it begins, its size, its format, and the bytes from row to row where they lie apart: `picture, 64x48, rgb8, stride 256`. Formats: `rgba8` `rgbx8` `bgra8` `rgb8` `rgb565` `grey8` `grey16` `grey32f` `bit1`, and of sound `wave16` `wave32f` (samples x channels)',
        'it guesses from the selection',
      ),
    ),
  needs: z
    .string()
    .transform(words)
    .pipe(z.array(z.enum(hostFeatures)).min(1))
    .optional()
    .meta(
      told(
        `what it uses that not every browser and not every Node.js has: ${hostFeatures.map((name) => `\`${name}\``).join(' ')}`,
        'nothing',
      ),
    ),
  /** Says that the program is meant to trap, or not to compile; the build refuses any other that does not finish. */
  ends: z.enum(['traps', 'does-not-compile']).optional().meta(told('when that is the point', 'it finishes')),
};

/** The compiler's settings of one program. Same shape as the compiler's own type. */
export interface ProgramSettings {
  readonly standard: 'c89' | 'c99' | 'c11' | 'c17' | 'c23' | 'c++11' | 'c++14' | 'c++17' | 'c++20' | 'c++23';
  readonly optimisation: 'O0' | 'O2';
  readonly allocator: 'dlmalloc' | 'emmalloc' | 'mimalloc';
  readonly stackOrder: 'data-first' | 'stack-first';
  /** Bytes. */
  readonly stackSize: number;
  readonly initialPages: number;
  readonly maximumPages: number;
}

export interface LessonFile {
  readonly path: string;
  readonly text: string;
}

/** A call of an export: arguments as a learner would type them. */
export interface ExportCall {
  readonly name: string;
  readonly arguments: readonly string[];
}

/** A program of a lesson, compiled. */
export interface LessonProgram {
  readonly id: string;
  readonly title: string;
  /** C and C++, the first is shown first; or one WAT file. */
  readonly files: readonly LessonFile[];
  /** Runs in the second editor, against the same instance. */
  readonly javascript: LessonFile | null;
  readonly settings: ProgramSettings;
  readonly input: string;
  readonly arguments: readonly string[];
  /** Made after `main` and the JavaScript. */
  readonly calls: readonly ExportCall[];
  readonly panels: readonly PanelName[] | null;
  readonly select: Selection | null;
  /** What the pixels panel shows: `picture, 64x48, rgba8`. It guesses where that is left out. */
  readonly pixels?: string;
  /** Where the lab stops before the reader sets anything; nowhere where that is left out. */
  readonly breakpoints?: readonly LessonBreakpoint[];
  /** The step at which the lab begins; the end where that is left out. */
  readonly step?: number;
  /** Features of the host that it cannot do without; none where that is left out. */
  readonly needs?: readonly HostFeature[];
  /** Address of the prebuilt module, relative to the site's root; null when the first run compiles it, and where it does not compile. */
  readonly wasm: string | null;
}

/** Something in memory that text can point at. Addresses are byte offsets. */
export type Selection =
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'block'; readonly id: number }
  | { readonly kind: 'view'; readonly id: number }
  | { readonly kind: 'range'; readonly start: number; readonly end: number };
