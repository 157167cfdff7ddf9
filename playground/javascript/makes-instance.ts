/** What scripts fetch the program's own module by. */
export const ownModuleName = 'main.wasm';

/**
 * Whether one of a program's scripts makes the program's instance: it names `'main.wasm'`, as what it fetches. Lines that are
 * comments do not count.
 */
export const makesInstance = (scripts: readonly string[] = []): boolean =>
  scripts.some((text) =>
    text.split('\n').some((line) => /(['"`])(?:\.?\/)?main\.wasm\1/.test(line) && !/^\s*(\/\/|\/?\*)/.test(line)),
  );
