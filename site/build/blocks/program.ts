import type { Code, RootContent } from 'mdast';
import { z } from 'zod';
import { isWatProgram } from '../../../playground/compiler/wat/wat-program.ts';
import { fileNameProblem } from '../../../playground/lesson/file-names.ts';
import {
  type ExportCall,
  type LessonFile,
  runAttributes,
  settingsAttributes,
} from '../../../playground/lesson/program.ts';
import { parseSelection } from '../../../playground/lesson/selection.ts';
import { parsePixels } from '../../../playground/view-model/pixel-settings.ts';
import { idAttribute, readAttributes } from '../attributes.ts';
import type { ErrorList } from '../author-errors.ts';
import type { ContainerDirective } from '../directives.ts';
import type { ProgramSource } from '../executed-program.ts';
import type { FilesBeside } from '../files-beside.ts';

/** Where a file's first line stands, so that compile errors point into the lesson. */
export interface FileOrigin {
  readonly file: string;
  readonly firstLine: number;
}

export interface FoundFiles {
  readonly files: readonly LessonFile[];
  readonly javascript: LessonFile | null;
  readonly origins: ReadonlyMap<string, FileOrigin>;
}

export interface FoundProgram {
  readonly node: ContainerDirective;
  readonly source: ProgramSource;
  /** The moment at which the lab begins, as the author wrote it. */
  readonly moment: string | undefined;
  /** Where the lab stops, as the author wrote it. */
  readonly breakpoints: string | undefined;
  /** Whether the text hides its code until it is asked for. */
  readonly isFolded: boolean;
  /** How the author wants it to end, where that is not by finishing. */
  readonly ends: 'traps' | 'does-not-compile' | undefined;
  readonly origins: ReadonlyMap<string, FileOrigin>;
}

export const programAttributes = {
  id: idAttribute,
  title: z.string().min(1, 'must not be empty').meta({ description: 'text' }),
  ...settingsAttributes,
  ...runAttributes,
};

const stopsOf = (what: string, others: string) =>
  z
    .string()
    .optional()
    .meta({
      description: `stops that are set when ${what} is opened, separated by \`;\`: a line (\`'total += i'\`, \`lab.js line 3\`)${others}`,
      otherwise: 'none',
    });

/** The stops of an exercise: none by addresses, which are others as soon as the learner writes something. */
export const exerciseStops = stopsOf("the exercise's starter", ', `growth`, `detached`');

/** What a program in the text has, and an exercise has not, or otherwise. */
export const shownAttributes = {
  moment: z
    .string()
    .optional()
    .meta({ description: "where the lab begins: `before 'total += i', time 2`", otherwise: 'at the end' }),
  breakpoints: stopsOf('the program', ', `write total`, `freed block 1`, `growth`, `detached`'),
  code: z
    .enum(['shown', 'folded'])
    .default('shown')
    .meta({ description: 'whether the text shows the code, or only when it is asked for' }),
};

/** A folder beside the lesson. */
export const sourceAttribute = z
  .string()
  .regex(/^[\w-]+(\/[\w-]+)*$/, 'must be a folder beside `lesson.md`')
  .meta({ description: 'a folder beside `lesson.md`, whose files are taken', otherwise: 'code in the block' });

/** Reads a `:::program` block. Null when anything is wrong. */
export function readProgram(node: ContainerDirective, folder: FilesBeside, errors: ErrorList): FoundProgram | null {
  const shape = { ...programAttributes, ...shownAttributes, source: sourceAttribute.optional() };
  const attributes = readAttributes(node, shape, errors);
  const found = readFiles(node, node.children, attributes?.source, folder, errors);
  if (!attributes || !found) return null;
  if (found.files.length === 0) {
    errors.at(
      node,
      'a program needs a C, C++ or WAT file: a code block like ```` ```cpp file=main.cpp ````, or `source="folder"`',
    );
    return null;
  }
  const source = toSource(node, attributes, found, errors);
  const { ends, moment, breakpoints, code } = attributes;
  return source && { node, source, moment, breakpoints, isFolded: code === 'folded', ends, origins: found.origins };
}

type ProgramAttributes = z.infer<z.ZodObject<typeof programAttributes>>;

/** The program that attributes and files make. */
export function toSource(
  node: ContainerDirective,
  attributes: ProgramAttributes,
  found: FoundFiles,
  errors: ErrorList,
): ProgramSource | null {
  const calls = attributes.calls === undefined ? [] : readCalls(attributes.calls);
  if (calls === null) errors.at(node, '`calls` must read like `fill(4); grow(1)`');
  const select = attributes.select === undefined ? null : parseSelection(attributes.select);
  if (attributes.select !== undefined && select === null) {
    errors.at(node, '`select` must be a symbol, `block 1`, `view 1` or `0x410..0x414`');
  }
  const { pixels, needs } = attributes;
  if (pixels !== undefined && !parsePixels(pixels)) {
    errors.at(node, '`pixels` must read like `picture, 64x48, rgba8` or `picture, 64x48, rgb8, stride 256`');
  }
  if (attributes['maximum-pages'] < attributes['initial-pages']) {
    errors.at(node, '`maximum-pages` is less than `initial-pages`');
    return null;
  }
  if (isWatProgram(found.files)) {
    for (const name of Object.keys(settingsAttributes)) {
      if (Object.hasOwn(node.attributes ?? {}, name))
        errors.at(node, `\`${name}\` is for C and C++: a WAT file says all of it itself`);
    }
  }
  if (calls === null) return null;
  return {
    id: attributes.id,
    title: attributes.title,
    files: found.files,
    javascript: found.javascript,
    settings: {
      standard: attributes.standard,
      optimisation: attributes.optimisation,
      allocator: attributes.allocator,
      stackOrder: attributes['stack-order'],
      stackSize: attributes['stack-size'],
      initialPages: attributes['initial-pages'],
      maximumPages: attributes['maximum-pages'],
    },
    input: attributes.input,
    arguments: attributes.arguments,
    calls,
    panels: attributes.panels ?? null,
    select,
    ...(pixels !== undefined && { pixels }),
    ...(needs && { needs }),
  };
}

