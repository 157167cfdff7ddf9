import { textSeparator } from '../../trace/script-log.ts';
import {
  dataViewBuffer,
  dataViewBytes,
  dataViewOffset,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isView,
  ownKeys,
  sliceText,
  stringify,
  symbolText,
  typedArrayName,
  typedBuffer,
  typedBytes,
  typedLength,
  typedOffset,
  weakAdd,
  weakHas,
} from './intrinsics.ts';

/** Characters of a text, elements of a list, and properties of an object that are shown. */
const mostCharacters = 80;
const mostElements = 8;
/** An object with more properties than this is not looked into again. */
const mostProperties = 1_000;
const largest = 2n ** 256n;

/** Where values come from: what a script may have done to them. */
export interface ValueSource {
  /** The buffer of the program's memory now. */
  readonly buffer: () => ArrayBufferLike;
  /** Whether an object is a proxy of a script's, whose traps must not run. */
  readonly isProxy: (value: object) => boolean;
}

const huge = new WeakSet<object>();

/**
 * A value in a few words: its type, what it holds, and for a view of memory the bytes that it shows. No code of the
 * script runs for it: no getter, no `toString`, no trap.
 */
export function previewOf(value: unknown, source: ValueSource): string {
  if (typeof value !== 'object' || value === null) return `${typeOf(value)}${textSeparator}${primitive(value, source)}`;
  if (source.isProxy(value)) return `Proxy${textSeparator}{…}`;
  if (isView(value)) return previewOfView(value, source);
  if (isArray(value)) return `Array(${lengthOf(value)})${textSeparator}${elementsOf(value, source)}`;
  return `${className(value, source)}${textSeparator}${propertiesOf(value, source)}`;
}

const typeOf = (value: unknown): string => (value === null ? 'null' : typeof value);

function primitive(value: unknown, source: ValueSource): string {
  switch (typeof value) {
    case 'string':
      return value.length > mostCharacters
        ? `${stringify(sliceText(value, 0, mostCharacters))}… (${value.length} characters)`
        : stringify(value);
    case 'bigint':
      return value < largest && value > -largest ? `${value}n` : 'a number of more than 256 bits';
    case 'symbol':
      return sliceText(symbolText(value), 0, mostCharacters);
    case 'function':
      return source.isProxy(value) ? 'a function behind a proxy' : sliceText(nameOf(value), 0, mostCharacters);
    default:
      return value === 0 && 1 / value < 0 ? '-0' : `${value as number}`;
  }
}

/** What is inside of another value. */
function inner(value: unknown, source: ValueSource): string {
  if (typeof value === 'function') return 'function';
  if (typeof value !== 'object' || value === null) return primitive(value, source);
  if (source.isProxy(value)) return '{…}';
  if (isView(value)) return `${typedArrayName(value) ?? 'DataView'}(${sizeOf(value)})`;
  return isArray(value) ? '[…]' : '{…}';
}

function sizeOf(view: ArrayBufferView): number {
  if (typedArrayName(view) !== undefined) return typedLength(view as Uint8Array<ArrayBuffer>);
  return boundsOf(view)?.length ?? 0;
}

/** A view's bytes in its buffer; null when it is detached or no longer fits. */
export function boundsOf(view: ArrayBufferView): { buffer: ArrayBufferLike; start: number; length: number } | null {
  if (typedArrayName(view) !== undefined) {
    const typed = view as Uint8Array<ArrayBuffer>;
    return { buffer: typedBuffer(typed), start: typedOffset(typed), length: typedBytes(typed) };
  }
  try {
    const data = view as DataView;
    return { buffer: dataViewBuffer(data), start: dataViewOffset(data), length: dataViewBytes(data) };
  } catch {
    return null; // a DataView that is detached says nothing else
  }
}

function previewOfView(view: ArrayBufferView, source: ValueSource): string {
  const name = typedArrayName(view);
  const length = sizeOf(view);
  let shown = '';
  for (let index = 0; name !== undefined && index < length && index < mostElements; index++)
    shown += `${index > 0 ? ', ' : ''}${primitive((view as Uint8Array)[index], source)}`;
  const text = name === undefined ? '' : `[${shown}${length > mostElements ? ', …' : ''}]`;
  const bounds = boundsOf(view);
  const isWindow = bounds && bounds.length > 0 && bounds.buffer === source.buffer();
  const range = isWindow ? `${textSeparator}${bounds.start}${textSeparator}${bounds.start + bounds.length}` : '';
  return `${name ?? 'DataView'}(${length})${textSeparator}${text}${range}`;
}

const lengthOf = (list: readonly unknown[]): number => getOwnPropertyDescriptor(list, 'length')?.value as number;

function elementsOf(list: readonly unknown[], source: ValueSource): string {
  const length = lengthOf(list);
  let shown = '';
  for (let index = 0; index < length && index < mostElements; index++)
    shown += `${index > 0 ? ', ' : ''}${held(list, index, source)}`;
  return `[${shown}${length > mostElements ? ', …' : ''}]`;
}

function propertiesOf(object: object, source: ValueSource): string {
  if (weakHas(huge, object)) return '{…}';
  const keys = ownKeys(object);
  if (keys.length > mostProperties) weakAdd(huge, object);
  let shown = '';
  let count = 0;
  for (let index = 0; index < keys.length && count < mostElements; index++) {
    const key = keys[index];
    if (typeof key !== 'string') continue;
    shown += `${count++ > 0 ? ', ' : ''}${sliceText(key, 0, mostCharacters)}: ${held(object, key, source)}`;
  }
  if (keys.length > mostElements) shown += ', …';
  return shown === '' ? '{}' : `{ ${shown} }`;
}

/** A property's value, where it is not computed. */
function held(object: object, key: PropertyKey, source: ValueSource): string {
  const found = getOwnPropertyDescriptor(object, key);
  if (!found) return 'empty';
  return found.get || found.set ? 'computed' : inner(found.value, source);
}

function className(object: object, source: ValueSource): string {
  const prototype = getPrototypeOf(object) as object | null;
  if (prototype === null || source.isProxy(prototype)) return 'object';
  const made: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  const name = typeof made === 'function' && !source.isProxy(made) ? nameOf(made) : '';
  return name === '' || name === 'Object' ? 'object' : sliceText(name, 0, mostCharacters);
}

function nameOf(called: object): string {
  const name: unknown = getOwnPropertyDescriptor(called, 'name')?.value;
  return typeof name === 'string' ? name : '';
}
