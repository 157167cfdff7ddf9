import { writeSync } from 'node:fs';

/** What a command reads and writes: those of the process, or a test's. */
export interface Streams {
  /** All of standard input, or a file descriptor that is read as it is needed. */
  readonly input: Uint8Array | number;
  readonly output: (bytes: Uint8Array) => void;
  readonly error: (bytes: Uint8Array) => void;
  readonly environment: Readonly<Record<string, string>>;
}

const encoder = new TextEncoder();

/** Tells the user something. */
export function say({ error }: Streams, text: string): void {
  error(encoder.encode(text));
}

/** Writes text in large blocks: a trace has millions of lines. To be flushed at the end. */
export class TextWriter {
  #waiting: string[] = [];
  #length = 0;

  constructor(readonly streams: Streams) {}

  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= 65_536) this.flush();
  }

  flush(): void {
    this.streams.output(encoder.encode(this.#waiting.join('')));
    this.#waiting = [];
    this.#length = 0;
  }
}

export function processStreams(): Streams {
  return {
    input: 0,
    output: (bytes) => writeAll(1, bytes),
    error: (bytes) => writeAll(2, bytes),
    environment: Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
  };
}

/** Writes all bytes before it returns: the process may exit right after. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(141); // the reader has gone, as SIGPIPE would tell
      if (code === 'EAGAIN') continue;
      writeSync(2, encoder.encode(`pagewise: the output cannot be written (${code})\n`));
      process.exit(2);
    }
  }
}
