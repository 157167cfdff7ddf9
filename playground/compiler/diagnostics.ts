import type { Diagnostic } from './compilation.ts';
import { nameMissingInclude } from './missing-include.ts';

const located =
  /^(?<path>[^:\n]+):(?<line>\d+):(?<column>\d+): (?<severity>fatal error|error|warning|note): (?<message>.*)$/;
const undefinedSymbol = /^wasm-ld: error: (?<object>.*?): undefined symbol: (?<symbol>.*)$/;
const duplicateSymbol = /^wasm-ld: error: duplicate symbol: (?<symbol>.*)$/;

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
        message: nameMissingInclude(withoutFlag(message)),
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

/** Reads what wasm-ld printed and says in words which function is missing or defined twice, each once. */
export function parseLinkerOutput(output: string, mainPath: string): Diagnostic[] {
  const messages = new Map<string, Diagnostic['severity']>();
  for (const line of output.split('\n')) {
    const missing = undefinedSymbol.exec(line)?.groups?.symbol;
    const twice = duplicateSymbol.exec(line)?.groups?.symbol;
    if (missing) {
      messages.set(
        `\`${missing}\` is declared and used, but no file defines it. Define it, or do not use it.`,
        'error',
      );
    } else if (twice) {
      messages.set(
        `\`${twice}\` is defined more than once. Keep one definition, or mark them \`static\` or \`inline\`.`,
        'error',
      );
    } else if (line.startsWith('wasm-ld: error: ')) messages.set(line.slice('wasm-ld: error: '.length), 'error');
    else if (line.startsWith('wasm-ld: warning: ')) messages.set(line.slice('wasm-ld: warning: '.length), 'warning');
    else if (line.startsWith('error: ')) messages.set(line.slice('error: '.length), 'error');
  }
  return [...messages].map(([message, severity]) => atStart(severity, mainPath, message));
}

function atStart(severity: Diagnostic['severity'], path: string, message: string): Diagnostic {
  return { severity, path, line: 1, column: 1, message };
}

/** `unused variable 'x' [-Wunused-variable]`: the flag helps nobody who cannot pass it. */
function withoutFlag(message: string): string {
  return message.replace(/ \[-W[^\]]*\]$/, '');
}
