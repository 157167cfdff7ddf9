/** Bytes of a module, and numbers as LEB128. */
export type Code = readonly number[];

export function unsigned(value: number | bigint): Code {
  const bytes: number[] = [];
  for (let rest = BigInt(value); ; ) {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 128);
    if (rest === 0n) return bytes;
  }
}

function signed(value: number | bigint): Code {
  const bytes: number[] = [];
  for (let rest = BigInt(value); ; ) {
    const low = Number(rest & 127n);
    rest >>= 7n;
    const isLast = (rest === 0n && low < 64) || (rest === -1n && low >= 64);
    bytes.push(isLast ? low : low | 128);
    if (isLast) return bytes;
  }
}

export const i32 = 0x7f;
export const i64 = 0x7e;
export const f32 = 0x7d;
export const f64 = 0x7c;
export const v128 = 0x7b;

/** `i32.const`, `i64.const`. */
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const wideConstant = (value: number | bigint): Code => [0x42, ...signed(value)];

export interface FunctionParts {
  readonly parameters?: Code;
  readonly results?: Code;
  /** Types of its locals, behind the parameters. */
  readonly locals?: Code;
  /** Without the final `end`. */
  readonly body: Code;
  readonly exported?: string;
}

export interface ModuleParts {
  /** Imported functions, from the module `env`: they have the first indices. */
  readonly imports?: readonly { readonly name: string; readonly parameters?: Code; readonly results?: Code }[];
  readonly functions: readonly FunctionParts[];
  /** Pages at the start and at most; `is64` for 64-bit addresses. */
  readonly memory?: { readonly pages: number; readonly most: number; readonly is64?: boolean };
  /** Pages, at first and at most, of memories beside the first; behind the other exports: `memory1` and so on. */
  readonly otherMemories?: readonly (readonly [pages: number, most: number])[];
  /** Mutable globals: a type and the instructions of its first value. */
  readonly globals?: readonly (readonly [type: number, first: Code])[];
  /** The global that is exported as the stack pointer. */
  readonly stackPointer?: number;
  /** Whether there is a tag 0, of exceptions without values. */
  readonly hasTag?: boolean;
  /** Bytes from address 0 on, and a passive segment: segments 0 and 1. */
  readonly data?: Code;
  readonly passive?: Code;
  /** Index of the start function. */
  readonly start?: number;
}

/** Writes a module in the binary format. Its memory is exported as `memory`; table 0 holds its functions by their index. */
export function buildModule(parts: ModuleParts): Uint8Array<ArrayBuffer> {
  const { imports = [], functions, memory = { pages: 1, most: 160 }, globals = [], data = [], passive } = parts;
  const { otherMemories: others = [] } = parts;
  const all = [...imports, ...functions];
  const name = (text: string) => [...unsigned(text.length), ...new TextEncoder().encode(text)];
  const list = (items: readonly Code[]) => [...unsigned(items.length), ...items.flat()];
  const section = (id: number, contents: Code) => [id, ...unsigned(contents.length), ...contents];
  const type = ({ parameters = [], results = [] }: { readonly parameters?: Code; readonly results?: Code }) => [
    0x60,
    ...unsigned(parameters.length),
    ...parameters,
    ...unsigned(results.length),
    ...results,
  ];
  const bodies = functions.map(({ locals = [], body }) => {
    const contents = [...list(locals.map((local) => [1, local])), ...body, 0x0b];
    return [...unsigned(contents.length), ...contents];
  });
  const exported = functions.flatMap(({ exported: as }, index) =>
    as ? [[...name(as), 0, ...unsigned(imports.length + index)]] : [],
  );
  const stackPointer =
    parts.stackPointer === undefined ? [] : [[...name('__stack_pointer'), 3, ...unsigned(parts.stackPointer)]];
  const firstAddress = memory.is64 ? wideConstant(0) : constant(0);
  return new Uint8Array([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, list([...all.map(type), type({})])),
    ...section(2, list(imports.map(({ name: as }, index) => [...name('env'), ...name(as), 0, ...unsigned(index)]))),
    ...section(3, list(functions.map((_, index) => unsigned(imports.length + index)))),
    ...section(4, [1, 0x70, 0, ...unsigned(all.length)]),
    ...section(
      5,
      list([
        [memory.is64 ? 5 : 1, ...unsigned(memory.pages), ...unsigned(memory.most)],
        ...others.map(([pages, most]) => [1, ...unsigned(pages), ...unsigned(most)]),
      ]),
    ),
    ...(parts.hasTag ? section(13, [1, 0, ...unsigned(all.length)]) : []),
    ...section(6, list(globals.map(([of, first]) => [of, 1, ...first, 0x0b]))),
    ...section(7, list([[...name('memory'), 2, 0], ...exported, ...stackPointer])),
    ...(parts.start === undefined ? [] : section(8, unsigned(parts.start))),
    ...section(9, [1, 0, ...constant(0), 0x0b, ...list(all.map((_, index) => unsigned(index)))]),
    ...section(12, unsigned(passive ? 2 : 1)),
    ...section(10, list(bodies)),
    ...section(
      11,
      list([
        [0, ...firstAddress, 0x0b, ...list(data.map((byte) => [byte]))],
        ...(passive ? [[1, ...list(passive.map((byte) => [byte]))]] : []),
      ]),
    ),
  ]);
}
