import type { WasmType } from '../run.ts';
import type { CrossingCall } from './border-witness.ts';
import type { Signature } from './module-reader.ts';

const types: Readonly<Record<number, WasmType>> = { 105: 'i32', 112: 'i32', 106: 'i64', 100: 'f64' }; // i, p, j, d
/** Arguments that an `EM_ASM` takes at most. */
const most = 16;

/** A call of an `EM_ASM` by what its author wrote: the program passes its arguments in a buffer, behind their types. */
export function emAsmCall(
  called: readonly unknown[],
  memory: ArrayBufferLike,
  imported: Signature | null,
): CrossingCall {
  const view = new DataView(memory);
  const parameters: WasmType[] = [];
  const args: (number | bigint)[] = [];
  let at = Number(called[2]) >>> 0;
  for (let letter = Number(called[1]) >>> 0; letter < view.byteLength && parameters.length < most; letter++) {
    const type = types[view.getUint8(letter)];
    if (type === undefined) break;
    const size = type === 'i32' ? 4 : 8;
    at += at % size;
    if (at + size > view.byteLength) break;
    parameters[parameters.length] = type;
    args[args.length] =
      type === 'i32'
        ? view.getInt32(at, true)
        : type === 'i64'
          ? view.getBigInt64(at, true)
          : view.getFloat64(at, true);
    at += size;
  }
  return { way: 'out', name: 'EM_ASM', args, signature: { parameters, results: imported?.results ?? [] } };
}
