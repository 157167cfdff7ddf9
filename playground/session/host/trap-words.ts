// What V8, SpiderMonkey and JavaScriptCore say when a WebAssembly program traps, and what it means to a C++ programmer.
const traps: readonly (readonly [pattern: RegExp, words: string])[] = [
  [
    /maximum call stack|too much recursion/i,
    'the call stack is exhausted: too many functions called each other without returning',
  ],
  [
    /unreachable/i,
    'the program reached code that must never run (unreachable): a failed check, or undefined behaviour',
  ],
  [
    /memory access out of bounds|out of bounds memory access|index out of bounds$/i,
    'a read or write outside of memory',
  ],
  [/divide by zero|division by zero|remainder by zero/i, 'a whole number was divided by zero'],
  [
    /unrepresentable in integer|integer overflow.*trunc|trunc/i,
    'a floating-point number did not fit into the integer it was converted to',
  ],
  [/divide result unrepresentable|integer overflow|overflow/i, 'the result of a division does not fit into its type'],
  [
    /null function or|indirect call to null|null table entry|is null/i,
    'a call through a null function pointer, or through one of the wrong type',
  ],
  [/signature/i, 'a call through a function pointer of the wrong type'],
  [/table index|out of bounds (table|call)/i, 'a call through a function pointer that points at no function'],
  [
    /invalid conversion|float unrepresentable/i,
    'a floating-point number did not fit into the integer it was converted to',
  ],
];

/** Tells a trap in words; an unknown message is passed on as it is. */
export function trapInWords(message: string): string {
  const known = traps.find(([pattern]) => pattern.test(message));
  return known ? known[1] : message;
}

/** Whether a thrown value is a trap of the engine's, not an exception that code threw on purpose. */
export function isTrap(thrown: unknown): thrown is Error {
  if (thrown instanceof WebAssembly.RuntimeError) return true;
  return isCallStackExhausted(thrown);
}

/** V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError. */
function isCallStackExhausted(thrown: unknown): thrown is Error {
  return thrown instanceof Error && /^(maximum call stack|too much recursion)/i.test(thrown.message);
}
