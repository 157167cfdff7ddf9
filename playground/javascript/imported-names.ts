import type * as acorn from 'acorn';
import type { AnyNode } from 'acorn';
import { boundNames, childrenOf, lexicalNames } from './syntax.ts';

/** What a script uses of its module's own; each is told once, outer nodes before inner ones. */
export interface NameListener {
  /** A name that no inner scope declares. `how` tells how the use is written. */
  name(node: acorn.Identifier, how: 'plain' | 'called' | 'shorthand', isStatementStart: boolean): void;
  meta(node: acorn.MetaProperty): void;
  load(node: acorn.ImportExpression): void;
  /** An `await` that belongs to the script itself. */
  waits(): void;
}

/** Finds where a script uses some names that it imports, with the scopes that declare them anew left out. */
export class ImportedNames {
  readonly #shadows: ReadonlySet<string>[] = [];
  #depth = 0;
  /** Where the statement begins, in a list of statements, that is being visited. */
  #start = -1;

  constructor(
    readonly names: ReadonlySet<string>,
    readonly listener: NameListener,
  ) {}

  visit(node: AnyNode): void {
    switch (node.type) {
      case 'Identifier':
        this.#name(node, 'plain');
        break;
      case 'MemberExpression':
        this.visit(node.object);
        if (node.computed) this.visit(node.property);
        break;
      case 'CallExpression':
        this.#called(node.callee);
        for (const argument of node.arguments) this.visit(argument);
        break;
      case 'TaggedTemplateExpression':
        this.#called(node.tag);
        this.visit(node.quasi);
        break;
      case 'Property':
        if (node.computed) this.visit(node.key);
        if (node.shorthand) this.#shorthand(node.value);
        else this.visit(node.value);
        break;
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.computed) this.visit(node.key);
        if (node.value) this.#inFunction([], () => this.visit(node.value as AnyNode));
        break;
      case 'LabeledStatement':
        this.visit(node.body);
        break;
      case 'BreakStatement':
      case 'ContinueStatement':
        break;
      case 'MetaProperty':
        if (node.meta.name === 'import') this.listener.meta(node);
        break;
      case 'ImportExpression':
        this.listener.load(node);
        this.#children(node);
        break;
      case 'AwaitExpression':
        if (this.#depth === 0) this.listener.waits();
        this.#children(node);
        break;
      default:
        this.#scope(node);
    }
  }

  /** Statements that stand in a list: where one begins, a line break before it ended the one above. */
  statements(list: readonly AnyNode[]): void {
    for (const statement of list) {
      this.#start = statement.type === 'ExpressionStatement' ? statement.start : -1;
      this.visit(statement);
    }
  }

  #scope(node: AnyNode): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#callable(node);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#within(node.id ? [node.id.name] : [], () => {
          if (node.superClass) this.visit(node.superClass);
          this.visit(node.body);
        });
        break;
      case 'BlockStatement':
        this.#within(lexicalNames(node.body), () => this.statements(node.body));
        break;
      case 'StaticBlock':
        this.#inFunction([...lexicalNames(node.body), ...node.body.flatMap(varNames)], () =>
          this.statements(node.body),
        );
        break;
      case 'ForStatement':
        this.#within(node.init ? lexicalNames([node.init]) : [], () => this.#children(node));
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        if (node.type === 'ForOfStatement' && node.await && this.#depth === 0) this.listener.waits();
        this.#within(lexicalNames([node.left]), () => this.#children(node));
        break;
      case 'SwitchStatement':
        this.visit(node.discriminant);
        this.#within(lexicalNames(node.cases.flatMap(({ consequent }) => consequent)), () => {
          for (const { test, consequent } of node.cases) {
            if (test) this.visit(test);
            this.statements(consequent);
          }
        });
        break;
      case 'CatchClause':
        this.#within(node.param ? boundNames(node.param) : [], () => this.#children(node));
        break;
      default:
        this.#children(node);
    }
  }

  #callable(node: acorn.Function): void {
    const own = node.type === 'FunctionExpression' && node.id ? [node.id.name] : [];
    this.#inFunction([...own, ...node.params.flatMap(boundNames)], () => {
      for (const parameter of node.params) this.visit(parameter);
      if (node.body.type === 'BlockStatement') this.#within(varNames(node.body), () => this.visit(node.body));
      else this.visit(node.body);
    });
  }

  #called(callee: AnyNode): void {
    if (callee.type === 'Identifier') this.#name(callee, 'called');
    else this.visit(callee);
  }

  /** `{ name }`, or `{ name = value }` of a pattern. */
  #shorthand(value: AnyNode): void {
    const target = value.type === 'AssignmentPattern' ? value.left : value;
    if (target.type === 'Identifier') this.#name(target, 'shorthand');
    if (value.type === 'AssignmentPattern') this.visit(value.right);
  }

  #name(node: acorn.Identifier, how: 'plain' | 'called' | 'shorthand'): void {
    const { name } = node;
    if (!this.names.has(name) || this.#shadows.some((scope) => scope.has(name))) return;
    this.listener.name(node, how, node.start === this.#start);
  }

  #children(node: AnyNode): void {
    for (const child of childrenOf(node)) this.visit(child);
  }

  #inFunction(names: readonly string[], visit: () => void): void {
    this.#depth++;
    this.#within(names, visit);
    this.#depth--;
  }

  #within(names: readonly string[], visit: () => void): void {
    this.#shadows.push(new Set(names));
    visit();
    this.#shadows.pop();
  }
}

/** The names that `var` declares in a function's body, however deep in its blocks. */
function varNames(node: AnyNode): readonly string[] {
  if (/Function|^Class|^StaticBlock/.test(node.type)) return [];
  const own =
    node.type === 'VariableDeclaration' && node.kind === 'var'
      ? node.declarations.flatMap(({ id }) => boundNames(id))
      : [];
  return [...own, ...[...childrenOf(node)].flatMap(varNames)];
}
