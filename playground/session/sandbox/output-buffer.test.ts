import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from './messages.ts';
import { OutputBuffer } from './output-buffer.ts';

let posted: [string, string][];
let messages: number;
let output: OutputBuffer;
beforeEach(() => {
  posted = [];
  messages = 0;
  output = new OutputBuffer((pieces) => {
    messages++;
    posted.push(...pieces.map(({ stream, text }): [string, string] => [stream, text]));
  });
});

describe('output on its way to the page', () => {
  it('keeps the order of the streams', () => {
    output.write('stdout', new TextEncoder().encode('a'));
    output.write('stdout', new TextEncoder().encode('b'));
    output.write('stderr', new TextEncoder().encode('c'));
    output.print('javascript', 'd');
    output.finish();
    expect(posted).toEqual([
      ['stdout', 'ab'],
      ['stderr', 'c'],
      ['javascript', 'd'],
    ]);
  });

  it('takes few messages however often the streams alternate', () => {
    for (let i = 0; i < 3000; i++) {
      output.write('stdout', new TextEncoder().encode('a'));
      output.write('stderr', new TextEncoder().encode('b'));
    }
    output.finish();
    expect(posted.length).toBe(6000);
    expect(messages).toBeLessThan(10);
  });

  it('joins a character whose bytes were written apart', () => {
    const bytes = new TextEncoder().encode('é');
    output.write('stdout', bytes.subarray(0, 1));
    output.write('stdout', bytes.subarray(1));
    output.finish();
    expect(posted).toEqual([['stdout', 'é']]);
  });

  it('shows bytes that are no character at the end', () => {
    output.write('stdout', new Uint8Array([0xc3]));
    output.finish();
    expect(posted).toEqual([['stdout', '\ufffd']]);
  });

  it('cuts a flood, says so once, and posts pieces of bounded length', () => {
    const line = new TextEncoder().encode('x'.repeat(70_000));
    for (let i = 0; i < 100; i++) output.write('stdout', line);
    output.finish();
    const all = posted.map(([, text]) => text).join('');
    expect(all.match(/x/g)?.length).toBe(limits.output);
    expect(all.match(/Output stops here/g)?.length).toBe(1);
    expect(Math.max(...posted.map(([, text]) => text.length))).toBeLessThanOrEqual(limits.text);
  });
});
