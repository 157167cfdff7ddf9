import { accessSync, constants, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { start } from './children.mjs';
import { root } from './root.mjs';
import { Unmet } from './say.mjs';

/** The first executable of this name on the path, or null. */
export function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here: look in the next folder
    }
  }
  return null;
}

/** Lines of a failed command's log that are shown; stack frames are left out. */
const lastLines = 30;

/**
 * Runs a command with its output in `build/log/NAME.log`. Throws Unmet with the log's last lines and path when it
 * fails; `advice` says what to do.
 */
export async function logged(name, command, args, { env = {}, cwd = root, advice = '' } = {}) {
  const folder = join(root, 'build', 'log');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  const log = createWriteStream(path);
  const code = await new Promise((resolve) => {
    const child = start(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', (error) => {
      log.write(`${error.message}\n`);
      resolve(127);
    });
    child.on('close', resolve);
  });
  await new Promise((resolve) => log.end(resolve));
  if (code === 0) return;
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const tail = lines
    .filter((line) => !/^\s+at /.test(line))
    .slice(-lastLines)
    .join('\n');
  process.stderr.write(`${tail}\n`);
  throw new Unmet(`${name} failed (status ${code})${advice ? `: ${advice}` : ''}; the whole output is in ${path}`);
}

/** Runs a command and returns what it printed, with its status; never throws. */
export function captured(command, args, { env = {}, cwd = root, echo = false } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (echo) process.stderr.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ status: 127, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
