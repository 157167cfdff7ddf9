/** Messages of the assembler, and what a learner is told in place of each: what is wrong, and what to do. */
const known: readonly (readonly [pattern: RegExp, words: (...parts: string[]) => string])[] = [
  [
    /^unexpected token EOF, expected/,
    () => 'The text ends here, and something is still open: a `(` without its `)`, or a text without its `"`.',
  ],
  [
    /^unexpected token "([^"]*)", expected an instr\.$/,
    (token) =>
      `\`${token}\` is no instruction. Its name begins with a type, as in \`i32.add\`, or stands alone, as \`call\`.`,
  ],
  [
    /^unexpected token "([^"]*)", expected a module field/,
    (token) =>
      `\`${token}\` cannot stand here: a module holds fields in brackets, such as \`(memory 1)\` or \`(func …)\`.`,
  ],
  [
    /^unexpected token "([^"]*)", expected (.+?)\.$/,
    (token, wanted) => `\`${token}\` cannot stand here: ${wanted} was expected.`,
  ],
  [/^unexpected char$/, () => 'This character cannot stand here. Names have letters, digits and signs of ASCII.'],
  [/^undefined (\w+) variable "([^"]*)"$/, (kind, name) => `There is no ${kind} called \`${name}\`.`],
  [/^redefinition of (\w+) "([^"]*)"$/, (kind, name) => `There is a ${kind} called \`${name}\` already.`],
  [/^duplicate export "([^"]*)"$/, (name) => `Something is exported as "${name}" already. Give this another name.`],
  [
    /^(\w+) variable out of range: (\d+) \(max -?\d+\)$/,
    (kind, index) => `There is no ${kind} ${index}: they count from 0.`,
  ],
  [
    /^invalid depth: (\d+) \(max (\d+)\)$/,
    (depth, most) =>
      `There is no label ${depth}: from here they go from 0, the innermost block, to ${most}, the function.`,
  ],
  [
    /^type mismatch in implicit return, expected \[(.*)\] but got \[(.*)\]$/,
    (wanted, got) => `At its end the function should leave ${stack(wanted)} on the stack; it leaves ${stack(got)}.`,
  ],
  [
    /^type mismatch in (.+), expected \[(.*)\] but got \[(.*)\]$/,
    (what, wanted, got) => `\`${what}\` takes ${stack(wanted)} from the stack; it finds ${stack(got)}.`,
  ],
  [
    /^type mismatch at end of (.+), expected \[(.*)\] but got \[(.*)\]$/,
    (what, wanted, got) => `\`${what}\` should leave ${stack(wanted)} on the stack; it leaves ${stack(got)}.`,
  ],
  [/^only one memory block allowed$/, () => 'A module has one memory here. Remove this one.'],
  [
    /^alignment must not be larger than natural alignment \((\d+)\)$/,
    (most) => `This instruction is aligned to ${most} bytes at most.`,
  ],
  [/^invalid literal "([^"]*)"$/, (literal) => `\`${literal}\` is no number of this type: too large, or misspelt.`],
  [/^(.+) not allowed$/, (what) => `\`${what}\` belongs to a part of WebAssembly that cannot be written here.`],
];

const stack = (types = ''): string => (types === '' ? 'nothing' : `[${types}]`);

/** What the assembler says, in a learner's words; its own where nothing better is known. */
export function inLearnersWords(message: string): string {
  for (const [pattern, words] of known) {
    const match = pattern.exec(message);
    if (match) return words(...match.slice(1));
  }
  return `${message.slice(0, 1).toUpperCase()}${message.slice(1).replace(/\.$/, '')}.`;
}
