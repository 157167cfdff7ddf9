import { sectionsOf, unsigned } from './module-sections.ts';

/**
 * The modules of a program beside its own, which its scripts make instances of. They travel in the program's module, each in a
 * custom section of this name: the length of its name, its name, and its bytes.
 */
const sectionName = 'pagewise.module';

/** A module beside a program's own. */
export interface ModuleBeside {
  /** What scripts fetch it by: `sum.wasm`. At most 127 bytes of ASCII. */
  readonly name: string;
  readonly wasm: Uint8Array;
}

/** A module with others in it. */
export function withModulesBeside(wasm: Uint8Array, beside: readonly ModuleBeside[]): Uint8Array {
  const encoder = new TextEncoder();
  const title = encoder.encode(sectionName);
  const sections = beside.map((each) => {
    const name = encoder.encode(each.name);
    return joined([[title.length], title, [name.length], name, each.wasm]);
  });
  return joined([wasm, ...sections.flatMap((section) => [[0], unsigned(section.length), section])]);
}

/** The program's own module, and those that are in it. The module must be valid. */
export function modulesIn(wasm: Uint8Array): { readonly own: Uint8Array; readonly beside: readonly ModuleBeside[] } {
  const decoder = new TextDecoder();
  const kept: Uint8Array[] = [wasm.subarray(0, 8)];
  const beside: ModuleBeside[] = [];
  for (const { id, start, contents, end } of sectionsOf(wasm)) {
    const section = wasm.subarray(contents, end);
    const title = 1 + (section[0] ?? 0);
    if (id === 0 && decoder.decode(section.subarray(1, title)) === sectionName) {
      const name = title + 1 + (section[title] ?? 0);
      beside.push({ name: decoder.decode(section.subarray(title + 1, name)), wasm: section.slice(name) });
    } else kept.push(wasm.subarray(start, end));
  }
  return { own: beside.length > 0 ? joined(kept) : wasm, beside };
}

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
