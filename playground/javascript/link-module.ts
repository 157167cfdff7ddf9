import type * as acorn from 'acorn';
import { type Options, parse, type Token } from 'acorn';
import MagicString from 'magic-string';
import { ImportedNames } from './imported-names.ts';
import { freeName, segmentsOf } from './instrument.ts';
import { boundNames } from './syntax.ts';

/** An address after `from`, or in a dynamic `import()`, and where it stands. */
export interface ModuleRequest {
  readonly specifier: string;
  readonly line: number;
  readonly column: number;
}

/** An exported name: a variable of the module's own, or (`from`, an index of its requests) something of another's. */
export type ModuleExport =
  | { readonly name: string; readonly local: string }
  /** `imported` null: all of it, as an object. */
  | { readonly name: string; readonly from: number; readonly imported: string | null; readonly at: ModuleRequest };

/** A name that a module imports of one of its requests, and what it is called there. */
interface ImportedName {
  readonly from: number;
  readonly name: string;
  readonly local: string;
  readonly at: ModuleRequest;
}

/** A module whose imports and exports became reads of objects, each line still on its line. */
export interface LinkedModule {
  readonly code: string;
  readonly segments: readonly (readonly [code: number, source: number])[];
  /** What all names begin with that the code has to be given: `LINK`, and `LINK0` and so on for its requests. */
  readonly link: string;
  readonly requests: readonly ModuleRequest[];
  readonly imports: readonly ImportedName[];
  readonly exports: readonly ModuleExport[];
  /** Requests of which it exports everything: `export * from`. */
  readonly stars: readonly number[];
  /** Whether it waits by `await`, outside of its functions. */
  readonly waits: boolean;
  /** Whether it has anything that only a module has; else it is a script as any. */
  readonly isModule: boolean;
}

const syntax: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowReturnOutsideFunction: true,
  locations: true,
};

/** Takes a module apart. Throws acorn's SyntaxError, with `loc`. */
export function linkModule(source: string): LinkedModule {
  const used = new Set<unknown>();
  const onToken = (token: Token & { readonly value?: unknown }) => used.add(token.value);
  const program = parse(source, { ...syntax, onToken });
  return new Linker(source, freeName('$link', source, used)).link(program);
}

/** What an imported name stands for. */
interface Import {
  readonly from: number;
  readonly imported: string | null;
  readonly at: ModuleRequest;
}

class Linker {
  readonly #code: MagicString;
  readonly #requests: ModuleRequest[] = [];
  readonly #imported = new Map<string, Import>();
  readonly #exports: ModuleExport[] = [];
  readonly #stars: number[] = [];
  #waits = false;
  #isModule = false;

  constructor(
    readonly source: string,
    readonly name: string,
  ) {
    this.#code = new MagicString(source);
  }

  link(program: acorn.Program): LinkedModule {
    // In the order in which they stand: so they are evaluated.
    for (const node of program.body) if ('source' in node && node.source) this.#request(node.source);
    for (const node of program.body) if (node.type === 'ImportDeclaration') this.#import(node);
    const references = new ImportedNames(new Set(this.#imported.keys()), {
      name: (node, how, isStart) => this.#reference(node, how, isStart),
      meta: ({ start, end }) => this.#replace(start, end, `${this.name}.meta`),
      load: ({ start }) => this.#replace(start, start + 'import'.length, `${this.name}.load`),
      waits: () => {
        this.#waits = true;
      },
    });
    references.statements(program.body.filter(({ type }) => !/^(Import|ExportAll)Declaration$/.test(type)).map(inner));
    for (const node of program.body) this.#export(node);
    const imports = [...this.#imported].flatMap(([local, { from, imported, at }]) =>
      imported === null ? [] : [{ from, name: imported, local, at }],
    );
    return {
      code: this.#code.toString(),
      segments: segmentsOf(this.#code, this.source),
      link: this.name,
      requests: this.#requests,
      imports,
      exports: this.#exports,
      stars: this.#stars,
      waits: this.#waits,
      isModule: this.#isModule || program.body.some(({ type }) => /^(Import|Export)/.test(type)),
    };
  }

  #request(source: acorn.Literal): number {
    const specifier = String(source.value);
    const known = this.#requests.findIndex((each) => each.specifier === specifier);
    if (known >= 0) return known;
    return this.#requests.push({ specifier, ...placeOf(source) }) - 1;
  }

