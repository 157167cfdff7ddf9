import { type AnyNode, type Comment, type ObjectExpression, type Options, parse } from 'acorn';
import { type GluePart, partsOf } from './glue-parts.ts';
import { type References, referencesOf } from './references.ts';

/** What a program asks its glue for. */
export interface GlueUse {
  /** Names of the functions that the module imports. */
  readonly imports: readonly string[];
  /** Scripts that run beside it: they may ask `Module` for anything that they name. */
  readonly scripts: readonly string[];
  /** JavaScript that is joined to the glue: it may name anything there. */
  readonly bodies: readonly string[];
}

/** The part of the glue that a program reaches. */
export interface ReachedGlue {
  /** Lines of all of it. */
  readonly lines: number;
  /** Lines of what is reached, from 1, first and last: ascending, and none touches the next. */
  readonly shown: readonly (readonly [first: number, last: number])[];
  readonly parts: readonly GluePart[];
  /** Offset at which the function begins in which all of it stands. */
  readonly start: number;
}

/** The objects by which the glue gives out what programs import: see runtime/shells. */
const tables = ['programImports', 'embindImports'];

/** What the host itself asks `Module` for when a program calls it: views of memory that has grown are made again. */
const byTheHost = ['renewMemoryViews'];

const glueSyntax: Options = { ecmaVersion: 'latest', sourceType: 'module', locations: true };

/**
 * Finds what a program reaches of the glue: what it names, and what that names in turn. Methods that are called on who
 * knows what are all that have the name, of objects that somebody holds. So nothing that can run is missing but what
 * the glue does once to start.
 */
export function reachGlue(source: string, use: GlueUse): ReachedGlue {
  const comments: Comment[] = [];
  const program = parse(source, { ...glueSyntax, onComment: comments });
  const wrapper = program.body.find((node) => node.type === 'FunctionDeclaration');
  const statements: readonly AnyNode[] = wrapper?.body.body ?? [];
  const all = partsOf(statements).filter(({ path }) => !tables.includes(path.split('.')[0] ?? ''));
  const search = new Search(all, statements);
  const imports = new Set(use.imports);
  for (const [name, value] of entriesOf(statements)) if (imports.has(name)) search.follow(referencesOf(value));
  const words = new Set(use.scripts.flatMap((text) => text.match(/[\w$]+/g) ?? []));
  const asked = new Set([...words, ...(imports.size > 0 ? byTheHost : [])]);
  for (const [name, value] of givenOut(statements)) if (asked.has(name)) search.follow(referencesOf(value));
  const named = new Set(use.bodies.flatMap((text) => text.match(/[\w$]+/g) ?? []));
  for (const part of all) {
    const [root = '', ...rest] = part.path.split('.');
    const inScripts = words.has(root) && rest.some((name) => words.has(name));
    if (inScripts || (named.has(root) && rest.every((name) => named.has(name)))) search.reach(part);
  }
  search.finish();
  const parts = all.filter((part) => search.reached.has(part));
  const shown = rangesOf(parts, search.effects, comments);
  return { lines: source.split('\n').length, shown, parts, start: (wrapper?.body.start ?? 0) + 1 };
}

/** Follows references until nothing new is found. */
class Search {
  readonly reached = new Set<GluePart>();
  /** Statements that run once and complete what is reached: they give classes their methods. */
  readonly effects = new Set<AnyNode>();
  readonly #byPath = new Map<string, GluePart[]>();
  readonly #byMember = new Map<string, GluePart[]>();
  /** Paths that somebody holds, so that members of them may be called by name. */
  readonly #held = new Set<string>();
  readonly #members = new Set<string>();
  readonly #open: GluePart[] = [];
  readonly #known = new Map<AnyNode, References>();

