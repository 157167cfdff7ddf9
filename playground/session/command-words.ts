/** What a program finds when it begins. */
export interface Given {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const assignment = /^([A-Z_][A-Z\d_]*)=(.*)$/s;

/**
 * Reads the words of a command line as a shell does: those before the first other one that are `NAME=value`, in capitals, are
 * the program's environment.
 */
export function readCommand(words: readonly string[]): Given {
  const first = words.findIndex((word) => !assignment.test(word));
  const count = first < 0 ? words.length : first;
  const variables = words.slice(0, count).map((word) => {
    const [, name = '', value = ''] = assignment.exec(word) ?? [];
    return [name, value] as const;
  });
  return { arguments: words.slice(count), environment: Object.fromEntries(variables) };
}
