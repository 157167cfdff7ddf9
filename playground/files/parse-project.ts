import { z } from 'zod/mini';
import { type CompileSettings, defaultSettings, settingChoices } from '../compiler/compilation.ts';

/** What one program may hold, wherever it comes from. It is kept in the browser, where there is room for a few. */
const projectLimits = { files: 100, input: 100_000, arguments: 10_000 } as const;

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
const valuesSchema = z.strictObject({
  settings: settingsSchema,
  input: z.string().check(z.maxLength(projectLimits.input)),
  inputEnds: z.boolean(),
  argumentLine: z.string().check(z.maxLength(projectLimits.arguments)),
});

export const fileSchema = z.strictObject({ path: z.string(), text: z.string() });
const filesSchema = z.array(fileSchema).check(z.maxLength(projectLimits.files));

/** A project as data, whatever its files are. */
export const projectShape = z.extend(valuesSchema, { files: filesSchema, scripts: filesSchema });
