/**
 * Offset in the module's file of the innermost Wasm frame of a stack trace, or null. V8 and SpiderMonkey write
 * `wasm-function[3]:0x1f` (WebAssembly Web API, section 6.4); JavaScriptCore gives no offset.
 */
export function wasmOffsetOf(error: Error): number | null {
  const found = /wasm-function\[\d+\]:(0x[0-9a-f]+)/i.exec(error.stack ?? '');
  return found?.[1] ? Number(found[1]) : null;
}
