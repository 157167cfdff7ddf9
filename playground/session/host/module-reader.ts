import { unsignedAt } from '../../trace/module-sections.ts';
import type { WasmType } from '../run.ts';

// Section ids and kinds: core specification, section 5.5.
export const section = { type: 1, import: 2, function: 3, memory: 5, global: 6, export: 7, data: 11 } as const;
export const kind = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;
const valueTypes: Readonly<Record<number, WasmType>> = {
  127: 'i32',
  126: 'i64',
  125: 'f32',
  124: 'f64',
  123: 'v128',
  112: 'funcref',
  111: 'externref',
};

/** A function type whose values JavaScript can pass. */
export interface Signature {
  readonly parameters: readonly WasmType[];
  readonly results: readonly WasmType[];
}

/** Reads the binary format, as far as a module's interface goes. The engine of the browser has validated it. */
export class ModuleReader {
  constructor(
    readonly bytes: Uint8Array,
    public offset: number,
  ) {}

  byte(): number {
    return this.bytes[this.offset++] ?? 0;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  size(): number {
    const { value, end } = unsignedAt(this.bytes, this.offset);
    this.offset = end;
    return value;
  }

  /** The address that an `i32.const` gives, which is the whole expression; null for any other expression. */
  constantAddress(): number | null {
    if (this.byte() !== 0x41) return null;
    const value = this.size() % 2 ** 32;
    return this.byte() === 0x0b ? value : null;
  }

  times(read: () => void): void {
    for (let left = this.size(); left > 0 && this.offset < this.bytes.length; left--) read();
  }

  name(): string {
    const length = this.size();
    this.offset += length;
    return new TextDecoder().decode(this.bytes.subarray(this.offset - length, this.offset));
  }

  signature(): Signature | null {
    if (this.byte() !== 0x60) return null;
    const parameters: (WasmType | undefined)[] = [];
    const results: (WasmType | undefined)[] = [];
    this.times(() => parameters.push(valueTypes[this.byte()]));
    this.times(() => results.push(valueTypes[this.byte()]));
    const known = (types: readonly (WasmType | undefined)[]) => types.filter((type) => type !== undefined);
    const all = known(parameters).length === parameters.length && known(results).length === results.length;
    return all ? { parameters: known(parameters), results: known(results) } : null;
  }

  /** Reads an import, tells the type of one that is a function, and returns its kind. */
  importedFunction(found: (type: number) => void): number {
    this.name();
    this.name();
    const imported = this.byte();
    switch (imported) {
      case kind.function:
        found(this.size());
        break;
      case kind.table:
        this.byte();
        this.limits();
        break;
      case kind.memory:
        this.limits();
        break;
      case kind.global:
        this.offset += 2;
        break;
      case kind.tag:
        this.byte();
        this.size();
        break;
    }
    return imported;
  }

  /** The maximum of a memory or table; null when there is none. */
  limits(): number | null {
    const hasMaximum = this.byte() & 1;
    this.size();
    return hasMaximum ? this.size() : null;
  }

  /** Goes to the contents of a section of this kind. False when there is none. */
  find(wanted: number): boolean {
    this.offset = 8;
    while (this.offset < this.bytes.length) {
      const id = this.byte();
      const end = this.size() + this.offset;
      if (id === wanted) return true;
      this.offset = end;
    }
    return false;
  }
}
