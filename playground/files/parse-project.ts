import { z } from 'zod/mini';
import { type CompileSettings, defaultSettings, type SourceFile, settingChoices } from '../compiler/compilation.ts';
import { fileNameProblem, isScript } from '../lesson/file-names.ts';
import { bufferChoices, type Project, type RunValues, usualValues } from './project.ts';

/** What one program may hold, wherever it comes from. It is kept in the browser, where there is room for a few. */
export const projectLimits = { files: 100, textBytes: 500_000, input: 100_000, arguments: 10_000 } as const;

const size = (usual: number) => z._default(z.int().check(z.minimum(0), z.maximum(2 ** 32)), usual);
const settingsSchema: z.ZodMiniType<CompileSettings> = z.strictObject({
  standard: z._default(z.enum(settingChoices.standard), defaultSettings.standard),
  optimisation: z._default(z.enum(settingChoices.optimisation), defaultSettings.optimisation),
  allocator: z._default(z.enum(settingChoices.allocator), defaultSettings.allocator),
  stackOrder: z._default(z.enum(settingChoices.stackOrder), defaultSettings.stackOrder),
  stackSize: size(defaultSettings.stackSize),
  initialPages: size(defaultSettings.initialPages),
  maximumPages: size(defaultSettings.maximumPages),
});

/** How a program is compiled and what it is given, as it was written down; settings that are not named are the usual ones. */
export const valuesSchema = z.strictObject({
  settings: settingsSchema,
  input: z.string().check(z.maxLength(projectLimits.input)),
  inputEnds: z.boolean(),
  argumentLine: z.string().check(z.maxLength(projectLimits.arguments)),
  buffer: z._default(z.enum(bufferChoices), usualValues.buffer),
});

export const fileSchema = z.strictObject({ path: z.string(), text: z.string() });
const filesSchema = z.array(fileSchema).check(z.maxLength(projectLimits.files));

/** A project as data, whatever its files are. */
export const projectShape = z.extend(valuesSchema, { files: filesSchema, scripts: filesSchema });

/** A project that was written down as data. It need not be one of ours: names, number and sizes are checked. */
export const projectSchema: z.ZodMiniType<Project> = projectShape.check(
  z.refine(({ files, scripts }) => scripts.length > 0 && projectProblem({ files, scripts }) === null),
);

/** What is written down of a program's values: of settings, and of the buffer, only what is unusual. */
export function writtenValues({ settings, input, inputEnds, argumentLine, buffer }: RunValues) {
  const usual: Readonly<Record<string, unknown>> = { ...defaultSettings };
  return {
    settings: Object.fromEntries(Object.entries(settings).filter(([key, value]) => usual[key] !== value)),
    ...{ input, inputEnds, argumentLine },
    ...(buffer === usualValues.buffer ? {} : { buffer }),
  };
}

/** Why these cannot be the files of a program, in words; null when they can. */
export function projectProblem({ files, scripts }: Pick<Project, 'files' | 'scripts'>): string | null {
  const all = [...files, ...scripts];
  if (files.length === 0) return 'There is no C, C++ or WAT file among them.';
  if (all.length > projectLimits.files) {
    return `These are ${all.length} files; a program has at most ${projectLimits.files} here.`;
  }
  if (textBytes(all) > projectLimits.textBytes) {
    return `The files have more than ${projectLimits.textBytes / 1000} kB of text, the most that is kept here.`;
  }
  const taken: string[] = [];
  for (const { path } of all) {
    const problem = fileNameProblem(path, taken);
    if (problem !== null) return `${shortened(path)}: ${problem}`;
    taken.push(path);
  }
  const isMixed = files.some(({ path }) => isScript(path)) || !scripts.every(({ path }) => isScript(path));
  return isMixed ? 'JavaScript stands among the files that are compiled.' : null;
}

/** A name that may be anything, short enough to be told. */
export const shortened = (name: string): string => {
  // Control characters and marks that change the direction of writing would make the message another one.
  const plain = name.replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}');
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
};

/** Bytes of the texts as UTF-8. */
function textBytes(files: readonly SourceFile[]): number {
  const encoder = new TextEncoder();
  return files.reduce((sum, { text }) => sum + encoder.encode(text).length, 0);
}
