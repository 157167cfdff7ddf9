import type { CompileSettings, SourceFile } from '../compiler/compilation.ts';

/** What the lab opens: a lesson's program, an exercise's starter, or the learner's own. */
export interface LabProgram {
  readonly id: string;
  readonly title: string;
  /** C and C++ files; the first is shown first. */
  readonly files: readonly SourceFile[];
  /** The second editor's file. */
  readonly javascript: SourceFile;
  readonly settings: CompileSettings;
  readonly input: string;
  readonly arguments: readonly string[];
  /** Address of the module that these very files compile to; null when there is none. */
  readonly prebuilt: string | null;
}

export const emptyJavaScript: SourceFile = {
  path: 'lab.js',
  text: '// memory and exports belong to the program on the left.\nconst bytes = new Uint8Array(memory.buffer);\nconsole.log(bytes.length);\n',
};
