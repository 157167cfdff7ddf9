/** What is wrong with the name of a new C or C++ file, in words; null when nothing is. `taken` are the names in use. */
export function fileNameProblem(name: string, taken: readonly string[]): string | null {
  if (!/^[\w+-][\w.+-]*(\/[\w+-][\w.+-]*)*$/.test(name)) {
    return 'A name has letters, digits, and any of _ . + - and / between folders.';
  }
  if (!/\.(c|cc|cpp|cxx|h|hh|hpp|hxx|inc)$/.test(name)) {
    return 'A name ends in .cpp or .c for code that is compiled, or in .h or .hpp for what others include.';
  }
  return taken.includes(name) ? `There is a file ${name} already.` : null;
}
