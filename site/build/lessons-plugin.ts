import { readFileSync } from 'node:fs';
import type { Plugin, ViteDevServer } from 'vite';
import type { Bug } from '../../playground/lesson/bug.ts';
import { lessonName } from '../../playground/lesson/lesson.ts';
import { LessonBuildError } from './author-errors.ts';
import { buildPlayground } from './build-playground.ts';
import { compileBugs } from './compile-bugs.ts';
import { type CompiledCourse, compileCourse } from './compile-course.ts';
import type { KeepingTools } from './compile-folder.ts';
import type { KeptModules } from './lesson-tools.ts';

const courseId = 'virtual:course';
const glossaryId = 'virtual:glossary';
const bugsId = 'virtual:bugs';
const searchPrefix = 'virtual:search/';
const lessonPrefix = 'virtual:lesson/';

/** A course, the bugs to be found, and the address of the playground's module. */
export interface CompiledSite extends CompiledCourse {
  readonly bugs: readonly Bug[];
  readonly playgroundModule: string;
}

/** Where the texts and programs of a site lie. */
interface SiteFolders {
  readonly lessons: string;
  readonly bugs: string;
}

/** A course compiled at most once for each state of its files. */
export interface CourseBuild {
  readonly folders: SiteFolders;
  compiled(): Promise<CompiledSite>;
  forget(): void;
  readonly modules: KeptModules;
}

export function createCourseBuild(
  folders: SiteFolders,
  createTools: (modules: KeptModules) => Promise<KeepingTools>,
): CourseBuild {
  const modules: KeptModules = new Map();
  let current: Promise<CompiledSite> | null = null;
  const compile = async (): Promise<CompiledSite> => {
    const tools = await createTools(modules);
    return {
      playgroundModule: await buildPlayground(tools),
      bugs: await compileBugs(folders.bugs, tools),
      ...(await compileCourse(folders.lessons, tools)),
    };
  };
  return {
    folders,
    modules,
    compiled: () => {
      current ??= compile();
      return current;
    },
    forget: () => {
      current = null;
    },
  };
}

const isOurs = (id: string): boolean =>
  [courseId, glossaryId, bugsId].includes(id) || id.startsWith(searchPrefix) || id.startsWith(lessonPrefix);

/** Gives the app its course as modules, one a lesson, and the site the modules and pictures of its lessons. */
export function lessonsPlugin(build: CourseBuild): Plugin {
  return {
    name: 'pagewise-lessons',
    resolveId: (id) => (isOurs(id) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0virtual:')) return null;
      const wanted = id.slice(1);
      if (!isOurs(wanted)) return null;
      const { course, lessons, glossaries, search, bugs, playgroundModule } = await compiledOrFail(build, (message) =>
        this.error({ message, stack: '' }),
      );
      if (wanted === courseId) {
        const loaders = lessons
          .map(({ slug, language }) => lessonName(slug, language))
          .map((name) => `${JSON.stringify(name)}: () => import('${lessonPrefix}${name}')`);
        return [
          `export const course = ${asLiteral(course)};`,
          `export const lessonModules = { ${loaders.join(', ')} };`,
          `export const searchModules = { ${Object.keys(search)
            .map((language) => `${JSON.stringify(language)}: () => import('${searchPrefix}${language}')`)
            .join(', ')} };`,
          `export const playgroundModule = ${JSON.stringify(playgroundModule)};`,
        ].join('\n');
      }
      if (wanted === glossaryId) return `export const glossaries = ${asLiteral(glossaries)};`;
      if (wanted === bugsId) return `export const bugs = ${asLiteral(bugs)};`;
      if (wanted.startsWith(searchPrefix))
        return `export const entries = ${asLiteral(search[wanted.slice(searchPrefix.length)] ?? [])};`;
      const lesson = lessons.find((each) => wanted === lessonPrefix + lessonName(each.slug, each.language));
      return `export const lesson = ${asLiteral(lesson)};`;
    },
    async generateBundle() {
      if (this.environment.config.consumer !== 'client') return;
      const { pictures } = await build.compiled();
      for (const [address, source] of build.modules) this.emitFile({ type: 'asset', fileName: address, source });
      for (const { source, address } of pictures) {
        this.emitFile({ type: 'asset', fileName: address, source: readFileSync(source) });
      }
    },
    configureServer: (server) => serveLessons(server, build),
    // The dev server answers every address with one page, which has no depth of its own.
    transformIndexHtml: (html, { server }) => (server ? html.replace('data-root="./"', 'data-root="/"') : html),
  };
}

/** A JSON text in a form that engines read faster than an object literal. */
const asLiteral = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

async function compiledOrFail(build: CourseBuild, fail: (message: string) => never): Promise<CompiledSite> {
  try {
    return await build.compiled();
  } catch (error) {
    if (error instanceof LessonBuildError) return fail(`the lessons cannot be built\n${error.message}`);
    throw error;
  }
}

/** None while lessons are wrong, which the page says: a request for a picture must not end the server. */
async function picturesOf(build: CourseBuild): Promise<CompiledSite['pictures']> {
  try {
    return (await build.compiled()).pictures;
  } catch (error) {
    if (error instanceof LessonBuildError) return [];
    throw error;
  }
}

function serveLessons(server: ViteDevServer, build: CourseBuild): void {
  const folders = Object.values(build.folders);
  server.watcher.add(folders);
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => path.startsWith(folder))) return;
    build.forget();
    for (const module of server.moduleGraph.idToModuleMap.values()) {
      if (module.id?.startsWith('\0') && isOurs(module.id.slice(1))) {
        server.moduleGraph.invalidateModule(module);
      }
    }
    server.ws.send({ type: 'full-reload' });
  });
  server.middlewares.use(async (request, response, next) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\//, '');
    const wasm = build.modules.get(path);
    if (wasm) {
      response.setHeader('Content-Type', 'application/wasm');
      response.end(wasm);
      return;
    }
    const picture = /^lessons\/[^/]+\/[^/]+\.\w+$/.test(path)
      ? (await picturesOf(build)).find((each) => each.address === path)
      : undefined;
    if (!picture) return next();
    if (path.endsWith('.svg')) response.setHeader('Content-Type', 'image/svg+xml');
    response.end(readFileSync(picture.source));
  });
}
