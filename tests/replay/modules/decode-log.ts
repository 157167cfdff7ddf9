import { allocators } from '../../../playground/trace/allocators.ts';
import { noteKinds } from '../../../playground/trace/log.ts';

const causes = ['vector store', 'fill', 'copy', 'init', 'host', 'script'];
const calls = [...allocators, 'free', 'delete', 'delete[]'];
const phases = ['enter', 'leave', 'abandon'];
const hex = (value: number) => (value >>> 0).toString(16);

/** A log as text, a record a line: see `log_format.h` in the engine. Numbers of what memory held are hexadecimal. */
export function decodeLog(words: Uint32Array): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < words.length; ) {
    const kind = (words[at] ?? 0) & 15;
    const payload = (words[at] ?? 0) >>> 4;
    const [first = 0, second = 0, third = 0] = words.subarray(at + 1);
    const value = payload >>> 24 === 1 ? `${hex(first)} ${hex(second)}` : hex(first);
    const index = payload & 0xff_ffff;
    const [text, count] = ((): [string, number] => {
      switch (kind) {
        case 0:
          return [`line ${payload}`, 1];
        case 1:
          return [`enter ${payload}`, 1];
        case 2:
          return [`exit ${payload}`, 1];
        case 3:
          return [`store 1 at ${first} over ${hex(payload)}`, 2];
        case 4:
          return [`store 2 at ${first} over ${hex(payload)}`, 2];
        case 5:
          return [`store 4 at ${first} over ${hex(second)}`, 3];
        case 6:
          return [`store 8 at ${first} over ${hex(second)} ${hex(third)}`, 4];
        case 7: {
          const old = new Uint8Array(words.buffer, words.byteOffset + (at + 4) * 4, second);
          const bytes = second > 32 ? '…' : [...old].map(hex).join(' ');
          const from = causes[payload] === 'copy' ? ` from ${third}` : '';
          return [`${causes[payload]} ${second} at ${first}${from} over ${bytes}`, 4 + Math.ceil(second / 4)];
        }
        case 8:
          return [`grow ${first} to ${second}${payload ? ' by the host' : ''}`, 3];
        case 9:
          return [`local ${index} = ${value}`, payload >>> 24 === 1 ? 3 : 2];
        case 10:
          return [`global ${index} = ${value}`, payload >>> 24 === 1 ? 3 : 2];
        case 11:
          return [`unwind to ${payload}`, 1];
        case 12: {
          const phase = payload >>> 8;
          const what = `${calls[payload & 255]} ${phases[phase]}`;
          return phase === 0
            ? [`${what} ${first} ${second} ${third}`, 4]
            : phase === 1
              ? [`${what} ${first}`, 2]
              : [what, 1];
        }
        case 14:
          return [`note ${noteKinds[payload]} ${first} ${second}`, 3];
        case 15:
          return [`store 4 at ${payload} over ${hex(first)}`, 2];
        default:
          throw new RangeError(`no kind of record: ${kind}`);
      }
    })();
    lines.push(text);
    at += count;
  }
  return lines;
}
