import { cpus, loadavg } from 'node:os';

/** The machine, and how busy it is: a busy one slows all that is measured. */
export function machine() {
  const [processor] = cpus();
  return `${cpus().length} cores (${processor?.model ?? 'unknown'}), load ${loadavg()[0].toFixed(1)}`;
}
