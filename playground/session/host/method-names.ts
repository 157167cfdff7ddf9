/** Methods of arrays and typed arrays that call a function with each element, and make no list. */
export const visitors = [
  ...['forEach', 'reduce', 'reduceRight', 'find', 'findIndex', 'findLast', 'findLastIndex', 'every', 'some'],
] as const;

/** Those that call a function with each element. */
export const callers = [...visitors, 'map', 'filter'] as const;

/** Those that look for a value. */
export const searchers = ['indexOf', 'lastIndexOf', 'includes'] as const;
