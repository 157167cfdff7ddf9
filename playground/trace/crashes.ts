/** Why a program was ended, in the order of `crash_kind` in the engine, by what its outcome says of it. */
const reasons = [
  ['', 'How the run ended says why.'],
  ['the call stack is exhausted', 'Make sure that the recursion ends, and call less deeply.'],
  ['the program reached code', 'A function that returns a value must return one on every way.'],
  ['a read or write outside of memory', 'Check the pointer and the index before you use them.'],
  ['a whole number was divided by zero', 'Check the divisor first.'],
  ['a floating-point number did not fit', 'Check its range before you convert it.'],
  ['the result of a division does not fit', 'The smallest number divided by -1 has no result of its type.'],
  ['a call through a null function pointer', 'Check the pointer before you call it, and its type.'],
  ['a call through a function pointer of the wrong type', 'Call a function as what it is declared.'],
  ['a call through a function pointer that points at no function', 'Check where the pointer comes from.'],
  ['an exception that nothing caught', 'Catch it, or see that it is not thrown.'],
  ['the stack overflowed', 'Call less deeply, or keep large arrays on the heap.'],
] as const;

/** The number by which a log tells how a program was ended. */
export function crashNumber(reason: string): number {
  const found = reasons.findIndex(([start], index) => index > 0 && reason.includes(start));
  return Math.max(found, 0);
}

/** What happened, and what to do. */
export function crashInWords(number: number): string {
  const [what, advice] = reasons[number] ?? reasons[0];
  return `The program was ended here${what && `: ${what}`}. ${advice}`;
}
