import { useEffect, useRef, useState } from 'react';
import { type DroppedFile, droppedFiles } from '../dropped-files.ts';

/** What was dropped. A new object with each drop. */
export interface Drop {
  readonly files: readonly DroppedFile[];
}

interface DropPlaceProps {
  /** What can be dropped, in words. */
  readonly words: string;
  readonly onDrop: (drop: Drop) => void;
}

/** The whole page as a place to drop files on. */
export function DropPlace({ words, onDrop }: DropPlaceProps) {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    // What cannot be read counts as nothing: whoever gets it says so.
    const take = (files: Promise<readonly DroppedFile[]>) =>
      files.catch(() => []).then((all) => latest.current({ files: all }));
    return watchDrops(setOver, take);
  }, []);
  if (!isOver) return null;
  return (
    <div className="module-drop" aria-hidden="true">
      {words}
    </div>
  );
}

/** Takes files that are dropped anywhere: the browser would leave the page for them. Returns what ends that. */
function watchDrops(onOver: (isOver: boolean) => void, onDrop: (files: Promise<readonly DroppedFile[]>) => void) {
  const stopper = new AbortController();
  const on = <Kind extends 'dragover' | 'dragleave' | 'drop'>(kind: Kind, act: (event: DragEvent) => void) =>
    addEventListener(
      kind,
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        act(event);
      },
      // Before an editor takes it for text.
      { capture: true, signal: stopper.signal },
    );
  on('dragover', () => onOver(true));
  on('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) onOver(false);
  });
  on('drop', (event) => {
    event.stopPropagation();
    onOver(false);
    if (event.dataTransfer) onDrop(droppedFiles(event.dataTransfer));
  });
  return () => stopper.abort();
}
