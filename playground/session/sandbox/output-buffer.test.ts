import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from './messages.ts';
import { OutputBuffer } from './output-buffer.ts';

let posted: [string, string][];
let output: OutputBuffer;
beforeEach(() => {
  posted = [];
  output = new OutputBuffer((stream, text) => posted.push([stream, text]));
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
