import { z } from 'zod';

const count = (least: number, most: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.int().min(least).max(most));

/** Attributes that say how a program is compiled, as an author writes them. */
export const settingsAttributes = {
  standard: z.enum(['c89', 'c99', 'c11', 'c17', 'c23', 'c++11', 'c++14', 'c++17', 'c++20', 'c++23']).default('c++23'),
  optimisation: z.enum(['O0', 'O2']).default('O0'),
  allocator: z.enum(['dlmalloc', 'emmalloc', 'mimalloc']).default('dlmalloc'),
  'stack-order': z.enum(['data-first', 'stack-first']).default('data-first'),
  'stack-size': count(16, 1 << 28)
    .refine((bytes) => bytes % 16 === 0, 'must be a multiple of 16')
    .default(65_536),
  'initial-pages': count(1, 65_536).default(4),
  'maximum-pages': count(1, 65_536).default(1024),
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
] as const;
export type PanelName = (typeof panelNames)[number];

/** Attributes of a program that say how it runs and is shown. */
export const runAttributes = {
  input: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .default(''),
  arguments: z
    .string()
    .transform((text) => text.split(' ').filter((word) => word !== ''))
    .default([]),
  calls: z.string().optional(),
  panels: z
    .string()
    .transform((text) => text.split(' ').filter((word) => word !== ''))
    .pipe(z.array(z.enum(panelNames)).min(1))
    .optional(),
  select: z.string().optional(),
  pixels: z.string().optional(),
  /** Says that the program is meant to trap; the build refuses any other that does not finish. */
  ends: z.literal('traps').optional(),
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
  /** C and C++; the first is shown first. */
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
  /** Address of the prebuilt module, relative to the site's root. */
  readonly wasm: string;
}

/** Something in memory that text can point at. Addresses are byte offsets. */
export type Selection =
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'block'; readonly id: number }
  | { readonly kind: 'view'; readonly id: number }
  | { readonly kind: 'range'; readonly start: number; readonly end: number };
