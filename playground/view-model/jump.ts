import type { ByteRange, MemoryState } from '../trace/memory-state.ts';
import { pageSize, toAddress } from '../trace/memory-state.ts';
import { placeNamed, sizeOf } from './place.ts';

export type Jump =
  | { readonly ok: true; readonly range: ByteRange; readonly label: string }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed into "go to": an address (`0x410`, `1040`), a range (`0x410..0x414`), a symbol, `block 2`, `view 1` or `stack`. */
export function jumpTo(text: string, state: MemoryState): Jump {
  const wanted = text.trim();
  const at = (start: number, size: number, label: string): Jump => {
    const end = state.pages * pageSize;
    if (start >= end) {
      return { ok: false, message: `${label} lies past the end of memory, which is 0x${end.toString(16)}.` };
    }
    const range = { start: toAddress(start), end: toAddress(Math.min(end, start + Math.max(size, 1))) };
    return { ok: true, range, label };
  };
  if (/^(0x[0-9a-f]+|\d+)$/i.test(wanted)) return at(Number(wanted), 1, wanted);
  const [, first, last] = /^(0x[0-9a-f]+|\d+)\.\.(0x[0-9a-f]+|\d+)$/i.exec(wanted) ?? [];
  if (first && Number(first) < Number(last)) return at(Number(first), Number(last) - Number(first), first);
  if (wanted === 'stack') {
    if (state.stackPointer !== null) return at(state.stackPointer, 4, 'the stack pointer');
    return { ok: false, message: 'The module does not tell where its stack pointer is.' };
  }
  const place = placeNamed(wanted, state);
  if (place) return at(place.range.start, sizeOf(place.range), place.label);
  const known = state.layout.symbols.slice(0, 4).map(({ name }) => name);
  const hint = known.length > 0 ? ` Symbols here: ${known.join(', ')}.` : '';
  return { ok: false, message: `There is no "${wanted}". Type an address such as 0x400, a symbol, or block 1.${hint}` };
}
