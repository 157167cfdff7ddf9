import type { AnyNode, ObjectExpression } from 'acorn';
import { boundNames } from './syntax.ts';

/** Something of the glue that can be reached by itself: a function, a variable, or a method of an object such as `FS`. */
export interface GluePart {
  /** `stringToUTF8`, `FS.open`, `MEMFS.stream_ops.read`. */
  readonly path: string;
  /** What it is made of: a function, a class, or any other value; null for a variable without one. */
  readonly value: AnyNode | null;
  /** Lines, counted from 1: its own, and for methods those on which the objects around it begin and end. */
  readonly first: number;
  readonly last: number;
  readonly around: readonly number[];
}

/** Objects with parts of their own are split so deep. */
const deepest = 4;

/** The parts of a list of statements; what they do besides is no part. */
export function partsOf(statements: readonly AnyNode[]): readonly GluePart[] {
  return statements.flatMap((statement): readonly GluePart[] => {
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')
      return statement.id ? [part(statement.id.name, statement, statement, [])] : [];
    if (statement.type !== 'VariableDeclaration') return [];
    const head = statement.loc?.start.line ?? 0;
    return statement.declarations.flatMap((declared) => {
      const { id, init } = declared;
      if (id.type === 'Identifier' && init?.type === 'ObjectExpression' && isDivided(init))
        return members(id.name, init, [head, init.loc?.end.line ?? head], deepest);
      return boundNames(id).map((name) => part(name, init ?? null, declared, [head]));
    });
  });
}

function members(
  path: string,
  { properties }: ObjectExpression,
  around: readonly number[],
  levels: number,
): readonly GluePart[] {
  return properties.flatMap((property): readonly GluePart[] => {
    if (property.type !== 'Property') return [];
    const { key, value, computed } = property;
    const name = !computed && key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
    const inner = `${path}.${name}`;
    if (levels > 1 && value.type === 'ObjectExpression' && isDivided(value)) {
      const lines = [property.loc?.start.line ?? 0, value.loc?.end.line ?? 0];
      return members(inner, value, [...around, ...lines], levels - 1);
    }
    return [part(inner, value, property, around)];
  });
}

/** Whether an object holds functions, each of which is one of its own. */
const isDivided = ({ properties }: ObjectExpression): boolean =>
  properties.some(
    (property) =>
      property.type === 'Property' &&
      (property.value.type.endsWith('FunctionExpression') ||
        (property.value.type === 'ObjectExpression' && isDivided(property.value))),
  );

function part(path: string, value: AnyNode | null, { loc }: AnyNode, around: readonly number[]): GluePart {
  return { path, value, first: loc?.start.line ?? 0, last: loc?.end.line ?? 0, around };
}
