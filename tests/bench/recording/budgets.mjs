/** What must hold where the log goes to a second memory of the program, and where an instance beside it takes the log. */
export const budgets = {
  'second-memory': { list: 10, containers: 16, stepsASecond: 60, rerun: 500 },
  instance: { list: 20, containers: 20, stepsASecond: 25, rerun: 1500 },
};

/** What must hold everywhere: bytes, MB a second, milliseconds. */
export const everywhere = { bytesARecord: 12, rewriting: 30, seek: 16, neighbour: 0.1 };
