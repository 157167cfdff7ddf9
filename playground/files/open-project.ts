import { z } from 'zod/mini';
import { defaultSettings, type SourceFile } from '../compiler/compilation.ts';
import { scriptPath } from '../lesson/edited-files.ts';
import { isScript } from '../lesson/file-names.ts';
import type { IncomingFile } from './incoming-files.ts';
import { projectLimits, projectProblem, shortened, valuesSchema } from './parse-project.ts';
import { type Project, usualValues } from './project.ts';
import { pathProblem } from './zip-directory.ts';

export type OpenedProject =
  /** `leftOut` counts files that are no sources, nor among those that a downloaded project is built with. */
  | { readonly ok: true; readonly project: Project; readonly leftOut: number }
  /** In words, for the learner. */
  | { readonly ok: false; readonly problem: string };

/** Where the sources of a downloaded project lie, beside its build file. */
export const sourceFolder = 'src/';

/** The file of a downloaded project that says how it is compiled, and which of its files come in which order. */
export const projectFileName = 'pagewise.json';

const projectFileSchema = z.strictObject({
  kind: z.literal('pagewise-program'),
  version: z.literal(1),
  values: valuesSchema,
  /** Paths below the folder of the sources. */
  order: z.array(z.string()).check(z.maxLength(projectLimits.files)),
});

/** Whether a file is one that a program is made of, by its name. */
export const isSourceName = (path: string): boolean => /\.(c|cc|cpp|cxx|h|hh|hpp|hxx|inc|wat|m?js)$/.test(path);

/** Folders of tools, of packages, and of what was built. */
const passedOver = /(^|\/)(\.[^/]*|node_modules|CMakeFiles|build|__MACOSX)\//;

/** What stands beside the sources of a downloaded project: made anew at each download, and never opened. */
const builtWith =
  /^((README\.md|CMakeLists\.txt|pagewise\.json|package\.json|(host|modules|run)\.mjs|index\.html|include\/pagewise\/allocator\.h)$|build\/)/;

/** Makes a project of files from a folder or an archive: one that was downloaded here, or any with sources in it. */
export async function openProject(incoming: readonly IncomingFile[]): Promise<OpenedProject> {
  for (const { path } of incoming) {
    const problem = pathProblem(path);
    if (problem !== null) return refuse(problem);
  }
  const described = incoming.find(({ path }) => /^([^/]+\/)?pagewise\.json$/.test(path));
  const folder = described && described.path.slice(0, -projectFileName.length) + sourceFolder;
  const wanted = incoming.filter(
    ({ path }) => isSourceName(path) && !passedOver.test(path) && (folder === undefined || path.startsWith(folder)),
  );
  if (wanted.length === 0) return refuse('There is no C, C++, WAT or JavaScript file in it.');
  // Before any of it is read.
  if (wanted.length > projectLimits.files) {
    return refuse(`It has ${wanted.length} source files; a program has at most ${projectLimits.files} here.`);
  }
  if (wanted.reduce((sum, { size }) => sum + size, 0) > projectLimits.textBytes) {
    return refuse(`Its sources have more than ${projectLimits.textBytes / 1000} kB, the most that is kept here.`);
  }
  const start = folder ?? commonFolder(wanted.map(({ path }) => path));
  const all: SourceFile[] = [];
  for (const file of wanted) {
    const text = await textOf(file);
    if ('problem' in text) return refuse(text.problem);
    all.push({ path: file.path.slice(start.length), text: text.text });
  }
  const known = described ? await describedBy(described) : null;
  const order = known?.order ?? [];
  const rank = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length);
  if (known) all.sort((one, other) => rank(one.path) - rank(other.path));
  const files = all.filter(({ path }) => !isScript(path));
  const scripts = all.filter(({ path }) => isScript(path));
  const problem = projectProblem({ files, scripts });
  if (problem !== null) return refuse(problem);
  const values = known?.values ?? { settings: defaultSettings, ...usualValues };
  const project = { ...values, files, scripts: scripts.length > 0 ? scripts : [{ path: scriptPath, text: '' }] };
  const root = folder?.slice(0, -sourceFolder.length);
  const isOwn = (path: string) =>
    root !== undefined && path.startsWith(root) && builtWith.test(path.slice(root.length));
  const leftOut = incoming.filter((file) => !wanted.includes(file) && !isOwn(file.path)).length;
  return { ok: true, project, leftOut };
}

const refuse = (problem: string): OpenedProject => ({ ok: false, problem });

/** What every path begins with, up to and with its last `/`. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (!others.every((path) => path.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

async function textOf({ path, read }: IncomingFile): Promise<{ readonly text: string } | { readonly problem: string }> {
  const bytes = await read();
  if (typeof bytes === 'string') return { problem: bytes };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { text };
  } catch {}
  return { problem: `${shortened(path)} is not text in UTF-8. Save it as UTF-8 and open it again.` };
}

/** What the project's own description says; null when there is none that can be read: then its sources alone count. */
async function describedBy(file: IncomingFile): Promise<z.infer<typeof projectFileSchema> | null> {
  const text = file.size > projectLimits.textBytes ? null : await textOf(file);
  if (!text || 'problem' in text) return null;
  try {
    return projectFileSchema.safeParse(JSON.parse(text.text)).data ?? null;
  } catch {
    return null;
  }
}
