import { spawn } from 'node:child_process';

const running = new Set();
let signal = null;

/**
 * Starts a command. When this process is told to end, it first ends its commands and waits for them: one that lives on
 * would still be writing when the next start begins.
 */
export function start(command, args, options) {
  const child = spawn(command, args, options);
  running.add(child);
  const forget = () => {
    running.delete(child);
    leaveWhenAlone();
  };
  child.once('error', forget);
  child.once('close', forget);
  return child;
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    signal ??= name;
    for (const child of running) child.kill(name);
    leaveWhenAlone();
  });
}

function leaveWhenAlone() {
  if (signal && running.size === 0) process.exit(signal === 'SIGINT' ? 130 : 143);
}