  constructor(
    parts: readonly GluePart[],
    readonly statements: readonly AnyNode[],
  ) {
    for (const part of parts) {
      add(this.#byPath, part.path, part);
      add(this.#byMember, lastName(part.path), part);
    }
    const held = [...parts.flatMap(({ value }) => value ?? []), ...statements.filter(isEffect)];
    for (const node of held) for (const path of this.#references(node).values) this.#held.add(path);
  }

  reach(part: GluePart): void {
    if (this.reached.has(part)) return;
    this.reached.add(part);
    this.#open.push(part);
  }

  follow({ paths, members }: References, within = ''): void {
    for (const path of paths) this.#reachPath(path);
    for (const name of members) {
      for (const part of this.#byPath.get(`${within}.${name}`) ?? []) this.reach(part); // of `this`
      if (this.#members.has(name)) continue;
      this.#members.add(name);
      for (const part of this.#byMember.get(name) ?? []) if (this.#isHeld(part)) this.reach(part);
    }
  }

  finish(): void {
    do {
      for (let part = this.#open.pop(); part; part = this.#open.pop()) {
        if (part.value) this.follow(this.#references(part.value), part.path.split('.').slice(0, -1).join('.'));
      }
      for (const statement of this.statements) this.#complete(statement);
    } while (this.#open.length > 0);
  }

  /** A path may go further than a part does, and may stand for all that is below it. */
  #reachPath(path: string): void {
    const names = path.split('.');
    for (let count = names.length; count > 0; count--) {
      const found = this.#byPath.get(names.slice(0, count).join('.'));
      if (!found) continue;
      for (const part of found) this.reach(part);
      for (const name of names.slice(count))
        this.follow({ paths: new Set(), values: new Set(), members: new Set([name]) });
      return;
    }
  }

  /** Whether some prefix of its path is held by a variable, a table or an argument. */
  #isHeld({ path }: GluePart): boolean {
    const names = path.split('.');
    return names.length > 1 && names.some((_, count) => this.#held.has(names.slice(0, count + 1).join('.')));
  }

  #references(node: AnyNode): References {
    const known = this.#known.get(node) ?? referencesOf(node);
    this.#known.set(node, known);
    return known;
  }

  /** `init_ClassHandle();` once `ClassHandle` is reached: it gives that its methods. */
  #complete(statement: AnyNode): void {
    if (this.effects.has(statement) || statement.type !== 'ExpressionStatement') return;
    const { expression } = statement;
    if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') return;
    for (const part of this.#byPath.get(expression.callee.name) ?? []) {
      if (!part.value) continue;
      const completes = [...this.#references(part.value).paths].some((path) => {
        const [name = ''] = path.split('.prototype');
        return path.endsWith('.prototype') && this.#byPath.get(name)?.some((each) => this.reached.has(each));
      });
      if (!completes) continue;
      this.effects.add(statement);
      this.reach(part);
    }
  }
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function add(map: Map<string, GluePart[]>, key: string, part: GluePart): void {
  const list = map.get(key);
  if (list) list.push(part);
  else map.set(key, [part]);
}

/** What runs once as the glue starts; giving something out by a name of `Module` is not to hold it. */
const isEffect = (node: AnyNode): boolean =>
  !/Declaration$/.test(node.type) && (node.type !== 'ExpressionStatement' || givenOut([node]).length === 0);

/** The entries of the tables of imports. */
function entriesOf(statements: readonly AnyNode[]): readonly (readonly [string, AnyNode])[] {
  const declared = statements.flatMap((each) => (each.type === 'VariableDeclaration' ? each.declarations : []));
  const found = declared.flatMap(({ id, init }): readonly ObjectExpression[] =>
    id.type === 'Identifier' && tables.includes(id.name) && init?.type === 'ObjectExpression' ? [init] : [],
  );
  return found.flatMap(({ properties }) =>
    properties.flatMap((property): readonly (readonly [string, AnyNode])[] =>
      property.type === 'Property' && property.key.type === 'Identifier' ? [[property.key.name, property.value]] : [],
    ),
  );
}

/** `Module['ccall'] = ccall;`: the names, and what they stand for. */
function givenOut(statements: readonly AnyNode[]): readonly (readonly [string, AnyNode])[] {
  return statements.flatMap((statement): readonly (readonly [string, AnyNode])[] => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return [];
    const { left, right } = statement.expression;
    if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier' || left.object.name !== 'Module')
      return [];
    return left.property.type === 'Literal' ? [[String(left.property.value), right]] : [];
  });
}

/** Comments for tools, and where the parts of the glue came from. */
const asides = /^ (biome-ignore|(end )?include: )/;

/** The lines of what is reached, with the comments right above. */
function rangesOf(
  parts: readonly GluePart[],
  effects: ReadonlySet<AnyNode>,
  comments: readonly Comment[],
): readonly (readonly [number, number])[] {
  const told = comments.filter(({ value }) => !asides.test(value));
  const above = new Map(told.map(({ loc }) => [loc?.end.line ?? 0, loc?.start.line ?? 0]));
  const lines = new Set<number>();
  const addLines = (first: number, last: number) => {
    for (let line = first; line <= last; line++) lines.add(line);
  };
  for (const { first, last, around } of parts) {
    let from = first;
    for (let start = above.get(from - 1); start !== undefined; start = above.get(from - 1)) from = start;
    addLines(from, last);
    for (const line of around) lines.add(line);
  }
  for (const { loc } of effects) addLines(loc?.start.line ?? 0, loc?.end.line ?? -1);
  const ranges: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && line === range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}