  #import(node: acorn.ImportDeclaration): void {
    const from = this.#request(node.source);
    for (const each of node.specifiers) {
      const imported =
        each.type === 'ImportSpecifier'
          ? nameOf(each.imported)
          : each.type === 'ImportDefaultSpecifier'
            ? 'default'
            : null;
      this.#imported.set(each.local.name, {
        from,
        imported,
        at: { specifier: node.source.raw ?? '', ...placeOf(each) },
      });
    }
    this.#blank(node.start, node.end);
  }

  #export(node: acorn.Program['body'][number]): void {
    switch (node.type) {
      case 'ExportAllDeclaration': {
        const from = this.#request(node.source);
        const at = { specifier: String(node.source.value), ...placeOf(node) };
        if (node.exported) this.#exports.push({ name: nameOf(node.exported), from, imported: null, at });
        else this.#stars.push(from);
        this.#blank(node.start, node.end);
        break;
      }
      case 'ExportNamedDeclaration':
        if (node.declaration) this.#exportDeclared(node, node.declaration);
        else this.#exportSpecified(node);
        break;
      case 'ExportDefaultDeclaration':
        this.#exportDefault(node);
        break;
      default:
    }
  }

  #exportDeclared(node: acorn.ExportNamedDeclaration, declaration: acorn.Declaration): void {
    const names =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap(({ id }) => boundNames(id))
        : [declaration.id.name];
    for (const name of names) this.#exports.push({ name, local: name });
    this.#blank(node.start, declaration.start);
  }

  #exportSpecified(node: acorn.ExportNamedDeclaration): void {
    const from = node.source ? this.#request(node.source) : null;
    for (const each of node.specifiers) {
      const [name, local] = [nameOf(each.exported), nameOf(each.local)];
      const at = { specifier: node.source ? String(node.source.value) : '', ...placeOf(each) };
      const imported = this.#imported.get(local);
      if (from !== null) this.#exports.push({ name, from, imported: local, at });
      else if (imported) this.#exports.push({ name, from: imported.from, imported: imported.imported, at });
      else this.#exports.push({ name, local });
    }
    this.#blank(node.start, node.end);
  }

  #exportDefault({ start, end, declaration }: acorn.ExportDefaultDeclaration): void {
    const { source } = this;
    const isFunction = declaration.type === 'FunctionDeclaration';
    if ((isFunction || declaration.type === 'ClassDeclaration') && declaration.id) {
      this.#exports.push({ name: 'default', local: declaration.id.name });
      this.#blank(start, declaration.start);
    } else if (isFunction) {
      const local = `${this.name}Default`;
      this.#exports.push({ name: 'default', local });
      this.#blank(start, declaration.start);
      const head = withoutComments(source.slice(declaration.start, declaration.end));
      this.#code.appendLeft(declaration.start + head.indexOf('('), ` ${local}`);
    } else {
      this.#exports.push({ name: 'default', local: `${this.name}.default` });
      const head = withoutComments(source.slice(start, declaration.start));
      const behind = start + head.indexOf('default') + 'default'.length;
      this.#blank(start, behind);
      // A function or class without a name gets this one.
      this.#code.appendLeft(behind, `${this.name}.default={default:`);
      this.#code.appendRight(source[end - 1] === ';' ? end - 1 : end, '}.default;');
    }
  }

  #reference({ name, start, end }: acorn.Identifier, how: 'plain' | 'called' | 'shorthand', isStart: boolean): void {
    const { from, imported } = this.#imported.get(name) as Import;
    const object = `${this.name}${from}`;
    const value = imported === null ? object : `${object}[${JSON.stringify(imported)}]`;
    const isName = imported !== null && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(imported);
    const plain = isName ? `${object}.${imported}` : value;
    if (how === 'shorthand') this.#code.appendLeft(end, `:${plain}`);
    // Without the object as its `this`.
    else if (how === 'called') this.#replace(start, end, `${isStart ? ';' : ''}(0,${plain})`);
    else this.#replace(start, end, plain);
  }

  #replace(start: number, end: number, text: string): void {
    this.#isModule = true;
    this.#code.update(start, end, text);
  }

  /** Takes text away but for its line breaks; what stood before has ended. */
  #blank(start: number, end: number): void {
    this.#code.update(start, end, `;${this.source.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, '')}`);
  }
}

/** What a statement declares or computes, without `export`. */
const inner = (node: acorn.Program['body'][number]): acorn.AnyNode => {
  if (node.type === 'ExportNamedDeclaration') return node.declaration ?? { ...node, type: 'EmptyStatement' };
  return node.type === 'ExportDefaultDeclaration' ? node.declaration : (node as acorn.AnyNode);
};

const nameOf = (node: acorn.Identifier | acorn.Literal): string =>
  node.type === 'Identifier' ? node.name : String(node.value);

const placeOf = ({ loc }: acorn.Node) => ({ line: loc?.start.line ?? 0, column: (loc?.start.column ?? 0) + 1 });

/** The same text, as long, with blanks for comments. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g, (comment) => ' '.repeat(comment.length));
