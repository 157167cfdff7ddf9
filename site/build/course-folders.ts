import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { translationsBeside } from './translations-beside.ts';

/** A lesson's place on the disk; the number and the slug are its folder's name. */
export interface LessonFolder {
  readonly path: string;
  readonly number: number;
  readonly slug: string;
}

export interface PartFolder {
  readonly path: string;
  readonly number: number;
  readonly slug: string;
  readonly lessons: readonly LessonFolder[];
}

/** What is on the disk: the course, and what was meant to be in it but cannot. Paths are absolute. */
export interface FoundCourse {
  readonly parts: readonly PartFolder[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const folderName = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Finds `NN-part/NN-slug/lesson.md`, in the order of the numbers. A folder whose name begins with `_` is left alone. */
export function findCourse(directory: string): FoundCourse {
  if (!existsSync(directory)) throw new Error(`there is no folder of lessons at ${directory}; LESSONS names one`);
  const parts = numbered(directory).map((part) => ({
    ...part,
    lessons: numbered(part.path).filter((lesson) => existsSync(join(lesson.path, 'lesson.md'))),
  }));
  const known = new Set(parts.flatMap(({ lessons }) => lessons.map(({ path }) => join(path, 'lesson.md'))));
  const strays = lessonFiles(directory).filter((path) => !known.has(path));
  const links = [directory, ...parts.map(({ path }) => path)].flatMap(linksIn);
  return {
    parts,
    problems: [
      ...strays.map((path) => ({ path, message: strayMessage })),
      ...links.map((path) => ({ path, message: linkMessage })),
      ...misnamed(directory, 'glossary.yaml'),
      ...parts.flatMap(({ path }) => misnamed(path, 'part.yaml')),
      ...twins(parts),
    ],
  };
}

const strayMessage =
  'this lesson is not in the course: its place is `NN-part/NN-slug/lesson.md`, with small letters a to z, digits and hyphens; a folder that begins with `_` is left alone';

const linkMessage = 'this is a symbolic link, which is not followed; put the folder itself here';

/** Files whose names are nearly that of a file of the course or of a translation of it: nobody would read them. */
function misnamed(directory: string, name: string): FoundCourse['problems'] {
  const [stem = ''] = name.split('.');
  const read = new Set([name, ...translationsBeside(directory, name).map(({ path }) => basename(path))]);
  return readdirSync(directory)
    .filter((each) => new RegExp(`^${stem}[^a-z].*ya?ml$`, 'i').test(each) && !read.has(each))
    .map((each) => ({
      path: join(directory, each),
      message: `no file is called so; name it \`${name}\`, or as a translation \`${stem}.LANG.yaml\`, such as \`${stem}.de.yaml\``,
    }));
}

/** Symbolic links that are called as parts and lessons are. */
const linksIn = (directory: string): readonly string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink() && folderName.test(entry.name))
    .map((entry) => join(directory, entry.name));

function lessonFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])lesson\.md$/i.test(path) && !path.split(sep).some((name) => /^[_.]/.test(name)))
    .map((path) => join(directory, path));
}

function* twins(parts: readonly PartFolder[]): Generator<FoundCourse['problems'][number]> {
  const lessons = parts.flatMap((part) => part.lessons);
  const slugs = new Map<string, string>();
  for (const { slug, path } of lessons) {
    const twin = slugs.get(slug);
    const file = join(path, 'lesson.md');
    if (twin) yield { path: file, message: `the slug \`${slug}\` is taken by ${relative(process.cwd(), twin)}` };
    slugs.set(slug, twin ?? file);
  }
  for (const folders of [parts, lessons]) {
    const seen = new Map<number, string>();
    for (const { number, path } of folders) {
      const twin = seen.get(number);
      const file = folders === lessons ? join(path, 'lesson.md') : join(path, 'part.yaml');
      if (twin) yield { path: file, message: `the number ${number} is taken by ${relative(process.cwd(), twin)}` };
      seen.set(number, path);
    }
  }
}

/** The folders `NN-slug` of a folder, in the order of their numbers. */
export function numbered(directory: string): readonly LessonFolder[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const match = folderName.exec(entry.name);
      return match ? [{ path: join(directory, entry.name), number: Number(match[1]), slug: match[2] ?? '' }] : [];
    })
    .sort((a, b) => a.number - b.number);
}
