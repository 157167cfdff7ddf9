import type { AnyNode, Function as FunctionNode, MemberExpression } from 'acorn';
import { boundNames, childrenOf, lexicalNames } from './syntax.ts';

/** What a piece of code names that it does not declare itself. */
export interface References {
  /** Free names and the members that are asked of them: `FS`, `FS.open`, `FS.streams.length`. */
  readonly paths: Set<string>;
  /** Those of them that are kept or passed on, and not called at once. */
  readonly values: Set<string>;
  /** Names of members that are asked of anything else, `this` among it. */
  readonly members: Set<string>;
}

/** Finds them by scope: parameters, variables and functions of inner code are its own. */
export function referencesOf(node: AnyNode): References {
  const found: References = { paths: new Set(), values: new Set(), members: new Set() };
  visit(node, [], found, 'value');
  return found;
}

type Scopes = readonly ReadonlySet<string>[];
type Use = 'value' | 'call';

function visit(node: AnyNode, scopes: Scopes, found: References, use: Use): void {
  switch (node.type) {
    case 'Identifier':
      note([node.name], scopes, found, use);
      return;
    case 'MemberExpression':
      visitMember(node, scopes, found, use);
      return;
    case 'CallExpression':
      visit(node.callee, scopes, found, 'call');
      for (const argument of node.arguments) visit(argument, scopes, found, 'value');
      return;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      visitFunction(node, scopes, found);
      return;
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
    case 'CatchClause': {
      const inner = [...scopes, new Set(namesOf(node))];
      for (const child of childrenOf(node)) visit(child, inner, found, 'value');
      return;
    }
    case 'Property':
      if (node.computed) visit(node.key, scopes, found, 'value');
      // `{ open: FS.open }`, a table of methods: who calls one asks for that name.
      visit(node.value, scopes, found, isTableEntry(node) ? 'call' : 'value');
      return;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      if (node.computed) visit(node.key, scopes, found, 'value');
      if (node.value) visit(node.value, scopes, found, 'value');
      return;
    case 'LabeledStatement':
      visit(node.body, scopes, found, 'value');
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return;
    default:
      for (const child of childrenOf(node)) visit(child, scopes, found, 'value');
  }
}

const isTableEntry = ({ key, value }: { readonly key: AnyNode; readonly value: AnyNode }): boolean =>
  key.type === 'Identifier' &&
  value.type === 'MemberExpression' &&
  value.property.type === 'Identifier' &&
  value.property.name === key.name;

function visitMember(node: MemberExpression, scopes: Scopes, found: References, use: Use): void {
  const names: string[] = [];
  let isPlain = true;
  let object: AnyNode = node;
  for (; object.type === 'MemberExpression'; object = object.object) {
    const { property, computed } = object;
    if (computed) {
      visit(property, scopes, found, 'value');
      isPlain = false;
      for (const name of names.splice(0)) found.members.add(name); // of who knows what
    } else if (property.type === 'Identifier') names.unshift(property.name);
  }
  if (object.type === 'Identifier') {
    note([object.name, ...names], scopes, found, isPlain ? use : 'value');
  } else {
    for (const name of names) found.members.add(name);
    visit(object, scopes, found, 'value');
  }
}

function note(path: readonly string[], scopes: Scopes, found: References, use: Use): void {
  const [root = '', ...names] = path;
  if (scopes.some((own) => own.has(root))) {
    for (const name of names) found.members.add(name);
    return;
  }
  found.paths.add(path.join('.'));
  if (use === 'value') found.values.add(path.join('.'));
}

function visitFunction(node: FunctionNode, scopes: Scopes, found: References): void {
  const names = [...node.params.flatMap(boundNames), ...hoistedNames(node.body)];
  const own = node.type === 'FunctionExpression' && node.id ? [node.id.name] : [];
  const inner = [...scopes, new Set([...own, ...names])];
  for (const child of [...node.params, node.body]) visit(child, inner, found, 'value');
}

/** What `var` declares in a function, wherever it stands there. */
function hoistedNames(node: AnyNode): readonly string[] {
  if (/Function|^Class/.test(node.type)) return [];
  const here =
    node.type === 'VariableDeclaration' && node.kind === 'var'
      ? node.declarations.flatMap(({ id }) => boundNames(id))
      : [];
  return [...here, ...[...childrenOf(node)].flatMap(hoistedNames)];
}

function namesOf(node: AnyNode): readonly string[] {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'BlockStatement':
    case 'StaticBlock':
      return lexicalNames(node.body);
    case 'ForStatement':
      return node.init ? lexicalNames([node.init]) : [];
    case 'ForInStatement':
    case 'ForOfStatement':
      return lexicalNames([node.left]);
    case 'SwitchStatement':
      return lexicalNames(node.cases.flatMap(({ consequent }) => consequent));
    case 'CatchClause':
      return node.param ? boundNames(node.param) : [];
    default:
      return [];
  }
}
