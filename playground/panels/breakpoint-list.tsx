import { X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import type { MemoryState } from '../trace/memory-state.ts';
import {
  type Breakpoint,
  breakpointInWords,
  breakpointsOn,
  hasBreakpoint,
  toggled,
} from '../view-model/breakpoints.ts';
import { blockOf, type Place } from '../view-model/place.ts';

interface BreakpointListProps {
  readonly state: MemoryState | null;
  readonly selection: Place | null;
  readonly breakpoints: readonly Breakpoint[];
  /** Those that the author of the program set. */
  readonly given: readonly Breakpoint[];
  readonly onBreakpoints: (breakpoints: readonly Breakpoint[]) => void;
}

/** Where continuing and playback stop, and what else they can stop at. */
export function BreakpointList({ state, selection, breakpoints, given, onBreakpoints }: BreakpointListProps) {
  const list = useRef<HTMLDivElement>(null);
  const change = (to: readonly Breakpoint[]) => {
    onBreakpoints(to);
    // The button that was pressed goes; the focus must not go with it.
    list.current?.focus();
  };
  const toggle = (breakpoint: Breakpoint) => change(toggled(breakpoints, breakpoint));
  const isGiven = breakpoints.length === given.length && given.every((each) => hasBreakpoint(breakpoints, each));
  const offered = offersOf(state, selection).filter((each) => !hasBreakpoint(breakpoints, each));
  const close = ({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) => {
    if (key !== 'Escape' || !currentTarget.open) return;
    currentTarget.open = false;
    currentTarget.querySelector('summary')?.focus();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) => {
    if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
  };
  return (
    <details className="stops" onKeyDown={close} onBlur={leave}>
      <summary className="button">Stops{breakpoints.length > 0 && ` (${breakpoints.length})`}</summary>
      <div className="stops-list" ref={list} tabIndex={-1}>
        {breakpoints.length === 0 ? (
          <p>No stops yet. A click left of a line’s number sets one, or F9 in the editor.</p>
        ) : (
          <ul aria-label="Stops">
            {breakpoints.map((each) => (
              <li key={breakpointInWords(each)}>
                <span className="stop-sign" aria-hidden="true" />
                {breakpointInWords(each)}
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Remove the stop: ${breakpointInWords(each)}`}
                  onClick={() => toggle(each)}
                >
                  <X aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
        {given.length > 0 && !isGiven && (
          <button type="button" className="link" onClick={() => change(given)}>
            Set the lesson’s stops again
          </button>
        )}
        {offered.length > 0 && (
          <ul aria-label="Stop also at">
            {offered.map((each) => (
              <li key={breakpointInWords(each)}>
                <button type="button" className="link" onClick={() => toggle(each)}>
                  Stop when: {breakpointInWords(each)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

/** Stops that fit the memory and the selection of now. */
function offersOf(state: MemoryState | null, selection: Place | null): readonly Breakpoint[] {
  if (!state) return [];
  const selected = selection ? breakpointsOn(selection, blockOf(state, selection)) : [];
  const { stackPointer } = state;
  const below = stackPointer === null ? [] : [{ kind: 'stack-below', address: stackPointer } as const];
  return [...selected, { kind: 'growth' }, { kind: 'detached' }, ...below];
}
