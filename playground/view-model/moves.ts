import type { Destination, Direction, EventKind } from '../trace/trace.ts';
import { type Breakpoint, destinationOf } from './breakpoints.ts';
import type { TimeTravel } from './time-travel.ts';

/** A way to go through a recorded run. */
export interface Move {
  readonly what: 'line' | 'over' | 'out' | 'event' | 'breakpoint' | 'end';
  readonly direction: Direction;
  readonly name: string;
  /** `Ctrl+Shift+F11`; null where only the slider's own Home and End do the same. */
  readonly keys: string | null;
}

const both = (what: Move['what'], key: string | null, forward: string, back: string): readonly Move[] => [
  { what, direction: 'back', name: back, keys: key && withControl(key) },
  { what, direction: 'forward', name: forward, keys: key },
];
const withControl = (key: string): string => `Ctrl+${key}`;

/**
 * Function keys as in other debuggers; with Ctrl they go back. They are free in browsers and screen readers, and mean
 * nothing that is needed in the editor.
 */
export const moves: readonly Move[] = [
  ...both('line', 'F11', 'Step to the next line', 'Step back one line'),
  ...both('over', 'F10', 'Step over calls', 'Step back over calls'),
  ...both('out', 'Shift+F11', 'Step out of the function', 'Step back to before the call'),
  ...both('breakpoint', 'F8', 'Go on to the next stop', 'Go back to the stop before'),
  ...both('event', 'Shift+F8', 'Go to the next event of this kind', 'Go to the event of this kind before'),
  ...both('end', null, 'Go to the end', 'Go to the start'),
];

/** Starts and pauses playback. */
export const playKeys = 'Shift+F9';
/** Sets and removes a stop on the line of the cursor, in an editor. */
export const breakpointKeys = 'F9';

interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The keys of a keystroke as {@link Move.keys} writes them. */
export function keysOf({ key, ctrlKey, shiftKey, altKey, metaKey }: Keystroke): string {
  const held = [ctrlKey && 'Ctrl+', altKey && 'Alt+', metaKey && 'Meta+', shiftKey && 'Shift+'];
  return `${held.filter(Boolean).join('')}${key}`;
}

/** How somebody wants to go through a run. */
export interface Playback {
  /** The kind of event that one goes to. */
  readonly event: EventKind;
  /** Lines a second. */
  readonly speed: number;
}

export const firstPlayback: Playback = { event: 'allocation', speed: 4 };

/** What the moves of {@link moves} and playback depend on. */
export interface MoveSettings extends Playback {
  readonly breakpoints: readonly Breakpoint[];
}

/** Plays up to the next stop, or pauses. */
export function togglePlayback(travel: TimeTravel, { speed, breakpoints }: MoveSettings): void {
  if (travel.position().isPlaying) travel.pause();
  else void travel.play(speed, breakpoints.map(destinationOf));
}

export function makeMove(travel: TimeTravel, { what, direction }: Move, settings: MoveSettings): void {
  if (what === 'end') {
    travel.go(direction === 'forward' ? travel.trace.steps : 0);
    return;
  }
  // Where nothing is left to step to, the run's end is: a line that runs last has no line after it.
  const otherwise = what === 'event' ? 'stay' : 'end';
  void travel.find(direction, destinationsOf(what, settings), otherwise);
}

function destinationsOf(what: Exclude<Move['what'], 'end'>, settings: MoveSettings): readonly Destination[] {
  switch (what) {
    case 'line':
      return [{ kind: 'line' }];
    case 'over':
      return [{ kind: 'line-over' }];
    case 'out':
      return [{ kind: 'out' }];
    case 'event':
      return [{ kind: 'event', event: settings.event }];
    case 'breakpoint':
      return settings.breakpoints.map(destinationOf);
    default:
      return what satisfies never;
  }
}
