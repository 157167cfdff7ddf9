import { useEffect, useRef, useState } from 'react';
import { isWhole, type MapWindow, wholeMemory } from '../view-model/map-scale.ts';
import { motionTime } from './motion.ts';

export interface MapWindowControl {
  readonly window: MapWindow;
  /** Goes to another window: at once, or by way of those between. */
  move(next: MapWindow, how: 'at-once' | 'smoothly'): void;
}

/** The part of a memory of `size` bytes that a map shows. While it shows all, it follows growth: new pages slide in. */
export function useMapWindow(size: number): MapWindowControl {
  const [shown, setShown] = useState(() => wholeMemory(size));
  const current = useRef(shown);
  const frame = useRef(0);
  const lastSize = useRef(size);
  const set = (next: MapWindow) => {
    current.current = next;
    setShown(next);
  };
  const move: MapWindowControl['move'] = (next, how) => {
    cancelAnimationFrame(frame.current);
    const from = current.current;
    const start = performance.now();
    const duration = how === 'smoothly' ? motionTime() : 0;
    if (duration === 0) return set(next);
    const draw = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - start) / duration));
      const eased = 1 - (1 - share) ** 3;
      set({
        start: from.start + (next.start - from.start) * eased,
        end: from.end + (next.end - from.end) * eased,
      });
      if (share < 1) frame.current = requestAnimationFrame(draw);
    };
    frame.current = requestAnimationFrame(draw);
  };
  useEffect(() => {
    const before = lastSize.current;
    lastSize.current = size;
    if (size === before) return;
    if (isWhole(current.current, before) || current.current.end > size) {
      move(wholeMemory(size), size > before ? 'smoothly' : 'at-once');
    }
  }, [size]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  // A memory that became smaller is another run's: its window is found by the effect above.
  return { window: shown.end > size ? wholeMemory(size) : shown, move };
}
