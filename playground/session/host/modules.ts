import type { InstrumentedScript } from '../../javascript/instrument.ts';
import type { Binding, ModuleProblem } from '../../javascript/join-modules.ts';
import { resolveSpecifier } from '../../javascript/module-specifier.ts';
import { SourcePlaces } from '../../javascript/source-places.ts';
import type { SourceLocation } from '../run.ts';
import type { ScriptHost } from './javascript.ts';
import { consoleFor, ownNames, withoutHook } from './javascript.ts';
import { Evaluation, evaluateModule } from './module-evaluation.ts';
import { factoriesFor, factoryOf } from './module-factory.ts';
import type { TracedScript } from './script-tracer.ts';

/** A JavaScript file whose imports and exports were made reads of objects: see `linkModule` in playground/javascript. */
export interface PreparedModule {
  readonly path: string;
  readonly source: string;
  readonly code: string;
  readonly segments: InstrumentedScript['segments'];
  readonly link: string;
  readonly waits: boolean;
  readonly dependencies: readonly string[];
  /** Its own variables that others may read, as expressions. */
  readonly locals: readonly string[];
  readonly exports: readonly Binding[];
  readonly problem: ModuleProblem | null;
  readonly instrumented: (Pick<InstrumentedScript, 'code' | 'names' | 'segments'> & TracedScript) | null;
}

/** The files of one performance: in it each is evaluated once. */
export interface PreparedModules {
  readonly performance: number;
  readonly list: readonly PreparedModule[];
}

interface Instance {
  readonly prepared: PreparedModule;
  readonly namespace: object;
  readonly evaluation: Evaluation;
  /** What its variables are read by: known when it is linked. */
  locals: Readonly<Record<string, () => unknown>>;
  /** Lets it run until its functions are there; once. */
  link: () => Promise<void>;
}

type Body = Generator | AsyncGenerator;

/** Where an import failed: a place that no stack tells. */
const places = new WeakMap<object, SourceLocation>();

/** The place at which the import stands that threw this; null when it was no import. */
export const placeOfImport = (thrown: unknown): SourceLocation | null =>
  typeof thrown === 'object' && thrown !== null ? (places.get(thrown) ?? null) : null;

/** Links and evaluates the modules of a program, which see only each other. */
export class Modules {
  readonly #instances = new Map<string, Promise<Instance>>();
  /** Those that are there. */
  readonly #live = new Map<string, Instance>();
  readonly #byPath: ReadonlyMap<string, PreparedModule>;
  readonly #paths: readonly string[];

  constructor(
    readonly host: ScriptHost,
    { list }: PreparedModules,
  ) {
    this.#byPath = new Map(list.map((module) => [module.path, module]));
    this.#paths = list.map(({ path }) => path);
  }

  /** Evaluates a file, and all that it imports before it, unless that was done. Resolves to what it exports. */
  async evaluate(path: string): Promise<object> {
    const needed = this.#closure(path, new Set());
    for (const each of needed) if (each.problem) throw refusal(each.path, each.problem);
    const instances = await Promise.all(needed.map((each) => this.#instance(each)));
    for (const instance of instances) await instance.link();
    const { evaluation, namespace } = await this.#known(path);
    await evaluateModule(evaluation);
    return namespace;
  }

  /** The author's text of a message: engines name in some what was called. */
  plain(text: string): string {
    return [...this.#byPath.values()].reduce((shown, { link, instrumented }) => {
      const plain = instrumented ? withoutHook(shown, instrumented.names) : shown;
      const read = `\\${link}\\d*\\.`;
      return plain.replace(
        new RegExp(`\\(0\\s*,\\s*${read}(\\w+)\\)|${read}(\\w+)`, 'g'),
        (_all, called, name) => called ?? name,
      );
    }, text);
  }

  #closure(path: string, seen: Set<string>): readonly PreparedModule[] {
    const module = this.#byPath.get(path);
    if (!module || seen.has(path)) return [];
    seen.add(path);
    return [module, ...module.dependencies.flatMap((each) => this.#closure(each, seen))];
  }

  #known(path: string): Promise<Instance> {
    return this.#instance(this.#byPath.get(path) as PreparedModule);
  }

  #instance(prepared: PreparedModule): Promise<Instance> {
    const known = this.#instances.get(prepared.path) ?? this.#load(prepared);
    this.#instances.set(prepared.path, known);
    return known;
  }