function readCalls(text: string): readonly ExportCall[] | null {
  const calls: ExportCall[] = [];
  for (const each of text.split(';').filter((call) => call.trim() !== '')) {
    const match = /^\s*(\w+)\(([^()]*)\)\s*$/.exec(each);
    if (!match) return null;
    const words = (match[2] ?? '').split(',').map((word) => word.trim());
    calls.push({ name: match[1] ?? '', arguments: words.filter((word) => word !== '') });
  }
  return calls;
}

const sourcePath = /\.(c|cc|cpp|h|hpp|wat)$/;

/** Collects the files of a block: code blocks with `file=`, or a folder. */
export function readFiles(
  node: ContainerDirective,
  children: readonly RootContent[],
  source: string | undefined,
  folder: FilesBeside,
  errors: ErrorList,
): FoundFiles | null {
  const found =
    source === undefined ? filesInText(node, children, errors) : filesInFolder(node, source, folder, errors);
  if (source !== undefined && children.length > 0) errors.at(node, 'a block has code or `source="…"`, not both');
  if (!found) return null;
  const origins = new Map<string, FileOrigin>();
  let sound = true;
  for (const { file, origin } of found) {
    if (origins.has(file.path)) {
      sound = false;
      errors.add(origin.firstLine - 1, 1, `\`${file.path}\` stands here twice; give one of the two another name`);
    }
    if (!sourcePath.test(file.path) && !file.path.endsWith('.js')) {
      sound = false;
      errors.add(origin.firstLine, 1, `\`${file.path}\` is neither C, C++, WAT nor JavaScript`);
    }
    origins.set(file.path, origin);
  }
  const scripts = found.filter(({ file }) => file.path.endsWith('.js'));
  if (scripts.length > 1) errors.at(node, 'a program has at most one JavaScript file');
  const files = found.map(({ file }) => file).filter((file) => sourcePath.test(file.path));
  return sound ? { files, javascript: scripts[0]?.file ?? null, origins } : null;
}

interface Found {
  readonly file: LessonFile;
  readonly origin: FileOrigin;
}

function filesInText(node: ContainerDirective, children: readonly RootContent[], errors: ErrorList): Found[] | null {
  const found: Found[] = [];
  let isNamed = true;
  for (const child of children) {
    if (child.type !== 'code') {
      errors.at(child, `\`${node.name}\` holds only code blocks; move this out of it`);
      continue;
    }
    const [, path, more] = /^file=([\w./-]+)(?:\s+(\S.*))?$/.exec(child.meta ?? '') ?? [];
    if (path === undefined) {
      errors.at(child, 'name the file: ```` ```cpp file=main.cpp ````');
      isNamed = false;
      continue;
    }
    const problem = fileNameProblem(path, []);
    if (problem) errors.at(child, `\`file=${path}\`: ${problem}`);
    if (more !== undefined)
      errors.at(
        child,
        `nothing follows the file's name: remove \`${more}\`; settings are attributes of \`${node.name}\``,
      );
    found.push({ file: { path, text: endWithNewline(child) }, origin: originOf(child, errors.file) });
  }
  return isNamed ? found : null;
}

const endWithNewline = (code: Code): string => `${code.value}\n`;

const originOf = (code: Code, file: string): FileOrigin => ({ file, firstLine: (code.position?.start.line ?? 0) + 1 });

function filesInFolder(
  node: ContainerDirective,
  source: string,
  folder: FilesBeside,
  errors: ErrorList,
): Found[] | null {
  const found = folder.filesIn(source);
  if (found === 'missing') {
    errors.at(node, `there is no folder \`${source}\` beside this lesson`);
    return null;
  }
  if (found === 'file') {
    errors.at(node, `\`${source}\` is a file; name the folder that holds the program`);
    return null;
  }
  // The file with `main` comes first, as in an editor.
  const startsProgram = ({ path }: LessonFile) => Number(path.startsWith('main.'));
  const files = found.toSorted((a, b) => startsProgram(b) - startsProgram(a) || a.path.localeCompare(b.path));
  const beside = errors.file.replace(/[^/]*$/, '');
  return files.map((file) => ({ file, origin: { file: `${beside}${source}/${file.path}`, firstLine: 1 } }));
}
