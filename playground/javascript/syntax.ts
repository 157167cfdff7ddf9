import type * as acorn from 'acorn';
import type { AnyNode, AssignmentExpression, BinaryExpression, MemberExpression, Pattern } from 'acorn';

/** A function with code of its own. */
export type Callable =
  | acorn.FunctionDeclaration
  | acorn.AnonymousFunctionDeclaration
  | acorn.FunctionExpression
  | acorn.ArrowFunctionExpression;

/** The nodes directly below one. */
export function* childrenOf(node: AnyNode): Generator<AnyNode> {
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) yield item;
    } else if (isNode(value)) yield value;
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The names that a pattern binds, in order. */
export function boundNames(pattern: Pattern): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => boundNames(each.type === 'Property' ? each.value : each.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each ? boundNames(each) : []));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return []; // a member expression binds nothing
  }
}

/** Names that these statements declare in their own block, which cannot be read before they are initialised. */
export function lexicalNames(statements: readonly AnyNode[]): readonly string[] {
  return statements.flatMap((statement) => {
    if (statement.type === 'VariableDeclaration' && statement.kind !== 'var')
      return statement.declarations.flatMap(({ id }) => boundNames(id));
    const isNamed = statement.type === 'ClassDeclaration' || statement.type === 'FunctionDeclaration';
    return isNamed && statement.id ? [statement.id.name] : [];
  });
}

/** Statements that are no steps: they do nothing, or what is in them is. */
export const silent = new Set([
  'FunctionDeclaration',
  'EmptyStatement',
  'BlockStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

/** A string that stands as a statement, as `'use strict'`. */
export const isDirective = (node: AnyNode): boolean =>
  node.type === 'ExpressionStatement' && node.directive !== undefined;

/** A declaration that sets nothing. */
export const isBare = (node: AnyNode): boolean =>
  node.type === 'VariableDeclaration' && node.declarations.every(({ init }) => !init);

/** Whether it compares with 0, or asks whether two lengths are the same: so careful code finds that a view is detached. */
export const isZeroTest = ({ left, right, operator }: BinaryExpression): boolean =>
  /^[!=]==?$/.test(operator)
    ? [left, right].some(isZero) || [left, right].every(isByteLength)
    : /^[<>]=?$/.test(operator) && [left, right].some((side) => isZero(side) || isOne(side));

const isZero = (node: AnyNode): boolean => node.type === 'Literal' && node.value === 0;
const isOne = (node: AnyNode): boolean => node.type === 'Literal' && node.value === 1;
const isByteLength = (node: AnyNode): boolean =>
  node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'byteLength';

/** A key that is certainly not an index: `'length'`, `Symbol.iterator`. */
export const isName = (key: AnyNode): boolean =>
  key.type === 'MemberExpression'
    ? key.object.type === 'Identifier' && key.object.name === 'Symbol'
    : key.type === 'Literal' && typeof key.value === 'string' && !/^[-\d]/.test(key.value);

/** Properties that tell how much a view holds: 0 when it is detached. */
export const measures: ReadonlySet<string> = new Set(['length', 'byteLength', 'byteOffset']);

/** Whether a member expression's property is such a one: `.length`, `['length']`. */
export const isMeasure = ({ property, computed }: MemberExpression): boolean =>
  computed
    ? property.type === 'Literal' && measures.has(String(property.value))
    : property.type === 'Identifier' && measures.has(property.name);

/** Objects that a node asks which indices they have: `0 in view`, `for (const index in view)`, `{ ...view }`, `delete view[0]`. */
export function lookedAt(node: AnyNode): readonly AnyNode[] {
  if (node.type === 'ForInStatement') return [node.right];
  if (node.type === 'UnaryExpression' && node.operator === 'delete') {
    const { argument } = node;
    const isElement = argument.type === 'MemberExpression' && argument.computed && !isName(argument.property);
    return isElement && argument.object.type !== 'Super' ? [argument.object] : [];
  }
  if (node.type === 'BinaryExpression' && node.operator === 'in')
    return node.left.type === 'PrivateIdentifier' || isName(node.left) ? [] : [node.right];
  const properties = node.type === 'ObjectExpression' ? node.properties : [];
  return properties.flatMap((each) => (each.type === 'SpreadElement' ? [each.argument] : []));
}

/** Where a node begins, counted from 1. */
export const placeOf = ({ loc }: AnyNode) => ({ line: loc?.start.line ?? 0, column: (loc?.start.column ?? 0) + 1 });

/** Whether it stores into an element that is reported, unless what is assigned throws. */
export const storesElement = ({ left, operator }: AssignmentExpression): boolean =>
  left.type === 'MemberExpression' &&
  left.computed &&
  !isName(left.property) &&
  left.object.type !== 'Super' &&
  !/^(&&|\|\||\?\?)=$/.test(operator);
