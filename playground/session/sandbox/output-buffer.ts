import { decodeText, now, sliceText } from '../host/intrinsics.ts';
import { limits, type OutputPiece, type OutputStream } from './messages.ts';

/** Collects what a program prints, in order, and passes it on in pieces: at most `limits.output` characters a run. */
export class OutputBuffer {
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  #pending: { stream: OutputStream; text: string }[] = [];
  #length = 0;
  #left: number = limits.output;
  #nextFlush = 0;

  constructor(readonly post: (pieces: readonly OutputPiece[]) => void) {}

  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    // Past the limit nothing needs decoding: a flood must cost little.
    if (this.#left > 0) this.print(stream, decodeText(this.#decoders[stream], bytes, { stream: true }));
  }

  print(stream: OutputStream, text: string): void {
    if (this.#left <= 0 || text === '') return;
    const kept = sliceText(text, 0, this.#left);
    this.#left -= text.length;
    this.#append(stream, kept);
    if (this.#left <= 0) {
      const shown = limits.output.toLocaleString('en');
      this.#append('stderr', `\n[Output stops here: more than ${shown} characters. The program goes on.]\n`);
      this.flush();
    }
  }

  /** Ends unfinished characters: call it when the program has stopped writing. */
  finish(): void {
    for (const stream of ['stdout', 'stderr'] as const) this.print(stream, this.#decoders[stream].decode());
    this.flush();
  }

  /** Flushes if the last time is a sixtieth of a second ago. */
  flushSometimes(): void {
    const time = now();
    if (time < this.#nextFlush) return;
    this.#nextFlush = time + 1000 / 60;
    this.flush();
  }

  flush(): void {
    if (this.#pending.length > 0) this.post(this.#pending);
    this.#pending = [];
    this.#length = 0;
  }

  #append(stream: OutputStream, text: string): void {
    for (let start = 0; start < text.length; ) {
      const part = sliceText(text, start, start + limits.text - this.#length);
      const last = this.#pending[this.#pending.length - 1];
      if (last?.stream === stream) last.text += part;
      else this.#pending[this.#pending.length] = { stream, text: part };
      start += part.length;
      this.#length += part.length;
      if (this.#length >= limits.text || this.#pending.length >= limits.pieces) this.flush();
    }
  }
}
