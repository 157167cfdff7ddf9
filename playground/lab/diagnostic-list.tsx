import type { Diagnostic } from '../compiler/compilation.ts';

/** Errors and warnings with file, line and column; a click shows the file. */
export function DiagnosticList({
  diagnostics,
  onShow,
}: {
  readonly diagnostics: readonly Diagnostic[];
  readonly onShow: (diagnostic: Diagnostic) => void;
}) {
  if (diagnostics.length === 0) return null;
  return (
    <ul className="diagnostics" aria-label="Errors and warnings">
      {diagnostics.map((diagnostic) => {
        const { severity, path, line, column, message } = diagnostic;
        return (
          <li key={`${path}:${line}:${column}:${message}`} data-severity={severity}>
            {path === '' ? (
              'Settings'
            ) : (
              <button type="button" className="link" onClick={() => onShow(diagnostic)}>
                {path}, line {line}, column {column}
              </button>
            )}{' '}
            <strong>{severity}:</strong> {message}
          </li>
        );
      })}
    </ul>
  );
}
