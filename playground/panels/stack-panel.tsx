import { useState } from 'react';
import type { ByteSource } from '../trace/memory-state.ts';
import type { Moment } from '../trace/trace.ts';
import { counted } from '../view-model/hexadecimal.ts';
import type { Place } from '../view-model/place.ts';
import { FrameSection } from './frame-section.tsx';
import { VariableTable } from './variable-table.tsx';
import './stack-panel.css';

interface StackPanelProps {
  /** Null while the program runs, and where nothing was recorded. */
  readonly moment: Moment | null;
  readonly bytes: ByteSource;
  readonly selection: Place | null;
  readonly onSelect: (place: Place) => void;
  /** Shows a line in its editor. */
  readonly onShowLine: (path: string, line: number) => void;
}

/** Calls that are drawn at first, and each time that more are asked for: a recursion may have thousands. */
const moreFrames = 20;

/** The open calls with their variables, the innermost first, and the globals. */
export function StackPanel({ moment, bytes, selection, onSelect, onShowLine }: StackPanelProps) {
  // What somebody opened or closed stays so from step to step.
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [most, setMost] = useState(moreFrames);
  if (!moment) return <p className="empty">The stack appears once a run was recorded: run the program.</p>;
  const toggle = (id: string) =>
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const own = { toggled, onToggle: toggle, selection, onSelect };
  const { frames, globals } = moment;
  const [outermost] = frames;
  // The outermost call, `main` as a rule, has its place below those that are left out.
  const hidden = frames.length - 1 - most;
  const inner = [...frames].reverse().slice(0, hidden >= 0 ? most : frames.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="stack-panel" aria-label="Stack" tabIndex={0}>
      {frames.length === 0 && <p className="empty">No function runs at this step.</p>}
      {inner.map((frame, index) => (
        <FrameSection
          key={`${frames.length - 1 - index} ${frame.name}`}
          {...{ frame, moment, bytes, onShowLine, ...own }}
          depth={frames.length - 1 - index}
          isInnermost={index === 0}
        />
      ))}
      {hidden > 0 && (
        <button type="button" className="link frame-more" onClick={() => setMost(most + moreFrames)}>
          {counted(hidden, 'more call')} between
        </button>
      )}
      {outermost && hidden >= 0 && (
        <FrameSection
          key={`0 ${outermost.name}`}
          {...{ frame: outermost, moment, bytes, onShowLine, ...own }}
          depth={0}
          isInnermost={false}
        />
      )}
      {globals.length > 0 && (
        <div className="frame">
          <h2 className="frame-head">Globals</h2>
          <VariableTable label="Globals" scope="globals" of={globals} {...own} />
        </div>
      )}
    </section>
  );
}
