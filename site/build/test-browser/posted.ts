import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes that one post may have: more than a log and a memory together. */
const most = 2 ** 28;

/** Takes bytes that pages post: what they return to whoever drives them goes through text, which takes longer than most programs. */
export interface Posted {
  /** Answers a request. Only addresses that are awaited take anything. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Lets `send` make a page post to an address of this server; the bytes that came. Throws when none did. */
  receive(send: (address: string) => Promise<void>): Promise<Uint8Array>;
}

export function createPosted(): Posted {
  const awaited = new Map<string, Uint8Array | null>();
  return {
    answer(request, response) {
      const address = request.url ?? '';
      const end = (status: number, headers = {}) => void response.writeHead(status, headers).end();
      if (!awaited.has(address)) return end(404, { connection: 'close' });
      const chunks: Uint8Array[] = [];
      let length = 0;
      request.on('data', (chunk: Uint8Array) => {
        length += chunk.length;
        if (length <= most) chunks.push(chunk);
      });
      request.on('end', () => {
        if (length > most) return end(413);
        if (awaited.has(address)) awaited.set(address, new Uint8Array(Buffer.concat(chunks)));
        end(204);
      });
    },
    async receive(send) {
      const address = `/${randomUUID()}`;
      awaited.set(address, null);
      try {
        await send(address);
        const came = awaited.get(address);
        if (!came) throw new Error('the page sent nothing');
        return came;
      } finally {
        awaited.delete(address);
      }
    },
  };
}
