/** Whether JavaScript's buffer of memory is detached by each growth, or grows with it. */
export type MemoryBuffer = 'fixed-length' | 'resizable';

/** Whether this engine has resizable buffers of memory (`WebAssembly.Memory.prototype.toResizableBuffer`). */
export const hasResizableBuffers = (): boolean => 'toResizableBuffer' in WebAssembly.Memory.prototype;

/** Has a memory's buffer grow in place from now on. Returns why it cannot, in words; null when it does. */
export function makeResizable(memory: WebAssembly.Memory): string | null {
  if (!hasResizableBuffers())
    return 'There are no resizable buffers of memory here: WebAssembly.Memory has no toResizableBuffer. Set the buffer to fixed-length, or run the program in a browser that has them.';
  try {
    memory.toResizableBuffer();
    return null;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return `The memory's buffer cannot be made resizable: ${reason}. Link the program with -sMAXIMUM_MEMORY, or set the buffer to fixed-length.`;
  }
}
