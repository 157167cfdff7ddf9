const started = Date.now();

/** Prints a line of progress with the seconds since the start. */
export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${text}\n`);
}

/** Something the user can mend: its message is the one line that says what to do. */
export class Unmet extends Error {}

/** Runs a command's main function; what is unmet becomes one line and exit status 1. */
export async function main(action) {
  try {
    process.exitCode = (await action()) ?? 0;
  } catch (error) {
    const message = error instanceof Unmet ? error.message : systemProblem(error);
    if (!message) throw error;
    process.stderr.write(`\npagewise: ${message}\n`);
    process.exitCode = 1;
  }
}

/** What the user can do about an error of the operating system, or null when it is a mistake of ours. */
function systemProblem({ code, path }) {
  if (code === 'ENOSPC') return 'the disk is full: make some 3 GB of room, then run this again';
  if (code === 'EROFS' || ((code === 'EACCES' || code === 'EPERM') && path)) {
    return `${path ?? 'the folder'} cannot be written: run this in a folder of your own`;
  }
  return null;
}
