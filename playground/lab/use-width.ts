import { type RefObject, useEffect, useState } from 'react';

/** Columns that fit beside each other: `narrow` one, `medium` two panels, `wide` two editors as well. */
export type LabWidth = 'narrow' | 'medium' | 'wide';

/** Follows the width of an element, in CSS pixels at a text size of 16. */
export function useWidth(element: RefObject<HTMLElement | null>): LabWidth {
  const [width, setWidth] = useState<LabWidth>('narrow');
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(widthOf(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function widthOf(pixels: number): LabWidth {
  if (pixels < 640) return 'narrow';
  return pixels < 1000 ? 'medium' : 'wide';
}
