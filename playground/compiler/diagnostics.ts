import type { Diagnostic } from './compilation.ts';
import { isC } from './llvm/compile-arguments.ts';
import { nameMissingInclude } from './missing-include.ts';

const located =
  /^(?<path>[^:\n]+):(?<line>\d+):(?<column>\d+): (?<severity>fatal error|error|warning|note): (?<message>.*)$/;

/** Reads what clang printed. Paths lose the `/program/` in front; anything else that is an error is kept in its words. */
export function parseCompilerOutput(output: string, mainPath: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const line of output.split('\n')) {
    const groups = located.exec(line)?.groups;
    if (groups) {
      const { path = '', severity = '', message = '' } = groups;
      diagnostics.push({
        severity: severity === 'fatal error' ? 'error' : (severity as Diagnostic['severity']),
        path: path.replace(/^\/program\//, ''),
        line: Number(groups.line),
        column: Number(groups.column),
        message: nameMissingInclude(withoutFlag(message), isC(path)),
      });
    } else if (/^(fatal )?error: /.test(line)) {
      diagnostics.push(atStart('error', mainPath, line.replace(/^(fatal )?error: /, '')));
    }
  }
  return diagnostics;
}

/** Bytes that static data and the stack need when they do not fit into the initial memory, or null when they do. */
export function initialMemoryNeeded(output: string): number | null {
  const needed = /initial memory too small, (\d+) bytes needed/.exec(output)?.[1];
  return needed === undefined ? null : Number(needed);
}

function atStart(severity: Diagnostic['severity'], path: string, message: string): Diagnostic {
  return { severity, path, line: 1, column: 1, message };
}

/** `unused variable 'x' [-Wunused-variable]`: the flag helps nobody who cannot pass it. */
function withoutFlag(message: string): string {
  return message.replace(/ \[-W[^\]]*\]$/, '');
}
