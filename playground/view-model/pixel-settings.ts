import { type PixelFormat, pixelFormats } from './pixel-formats.ts';

/** What the pixels panel shows: where the picture begins, and how its bytes are to be read. */
export interface PixelSettings {
  /** As one types it where one can go to: an address, a symbol, `block 1`. */
  readonly start: string;
  /** Pixels, or samples of a waveform. */
  readonly width: number;
  /** Rows, or channels of a waveform. */
  readonly height: number;
  /** Bytes from one row, or sample, to the next; null when they lie close together. */
  readonly stride: number | null;
  readonly format: PixelFormat;
}

/** Characters of a text that is read. */
const longest = 200;

/** `picture, 64x48, rgba8` and, where rows lie apart, `, stride 256`: in lessons, links and what is kept. */
export function formatPixels({ start, width, height, stride, format }: PixelSettings): string {
  return `${start}, ${width}x${height}, ${format}${stride === null ? '' : `, stride ${stride}`}`;
}

/** Reads {@link formatPixels}; null where it is something else. */
export function parsePixels(text: string): PixelSettings | null {
  if (text.length > longest) return null;
  const match = /^(.+?),\s*(\d{1,9})\s*x\s*(\d{1,9})\s*,\s*(\w+)\s*(?:,\s*stride\s+(\d{1,9})\s*)?$/.exec(text);
  if (!match) return null;
  const [, start = '', width, height, name, stride] = match;
  const format = pixelFormats.find((each) => each === name);
  if (!format) return null;
  return {
    ...{ start: start.trim(), format, width: Number(width), height: Number(height) },
    stride: stride === undefined ? null : Number(stride),
  };
}

/** What stands in the fields, as text; the stride may be empty. */
export interface PixelFields {
  readonly start: string;
  readonly width: string;
  readonly height: string;
  readonly stride: string;
  readonly format: PixelFormat;
}

export type PixelField = keyof PixelFields;

/** What is wrong with a field, in a sentence. */
export interface FieldProblem {
  readonly field: PixelField;
  readonly text: string;
}

export function fieldsOf({ start, width, height, stride, format }: PixelSettings): PixelFields {
  return { start, width: String(width), height: String(height), stride: stride === null ? '' : String(stride), format };
}

export type ReadFields =
  | { readonly ok: true; readonly settings: PixelSettings }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads what was typed. Only what no memory could make right is a problem here. */
export function readFields(fields: PixelFields): ReadFields {
  const problems: FieldProblem[] = [];
  const whole = (field: 'width' | 'height' | 'stride', name: string): number => {
    const text = fields[field].trim();
    if (/^(\d{1,9}|0x[0-9a-f]{1,7})$/i.test(text)) return Number(text);
    problems.push({ field, text: `${name} must be a whole number, such as 64.` });
    return 0;
  };
  const start = fields.start.trim();
  if (start === '' || start.length > longest / 2)
    problems.push({ field: 'start', text: 'Type where it begins: an address such as 0x400, a symbol, or block 1.' });
  const settings = {
    ...{ start, format: fields.format },
    width: whole('width', 'The width'),
    height: whole('height', 'The height'),
    stride: fields.stride.trim() === '' ? null : whole('stride', 'The stride'),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings };
}
