import { useEffect, useRef } from 'react';
import './console-panel.css';

export interface ConsoleLine {
  readonly stream: 'stdout' | 'stderr' | 'javascript' | 'note';
  readonly text: string;
}

const names: Record<ConsoleLine['stream'], string> = {
  stdout: 'program',
  stderr: 'error stream',
  javascript: 'JavaScript',
  note: 'Pagewise',
};

/** What the program and the JavaScript printed, and how each run ended. Follows the end as text arrives. */
export function ConsolePanel({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  const log = useRef<HTMLDivElement>(null);
  // Scrolls whenever a line arrives.
  useEffect(() => {
    const element = log.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [lines]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="console" role="log" aria-label="Console" tabIndex={0} ref={log}>
      {lines.length === 0 && <p className="empty">What the program prints appears here.</p>}
      {lines.map((line, index) => (
        // Lines are only appended.
        <div key={index} className="console-line" data-stream={line.stream}>
          <span className="console-stream">{names[line.stream]}</span>
          <pre>{line.text}</pre>
        </div>
      ))}
    </div>
  );
}
