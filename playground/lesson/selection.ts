import type { Selection } from './program.ts';

/** Reads `greeting`, `block 1`, `view 1` or `0x410..0x414`; null when it is none of these. */
export function parseSelection(text: string): Selection | null {
  const numbered = /^(block|view) ([1-9]\d*)$/.exec(text);
  if (numbered)
    return {
      kind: numbered[1] === 'block' ? 'block' : 'view',
      id: Number(numbered[2]),
    };
  const range = /^(0x[\da-f]+|\d+)\.\.(0x[\da-f]+|\d+)$/i.exec(text);
  if (range) {
    const [start, end] = [Number(range[1]), Number(range[2])];
    return start < end ? { kind: 'range', start, end } : null;
  }
  return /^[A-Za-z_][\w:]*$/.test(text) ? { kind: 'symbol', name: text } : null;
}

/** The text that {@link parseSelection} reads as this selection. */
export function formatSelection(selection: Selection): string {
  switch (selection.kind) {
    case 'symbol':
      return selection.name;
    case 'block':
    case 'view':
      return `${selection.kind} ${selection.id}`;
    case 'range':
      return `0x${selection.start.toString(16)}..0x${selection.end.toString(16)}`;
    default:
      return selection satisfies never;
  }
}
