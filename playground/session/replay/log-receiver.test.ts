import { expect, it, vi } from 'vitest';
import { LogReceiver } from './log-receiver.ts';

it('does not wait for ever for messages that a run said it sent', async () => {
  vi.useFakeTimers();
  try {
    const receiver = new LogReceiver({} as WebAssembly.Module, new Uint8Array());
    let isOver = false;
    const waiting = receiver.until(1_000_000_000).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(30_000);
    await waiting;
    expect(isOver).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
