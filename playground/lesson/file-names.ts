/** Whether a file is JavaScript: it runs beside the program, and is not compiled. */
export const isScript = (path: string): boolean => /\.m?js$/.test(path);

/** Characters of a name, its folders included. */
const longestName = 80;

/** What is wrong with the name of a new file, in words; null when nothing is. `taken` are the names in use. */
export function fileNameProblem(name: string, taken: readonly string[]): string | null {
  if (name === '') return 'A file needs a name.';
  if (name.length > longestName) return `A name has at most ${longestName} characters.`;
  const [other] = /[^\w.+\-/]/u.exec(name.normalize('NFC')) ?? [];
  if (other !== undefined) {
    const named = /\s|\p{C}/u.test(other) ? 'spaces' : `“${other}”`;
    return `A name has letters from a to z and A to Z, digits, and any of _ . + - and / between folders, no ${named}.`;
  }
  if (!/^[\w+-][\w.+-]*(\/[\w+-][\w.+-]*)*$/.test(name)) {
    return 'A name, and each part of it between two /, begins with a letter from a to z, a digit, _, + or -.';
  }
  if (!/\.(c|cc|cpp|cxx|h|hh|hpp|hxx|inc|wat|m?js)$/.test(name)) {
    return 'A name ends in .cpp or .c for code that is compiled, in .h or .hpp for what others include, in .wat for WebAssembly text, or in .js for JavaScript.';
  }
  if (name.split('/').some((part) => reserved.test(part))) {
    return 'Windows keeps names like this for devices. Choose another.';
  }
  if (taken.includes(name)) return `There is a file ${name} already.`;
  const folded = name.toLowerCase();
  const alike = taken.find((other) => other.toLowerCase() === folded);
  if (alike !== undefined) return `There is a file ${alike} already. Some computers take both names for the same file.`;
  const clash = taken.find((other) => {
    const known = other.toLowerCase();
    return known.startsWith(`${folded}/`) || folded.startsWith(`${known}/`);
  });
  return clash === undefined ? null : `The name would be that of a folder and of a file: there is ${clash}.`;
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
