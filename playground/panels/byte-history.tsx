import { useMemo } from 'react';
import type { Moment, Trace, Write } from '../trace/trace.ts';
import { type Breakpoint, hasBreakpoint, toggled } from '../view-model/breakpoints.ts';
import { variablePlace } from '../view-model/moment-places.ts';
import { ownerOfByte } from '../view-model/owner-of-byte.ts';
import type { Place } from '../view-model/place.ts';
import { GoTo } from './go-to.tsx';
import type { PanelProps, TraceProps } from './panel-props.ts';
import { useNewest } from './use-newest.ts';
import { useSettled } from './use-settled.ts';

interface ByteHistoryProps extends Omit<TraceProps, 'trace'> {
  readonly trace: Trace;
  readonly moment: Moment;
  readonly place: Place;
  readonly onSelect: PanelProps['onSelect'];
}

/** Writes that are listed before and after the step. */
const most = 4;
/** Milliseconds of rest before it is asked: not for each step that one passes. */
const rest = 150;

/** Whose bytes these are, and who wrote them: each write is a way to its step. */
export function ByteHistory(props: ByteHistoryProps) {
  const { trace, moment, place, onGo, onSelect, breakpoints, onBreakpoints } = props;
  const { step } = moment;
  const { start, end } = place.range;
  const asked = useSettled(
    useMemo(() => ({ trace, step, start, end }), [trace, step, start, end]),
    rest,
  );
  const history = useNewest(
    () => asked.trace.history(asked.step, { start: asked.start, end: asked.end }, most),
    [asked],
  );
  const owner = ownerOfByte(moment, start);
  const last = history?.before[0];
  const stop: Breakpoint = { kind: 'write', ...place };
  return (
    <div className="byte-history">
      {owner && (
        <p>
          Belongs to{' '}
          <button
            type="button"
            className="link"
            onClick={() => onSelect(variablePlace(owner.path, owner.range, owner.functionName))}
          >
            <code>{owner.path}</code>
          </button>
          {owner.functionName && ` of ${owner.functionName}`}, <code>{owner.type}</code>
          {owner.value !== '' && (
            <>
              , value <code>{owner.value}</code>
            </>
          )}
        </p>
      )}
      {history?.block && (
        <p>
          block {history.block.id}:{' '}
          {history.block.allocated ? (
            <>
              allocated by <GoTo {...history.block.allocated} onGo={onGo} />
            </>
          ) : (
            'who allocated it is still being looked for'
          )}
          {history.block.freed && (
            <>
              , freed by <GoTo {...history.block.freed} onGo={onGo} />
            </>
          )}
        </p>
      )}
      {history && (
        <p>
          {last ? (
            <>
              <button type="button" className="button" onClick={() => onGo(last.step)}>
                Go to the step that wrote this
              </button>
              {last.text}
            </>
          ) : (
            'Nothing recorded wrote this before.'
          )}
        </p>
      )}
      <p>
        <button
          type="button"
          className="button"
          aria-pressed={hasBreakpoint(breakpoints, stop)}
          onClick={() => onBreakpoints(toggled(breakpoints, stop))}
        >
          Stop when these bytes are written
        </button>
      </p>
      {history && history.before.length + history.after.length > 1 && (
        <ol className="writes" aria-label="Writes to these bytes, in order">
          {[...history.before].reverse().map((write, index) => (
            <WriteRow key={`before ${index}`} write={write} state="before" onGo={onGo} />
          ))}
          {history.after.map((write, index) => (
            <WriteRow key={`after ${index}`} write={write} state="after" onGo={onGo} />
          ))}
        </ol>
      )}
    </div>
  );
}

interface WriteRowProps {
  readonly write: Write;
  readonly state: 'before' | 'after';
  readonly onGo: (step: number) => void;
}

function WriteRow({ write, state, onGo }: WriteRowProps) {
  return (
    <li data-state={state}>
      <GoTo {...write} onGo={onGo} /> {write.functionName}: {write.text}
      {state === 'after' && <em> (later)</em>}
    </li>
  );
}
