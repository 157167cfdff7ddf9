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
    if (!(error instanceof Unmet)) throw error;
    process.stderr.write(`\npagewise: ${error.message}\n`);
    process.exitCode = 1;
  }
}
