import type * as acorn from 'acorn';
import type { AnyNode } from 'acorn';
import type { ScriptFunction, Site } from '../trace/script-sites.ts';
import { FunctionNames } from './function-names.ts';
import type { Access, Reports } from './reports.ts';
import { FunctionScopes } from './scopes.ts';
import { isCallOf, ShiftedAddresses } from './shifted-addresses.ts';
import {
  boundNames,
  type Callable,
  childrenOf,
  isBare,
  isDirective,
  isMeasure,
  isName,
  isZeroTest,
  lexicalNames,
  placeOf,
  silent,
  storesElement,
} from './syntax.ts';

/** How a member expression is used: `none` when nobody asks, `test` when all that matters is whether it is 0. */
type Use = Access | 'none' | 'test';

/** Walks a script once and has its reports inserted, children first. */
export class Instrumenter {
  readonly sites: Site[] = [];
  readonly functions: ScriptFunction[] = [];
  #scopes = new FunctionScopes();
  #function = 0;
  readonly #shifts: ShiftedAddresses;
  readonly #names = new FunctionNames();

  constructor(readonly reports: Reports) {
    this.#shifts = new ShiftedAddresses(reports);
  }

  script(program: acorn.Program): void {
    this.functions.push({ name: '', line: 1, column: 1, variables: this.#scopes.variables });
    this.#block(program.body);
  }

  /** Only what is in functions becomes steps. */
  functionsIn(values: readonly { readonly name: string; readonly value: AnyNode }[]): void {
    this.functions.push({ name: '', line: 1, column: 1, variables: this.#scopes.variables });
    for (const { name, value } of values) {
      if (name) this.#names.give(value, name);
      this.#visit(value);
    }
  }

  #visit(node: AnyNode, use: Use = 'read'): void {
    switch (node.type) {
      case 'BlockStatement':
        this.#block(node.body);
        break;
      case 'StaticBlock':
        this.#scopes.inStaticBlock(() => this.#block(node.body));
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#callable(node);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#scopes.inBlock(node.id ? [node.id.name] : [], () => this.#children(node));
        if (node.type === 'ClassDeclaration' && node.id) this.#declare(node.id, 'lexical');
        break;
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          this.#visit(id, 'write');
          if (init) this.#assigned(init, id);
          this.#declare(id, node.kind === 'var' ? 'var' : 'lexical');
          if (init) this.#shifts.declared(id, init, this.#scopes);
        }
        break;
      case 'IfStatement':
        this.#visit(node.test, 'test');
        this.#body(node.consequent);
        if (node.alternate) this.#body(node.alternate);
        break;
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.#body(node.body);
        this.#visit(node.test);
        this.reports.beforeValue(node.test, this.#step(node.test));
        break;
      case 'ForStatement':
        this.#scopes.inBlock(node.init ? lexicalNames([node.init]) : [], () => this.#for(node));
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        this.#scopes.inBlock(lexicalNames([node.left]), () => {
          this.#visit(node.right);
          this.#visit(node.left, 'write');
          this.#body(node.body);
        });
        break;
      case 'SwitchStatement':
        this.#switch(node);
        break;
      case 'CatchClause':
        this.#catch(node);
        break;
      case 'ReturnStatement':
        if (node.argument) this.#visit(node.argument);
        this.reports.returned(node);
        break;
      case 'AwaitExpression':
        this.#visit(node.argument);
        this.reports.suspension(node, 'await');
        break;
      case 'YieldExpression':
        if (node.argument) this.#visit(node.argument);
        this.reports.suspension(node, 'yield');
        break;
      default:
        this.#expression(node, use);
    }
    this.reports.asked(node);
  }

  #expression(node: AnyNode, use: Use): void {
    switch (node.type) {
      case 'AssignmentExpression':
        this.#visit(node.left, node.operator === '=' ? 'write' : 'update');
        this.#assigned(node.right, node.left);
        if (storesElement(node)) this.reports.stored(node.right);
        break;
      case 'UpdateExpression':
        this.#visit(node.argument, 'update');
        break;
      case 'UnaryExpression':
        this.#visit(node.argument, node.operator === 'delete' ? 'none' : node.operator === '!' ? 'test' : 'read');
        break;
      case 'BinaryExpression': {
        const use = isZeroTest(node) ? 'test' : 'read';
        this.#visit(node.left, use);
        this.#visit(node.right, use);
        break;
      }
      case 'LogicalExpression':
        this.#visit(node.left, 'test');
        this.#visit(node.right, use);
        break;
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
        this.#children(node, 'write');
        break;
      case 'AssignmentPattern':
        this.#visit(node.left, 'write');
        this.#visit(node.right);
        break;
      case 'Property':
        if (node.computed) this.#visit(node.key);
        else this.#names.infer(node.value, node.key);
        if (!node.shorthand || use === 'write') this.#visit(node.value, use);
        break;
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.value && !node.computed) this.#names.infer(node.value, node.key);
        this.#children(node);
        break;
      case 'ChainExpression':
        // One that is called or deleted means more than its value.
        if (use === 'none') this.#visit(node.expression, use);
        else this.reports.chain(node, () => this.#visit(node.expression, use));
        break;
      case 'CallExpression':
      case 'NewExpression':
        this.#visit(node.callee, 'none');
        for (const argument of node.arguments) this.#visit(argument);
        if (isCallOf(node, 'set')) this.#shifts.inIndex(node.arguments[1], this.#scopes);
        break;
      case 'TaggedTemplateExpression':
        this.#visit(node.tag, 'none');
        this.#visit(node.quasi);
        break;
      case 'MemberExpression':
        this.#member(node, use);
        break;
      default:
        this.#children(node);
    }
  }