  async #load(prepared: PreparedModule): Promise<Instance> {
    const { host } = this;
    const traced = host.hookFor && prepared.instrumented;
    const code = traced?.code ?? prepared.code;
    const factories = factoriesFor(prepared.source, this.host);
    const prefix = prefixFor(prepared, traced, factories.names, ownNames(host.program));
    const suffix = traced ? `\n;${traced.names.hook}.exit(${traced.names.frame})}})` : '\n}})';
    const { run, address, offset } = await host.evaluate(prefix + code + suffix, prepared.path);
    const segments = traced?.segments ?? prepared.segments;
    const places = new SourcePlaces(code, prepared.source, segments);
    host.scripts.add({ address, path: prepared.path, prefixLength: offset + prefix.length, places });
    let body: Body;
    let linked: Promise<void> | undefined;
    const evaluation: Evaluation = new Evaluation(prepared.waits, () => body.next());
    const instance: Instance = {
      prepared,
      evaluation,
      namespace: this.#namespace(prepared),
      locals: {},
      link() {
        linked ??= begin();
        return linked;
      },
    };
    const begin = async () => {
      const known = prepared.dependencies.map((each) => (this.#byPath.has(each) ? this.#known(each) : null));
      const others = await Promise.all(known);
      evaluation.dependencies.push(...others.flatMap((other) => other?.evaluation ?? []));
      const { memory, scriptExports, glue } = host.program;
      const console = consoleFor((text) => host.print(this.plain(text)), host.withBuiltIns);
      const hook = traced && host.hookFor?.(traced);
      const given = [memory, scriptExports, console, host.variants.measure, this.#linkOf(prepared), hook];
      const own = factories.names.includes('Module') ? [] : [glue];
      const namespaces = others.map((other) => other?.namespace ?? { default: factoryOf('The default export', host) });
      body = run(...given, ...namespaces, ...own, ...factories.values) as unknown as Body;
      const { value } = await body.next();
      const [locals] = value as [Instance['locals']];
      instance.locals = locals;
      const unnamed = prepared.locals.find((local) => local === `${prepared.link}Default`);
      if (unnamed) Object.defineProperty(locals[unnamed]?.(), 'name', { value: 'default', configurable: true });
    };
    this.#live.set(prepared.path, instance);
    return instance;
  }

  /** What stands for `import` and for the default export in a module's code. */
  #linkOf({ path }: PreparedModule): object {
    let kept: { readonly value: unknown } | null = null;
    const meta = Object.assign(Object.create(null), { url: `file:///program/${path}` });
    return {
      __proto__: null,
      meta,
      load: async (specifier: unknown) => {
        const found = resolveSpecifier(`${specifier}`, path, this.#paths);
        if (found.problem !== undefined) throw new TypeError(found.problem);
        return this.evaluate(found.path);
      },
      get default() {
        if (!kept) throw new ReferenceError("Cannot access 'default' before initialization");
        return kept.value;
      },
      set default(value: unknown) {
        kept = { value };
      },
    };
  }

  #namespace({ exports }: PreparedModule): object {
    const namespace = Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } }) as object;
    for (const { name, path, local } of exports) {
      const read = () => {
        const instance = this.#live.get(path);
        return local === null ? instance?.namespace : instance?.locals[local]?.();
      };
      Object.defineProperty(namespace, name, { get: read, enumerable: true });
    }
    return Object.preventExtensions(namespace);
  }
}

/** Stands on the first line. The module stops behind it when its functions are there, until it is evaluated. */
function prefixFor(
  prepared: PreparedModule,
  traced: PreparedModule['instrumented'],
  factories: readonly string[],
  own: readonly string[],
): string {
  const { link, waits, dependencies, locals } = prepared;
  const hook = traced?.names.hook ?? `${link}Hook`;
  const scope = [
    ...own,
    'console',
    'measure',
    link,
    hook,
    ...dependencies.map((_, index) => link + index),
    ...(factories.includes('Module') ? factories : ['Module', ...factories]),
  ];
  const readers = locals.map((local) => `[${JSON.stringify(local)}]:()=>${local}`);
  const frame = traced ? `let ${traced.names.frame},${traced.names.object};` : '';
  const enter = traced ? `${traced.names.frame}=${hook}.enter(0);` : '';
  return `(${waits ? 'async ' : ''}function*(${scope}) {"use strict";${frame}{yield [{${readers}}];${enter}`;
}

function refusal(path: string, { message, line, column }: ModuleProblem): Error {
  const syntax = 'SyntaxError: ';
  const error = message.startsWith(syntax) ? new SyntaxError(message.slice(syntax.length)) : new TypeError(message);
  places.set(error, { path, line, column });
  return error;
}
