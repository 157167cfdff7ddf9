import type { ByteRange } from '../trace/memory-state.ts';
import type { Moment, Value, Variable } from '../trace/trace.ts';

/** A variable, or the part of one, that has a byte. */
export interface ByteOwner {
  /** `point.x`, `numbers[2]`. */
  readonly path: string;
  readonly type: string;
  readonly value: string;
  /** The function whose variable it is; null for a global. */
  readonly functionName: string | null;
  readonly range: ByteRange;
}

/** The innermost part of a variable that a byte belongs to, at one moment. Inner calls come before outer ones. */
export function ownerOfByte({ frames, globals }: Moment, address: number): ByteOwner | null {
  for (const { name, variables } of [...frames].reverse()) {
    const found = ownerAmong(variables, address, name);
    if (found) return found;
  }
  return ownerAmong(globals, address, null);
}

function ownerAmong(variables: readonly Variable[], address: number, functionName: string | null): ByteOwner | null {
  for (const { value } of variables) {
    const found = innermost(value, address, value.name, functionName);
    if (found) return found;
  }
  return null;
}

function innermost(value: Value, address: number, path: string, functionName: string | null): ByteOwner | null {
  for (const part of value.parts) {
    const partPath = part.name.startsWith('[') ? `${path}${part.name}` : `${path}.${part.name}`;
    const found = innermost(part, address, partPath, functionName);
    if (found) return found;
  }
  const { range, type, text } = value;
  if (!range || address < range.start || address >= range.end) return null;
  return { path, type, value: text, functionName, range };
}

/** What the pointer or reference at exactly these bytes points at; null when there is none. */
export function pointerAtRange(moment: Moment, { start, end }: ByteRange): Value['pointsTo'] {
  const search = (value: Value): Value['pointsTo'] => {
    if (value.pointsTo && value.range?.start === start && value.range.end === end) return value.pointsTo;
    for (const part of value.parts) {
      const found = search(part);
      if (found) return found;
    }
    return null;
  };
  for (const { value } of [...moment.frames.flatMap(({ variables }) => variables), ...moment.globals]) {
    const found = search(value);
    if (found) return found;
  }
  return null;
}
