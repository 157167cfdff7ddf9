import { FolderOpen } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { chosenFiles, type DroppedFile, droppedFiles } from './dropped-files.ts';
import { type OpenedModule, openModule } from './open-module.ts';
import type { Lab } from './use-lab.ts';
import './module-door.css';

interface ModuleDoorProps {
  readonly lab: Lab;
  readonly onOpened: (module: OpenedModule) => void;
}

/** A button that opens a module, and the whole page as a place to drop one on. */
export function ModuleDoor({ lab, onOpened }: ModuleDoorProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = async (files: Promise<readonly DroppedFile[]>) => {
    setProblem(null);
    if (lab.state.activity !== 'idle') return setProblem('A program runs. Stop it first, then open the file.');
    const opening = await files
      .then((all) => openModule(all, lab.state.module))
      .catch(() => ({ ok: false, problem: 'It could not be read. Choose the file again.' }) as const);
    if (!opening.ok) return setProblem(opening.problem);
    lab.openModule(opening.module);
    onOpened(opening.module);
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => watchDrops(setOver, (files) => void latest.current(files)), []);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-describedby={problem === null ? undefined : id}
        onClick={() => input.current?.click()}
      >
        <FolderOpen aria-hidden="true" />
        Open a .wasm file
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          void take(Promise.resolve(chosenFiles([...(currentTarget.files ?? [])])));
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      {isOver && (
        <div className="module-drop" aria-hidden="true">
          Drop a .wasm file, with its sources if you have them
        </div>
      )}
      <p className="module-problem" role="alert" id={id}>
        {problem}
      </p>
    </>
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
