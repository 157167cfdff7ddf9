import { type LinkedModule, linkModule, type ModuleRequest } from './link-module.ts';
import { resolveSpecifier } from './module-specifier.ts';

/** A JavaScript file of a program, joined with the others. */
export interface JoinedModule {
  readonly path: string;
  readonly source: string;
  readonly linked: LinkedModule;
  /** Why it cannot be evaluated, and where that stands; null when it can. */
  readonly problem: ModuleProblem | null;
  /** The files of its requests, in their order; empty for the glue. */
  readonly dependencies: readonly string[];
  /** All names that it exports, in order, with where each is: `local` null for all of that module, as an object. */
  readonly exports: readonly Binding[];
}

export interface Binding {
  readonly name: string;
  readonly path: string;
  readonly local: string | null;
}

export interface ModuleProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Nothing that can be evaluated. */
const nothing: LinkedModule = {
  ...{ code: '', segments: [[0, 0]], link: '$link', requests: [], imports: [], exports: [], stars: [] },
  ...{ waits: false, isModule: true },
};

/**
 * Joins the JavaScript files of a program as modules, where any of them imports or exports; null where none does. No
 * file's mistake keeps the others from being joined.
 */
export function joinModules(files: readonly SourceFile[]): readonly JoinedModule[] | null {
  const parsed = files.map(({ path, text }) => ({ path, source: text, ...parse(text) }));
  if (!parsed.some(({ linked }) => linked.isModule)) return null;
  return new Joiner(new Map(parsed.map((module) => [module.path, module]))).join();
}

function parse(text: string): Pick<JoinedModule, 'linked' | 'problem'> {
  try {
    return { linked: linkModule(text), problem: null };
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    if (!loc) return { linked: nothing, problem: { message: `SyntaxError: ${message}`, line: 1, column: 1 } };
    const isModule = /^\s*(import|export)\b/m.test(text);
    const words = `SyntaxError: ${message.replace(/ \(\d+:\d+\)$/, '')}`;
    return {
      linked: { ...nothing, isModule },
      problem: { message: words, line: loc.line, column: loc.column + 1 },
    };
  }
}

/**
 * Whether the file that a program lacks is the glue that `-sMODULARIZE -sEXPORT_ES6` would make: of it a module imports nothing
 * but the function that loads the program, by such a name.
 */
function isGlue(request: number, { requests, imports, exports, stars }: LinkedModule): boolean {
  if (!/^\.{0,2}\/.*\.m?js$/.test(requests[request]?.specifier ?? '') || stars.includes(request)) return false;
  if (exports.some((each) => 'from' in each && each.from === request)) return false;
  const names = imports.filter(({ from }) => from === request);
  return names.length === 1 && names[0]?.name === 'default' && /module|factory/i.test(names[0].local);
}

type Parsed = Pick<JoinedModule, 'path' | 'source' | 'linked' | 'problem'>;
type Found = Omit<Binding, 'name'> | 'ambiguous' | null;

/** Resolves names as ECMAScript does (16.2.1.7: GetExportedNames, ResolveExport). */
class Joiner {
  readonly #paths: readonly string[];

  constructor(readonly modules: ReadonlyMap<string, Parsed>) {
    this.#paths = [...modules.keys()];
  }

  join(): readonly JoinedModule[] {
    return [...this.modules.values()].map((module) => ({
      ...module,
      problem: module.problem ?? this.#problem(module),
      dependencies: module.linked.requests.map(({ specifier }) => this.#target(module, specifier) ?? ''),
      exports: this.#names(module.path, new Set())
        .toSorted()
        .flatMap((name) => {
          const found = this.#find(module.path, name, new Set());
          return found && found !== 'ambiguous' ? [{ name, ...found }] : [];
        }),
    }));
  }

  #target({ path }: Parsed, specifier: string): string | null {
    return resolveSpecifier(specifier, path, this.#paths).path ?? null;
  }

  #problem(module: Parsed): ModuleProblem | null {
    const { requests, imports, exports } = module.linked;
    for (const [index, { specifier, line, column }] of requests.entries()) {
      const { problem } = resolveSpecifier(specifier, module.path, this.#paths);
      if (problem && !isGlue(index, module.linked)) return { message: problem, line, column };
    }
    const named = exports.flatMap((each) =>
      'from' in each && each.imported !== null ? [{ from: each.from, name: each.imported, at: each.at }] : [],
    );
    for (const { from, name, at } of [...imports, ...named]) {
      const path = this.#target(module, requests[from]?.specifier ?? '') ?? '';
      const other = this.modules.get(path);
      if (!other || other.problem) continue; // told there
      const found = this.#find(path, name, new Set());
      if (found && found !== 'ambiguous') continue;
      return { message: this.#missing(path, name, found), line: at.line, column: at.column };
    }
    return null;
  }

  #missing(path: string, name: string, found: 'ambiguous' | null): string {
    const shown = name === 'default' ? 'nothing as its default' : `no ${name}`;
    if (found)
      return `SyntaxError: ${path} exports ${name} from several files by export *: it is not clear which is meant`;
    const names = this.#names(path, new Set()).toSorted().slice(0, 8).join(', ');
    const known = names === '' ? 'It exports nothing' : `It exports ${names}`;
    return `SyntaxError: ${path} exports ${shown}. ${known}: write \`export\` before what others may import`;
  }

  #names(path: string, seen: Set<string>): readonly string[] {
    const module = this.modules.get(path);
    if (!module || seen.has(path)) return [];
    seen.add(path);
    const { exports, stars, requests } = module.linked;
    const others = stars.flatMap((from) =>
      this.#names(this.#target(module, requests[from]?.specifier ?? '') ?? '', seen),
    );
    return [...new Set([...exports.map(({ name }) => name), ...others.filter((name) => name !== 'default')])];
  }

  #find(path: string, name: string, seen: Set<string>): Found {
    const module = this.modules.get(path);
    const key = `${path}\n${name}`;
    if (!module || seen.has(key)) return null;
    seen.add(key);
    const { exports, stars, requests } = module.linked;
    const target = (from: number) => this.#target(module, (requests[from] as ModuleRequest).specifier) ?? '';
    const own = exports.find((each) => each.name === name);
    if (own && 'local' in own) return { path, local: own.local };
    if (own)
      return own.imported === null
        ? { path: target(own.from), local: null }
        : this.#find(target(own.from), own.imported, seen);
    if (name === 'default') return null;
    let found: Found = null;
    for (const from of stars) {
      const other = this.#find(target(from), name, seen);
      if (other === 'ambiguous') return other;
      if (!other) continue;
      if (found && (found.path !== other.path || found.local !== other.local)) return 'ambiguous';
      found = other;
    }
    return found;
  }
}
