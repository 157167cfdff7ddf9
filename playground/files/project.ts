import type { CompileSettings, SourceFile } from '../compiler/compilation.ts';

/** What JavaScript's buffer of memory can be: detached by each growth, or growing with it. */
export const bufferChoices = ['fixed-length', 'resizable'] as const;

/** How a program is compiled, and what it is given. */
export interface RunValues {
  readonly settings: CompileSettings;
  readonly input: string;
  readonly inputEnds: boolean;
  readonly argumentLine: string;
  readonly buffer: (typeof bufferChoices)[number];
}

/** What a program is given unless somebody says otherwise. */
export const usualValues: Omit<RunValues, 'settings'> = {
  input: '',
  inputEnds: false,
  argumentLine: '',
  buffer: 'fixed-length',
};

/** A program as files, with all that its runs depend on: what a zip and a link hold. */
export interface Project extends RunValues {
  /** C and C++, or one WAT file. */
  readonly files: readonly SourceFile[];
  /** JavaScript, in the order in which it runs beside the program. */
  readonly scripts: readonly SourceFile[];
}

/** The files of a project, in their order. */
export const allFiles = ({ files, scripts }: Pick<Project, 'files' | 'scripts'>): readonly SourceFile[] => [
  ...files,
  ...scripts,
];