  #children(node: AnyNode, use: Use = 'read'): void {
    for (const child of childrenOf(node)) this.#visit(child, use);
  }

  #block(statements: readonly AnyNode[]): void {
    this.#scopes.inBlock(lexicalNames(statements), () => {
      for (const statement of statements) this.#statement(statement);
    });
  }

  /** Visits a statement, and makes it a step if it does something by itself. */
  #statement(node: AnyNode): void {
    const isStep = !silent.has(node.type) && !isDirective(node) && !isBare(node);
    const step = isStep ? this.#step(node) : '';
    this.#visit(node);
    if (step) this.reports.before(node, step);
  }

  /** The statement below an `if` or a loop; braces make room for a step. */
  #body(node: acorn.Statement): void {
    if (node.type === 'BlockStatement' || node.type === 'EmptyStatement') {
      this.#visit(node);
    } else {
      this.#statement(node);
      this.reports.inBraces(node);
    }
  }

  /** A loop's head is a step again in each turn. */
  #for({ init, test, update, body }: acorn.ForStatement): void {
    for (const part of [init, test, update]) if (part) this.#visit(part);
    const head = update ?? test;
    if (head) this.reports.beforeValue(head, this.#step(head));
    this.#body(body);
  }

  #switch(node: acorn.SwitchStatement): void {
    this.#visit(node.discriminant);
    const names = lexicalNames(node.cases.flatMap(({ consequent }) => consequent));
    this.#scopes.inBlock(names, () => {
      for (const { test, consequent } of node.cases) {
        if (test) this.#visit(test);
        for (const statement of consequent) this.#statement(statement);
        this.#scopes.hide(names);
      }
    });
  }

  #catch({ param, body }: acorn.CatchClause): void {
    this.#scopes.inBlock(param ? boundNames(param) : [], () => {
      if (param) {
        this.#visit(param, 'write');
        this.#declare(param, 'lexical');
      }
      this.#visit(body);
    });
  }

  #declare(pattern: acorn.Pattern, kind: 'parameter' | 'var' | 'lexical'): void {
    this.#scopes.declare(boundNames(pattern), kind, placeOf(pattern).line);
  }

  #assigned(value: AnyNode, to: AnyNode): void {
    this.#names.infer(value, to);
    this.#visit(value);
  }

  #callable(node: Callable): void {
    const [scopes, number] = [this.#scopes, this.#function];
    this.#scopes = new FunctionScopes([node.start, node.end]);
    this.#function = this.functions.length;
    const name = node.id?.name ?? this.#names.of(node);
    this.functions.push({ name, ...placeOf(node), variables: this.#scopes.variables });
    for (const parameter of node.params) {
      this.#visit(parameter, 'write');
      this.#declare(parameter, 'parameter');
    }
    if (node.body.type === 'BlockStatement') {
      this.#block(node.body.body);
      this.reports.functionBody(node, this.#function, node.body.body.findLast(isDirective));
    } else {
      const step = this.#step(node.body);
      this.#visit(node.body);
      this.reports.arrowBody(node as acorn.ArrowFunctionExpression, this.#function, step);
    }
    this.#scopes = scopes;
    this.#function = number;
  }

  #member(node: acorn.MemberExpression, use: Use): void {
    const { object, property, computed } = node;
    this.#visit(object);
    if (computed) this.#visit(property);
    if (use === 'none' || (!node.optional && this.reports.chains.isClosed(object))) return;
    if (computed && !isName(property) && object.type !== 'Super') {
      this.#shifts.inIndex(property, this.#scopes);
      this.reports.access(use, object, property);
    } else if (use === 'read' && isMeasure(node)) {
      this.reports.measure(node);
    }
  }

  /** A new site, as the call that reports it. */
  #step(node: AnyNode): string {
    const variables = this.#scopes.visible();
    this.sites.push({ ...placeOf(node), function: this.#function, variables });
    const names = variables.map((slot) => this.#scopes.variables[slot]?.name ?? '');
    return this.reports.step(this.sites.length - 1, names);
  }
}
