import { type LogSection, memoryPieces, pieceSize } from '../../trace/log.ts';
import { type LogMemory, otherMemories } from '../../trace/log-memory.ts';

// The realm's own, before a script may replace them.
const Bytes = Uint8Array;
const Words = Uint32Array;
const { floor } = Math;

type Pieces = Pick<LogSection, 'pieces' | 'contents'>;

/** The memories of a program by pieces, `pieceSize` bytes each: those in use, and those that its flags say have changed. */
export class MemoryPieces {
  /** The memories beside the first, in order. */
  readonly others: readonly WebAssembly.Memory[];

  constructor(
    readonly log: LogMemory,
    readonly exports: WebAssembly.Exports,
  ) {
    this.others = otherMemories(exports);
  }

  /** The pieces that are not zero now. What changed before is forgotten. */
  used(): Pieces {
    const used: number[] = [];
    for (let memory = 0; memory <= this.others.length; memory++) {
      this.#flags(memory).fill(0);
      const bytes = this.#bytes(memory);
      const words = new BigUint64Array(bytes.buffer, 0, bytes.length / 8);
      for (let piece = 0; piece * pieceSize < bytes.length; piece++) {
        const from = (piece * pieceSize) / 8;
        const isUsed = words.subarray(from, from + pieceSize / 8).some((word) => word !== 0n);
        if (isUsed) used.push(memory * memoryPieces + piece);
      }
    }
    return this.#copy(used);
  }

  /** The pieces that changed since the last time. */
  changed(): Pieces {
    const changed: number[] = [];
    for (let memory = 0; memory <= this.others.length; memory++) {
      const flags = this.#flags(memory);
      for (let piece = flags.indexOf(1); piece >= 0; piece = flags.indexOf(1, piece + 1))
        changed.push(memory * memoryPieces + piece);
      flags.fill(0);
    }
    return this.#copy(changed);
  }

  #bytes(memory: number): Uint8Array<ArrayBuffer> {
    const { buffer } = this.others[memory - 1] ?? (this.exports.memory as WebAssembly.Memory);
    return new Bytes(buffer as ArrayBuffer);
  }

  /** One for each piece of a memory. */
  #flags(memory: number): Uint8Array {
    const start = this.log.otherFlags[memory - 1] ?? this.log.flags;
    return new Bytes(this.log.memory.buffer, start, this.#bytes(memory).length / pieceSize);
  }

  #copy(pieces: readonly number[]): Pieces {
    const contents = new Bytes(pieces.length * pieceSize);
    let memory = 0;
    let bytes = this.#bytes(0);
    for (const [index, piece] of pieces.entries()) {
      const from = (piece % memoryPieces) * pieceSize;
      if (piece >= (memory + 1) * memoryPieces) {
        memory = floor(piece / memoryPieces);
        bytes = this.#bytes(memory);
      }
      contents.set(bytes.subarray(from, from + pieceSize), index * pieceSize);
    }
    return { pieces: new Words(pieces), contents };
  }
}
