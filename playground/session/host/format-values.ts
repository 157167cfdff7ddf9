/** Longest list of elements that is shown in full. */
const elementsShown = 32;
const depthShown = 3;

/** What `console.log` prints: text as it is, everything else as a programmer would write it, on one line. */
export function formatValues(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : format(value, 0))).join(' ');
}

function format(value: unknown, depth: number): string {
  try {
    switch (typeof value) {
      case 'string':
        return JSON.stringify(value);
      case 'bigint':
        return `${value}n`;
      case 'function':
        return `[function ${value.name || '(anonymous)'}]`;
      case 'object':
        return value === null ? 'null' : formatObject(value, depth);
      default:
        return Object.is(value, -0) ? '-0' : String(value);
    }
  } catch (thrown) {
    return `[cannot be shown: ${thrown instanceof Error ? thrown.message : 'it throws'}]`;
  }
}

function formatObject(value: object, depth: number): string {
  if ('stack' in value && 'message' in value) return String(value); // an error, of this realm or another
  const name = value.constructor?.name ?? '';
  if (ArrayBuffer.isView(value) && !(name === 'DataView'))
    return formatElements(name, value as unknown as ArrayLike<unknown>, depth);
  if (name === 'DataView' || name === 'ArrayBuffer') return `${name}(${(value as ArrayBuffer).byteLength})`;
  if (depth >= depthShown) return Array.isArray(value) ? '[…]' : '{…}';
  if (Array.isArray(value)) return formatElements('', value, depth);
  if (name === 'Map' || name === 'Set') return formatElements(name, [...(value as Iterable<unknown>)], depth);
  const keys = Object.keys(value);
  const shown = keys
    .slice(0, elementsShown)
    .map((key) => `${key}: ${format((value as Record<string, unknown>)[key], depth + 1)}`);
  const body = [...shown, ...(keys.length > elementsShown ? ['…'] : [])].join(', ');
  return `${name === 'Object' || name === '' ? '' : `${name} `}${body === '' ? '{}' : `{ ${body} }`}`;
}

function formatElements(name: string, elements: ArrayLike<unknown>, depth: number): string {
  const shown = Array.from({ length: Math.min(elements.length, elementsShown) }, (_, index) =>
    format(elements[index], depth + 1),
  );
  const rest = elements.length > elementsShown ? [`… ${elements.length - elementsShown} more`] : [];
  const label = name === '' ? '' : `${name}(${elements.length}) `;
  return `${label}[${[...shown, ...rest].join(', ')}]`;
}
