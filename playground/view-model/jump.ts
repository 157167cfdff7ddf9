import type { ByteRange, MemoryState } from '../trace/memory-state.ts';
import { pageSize, toAddress } from '../trace/memory-state.ts';

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
  if (wanted === 'stack') return at(state.stackPointer, 4, 'the stack pointer');
  const symbol = state.layout.symbols.find(({ name }) => name === wanted);
  if (symbol) return at(symbol.address, symbol.size, symbol.name);
  const [, kind, id] = /^(block|view) (\d+)$/.exec(wanted) ?? [];
  const block = kind === 'block' ? state.blocks.find((candidate) => candidate.id === Number(id)) : undefined;
  if (block) return at(block.address, block.size, `block ${block.id}`);
  const view = kind === 'view' ? state.views.find((candidate) => candidate.id === Number(id)) : undefined;
  if (view) return at(view.byteOffset, view.length * view.bytesPerElement, `view ${view.id}`);
  const known = state.layout.symbols.slice(0, 4).map(({ name }) => name);
  const hint = known.length > 0 ? ` Symbols here: ${known.join(', ')}.` : '';
  return { ok: false, message: `There is no "${wanted}". Type an address such as 0x400, a symbol, or block 1.${hint}` };
}
