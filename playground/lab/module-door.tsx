import { FolderOpen } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { chosenFiles, type DroppedFile } from './dropped-files.ts';
import type { Drop } from './files/drop-place.tsx';
import { leftOutInWords, type OpenedModule, openModule } from './open-module.ts';
import type { Lab } from './use-lab.ts';
import './module-door.css';

interface ModuleDoorProps {
  readonly lab: Lab;
  /** What was dropped for it last. */
  readonly drop: Drop | null;
  readonly onOpened: (module: OpenedModule) => void;
}

/** A button that opens a module. */
export function ModuleDoor({ lab, drop, onOpened }: ModuleDoorProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [leftOut, setLeftOut] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = async (files: Promise<readonly DroppedFile[]>) => {
    setProblem(null);
    setLeftOut(null);
    if (lab.state.activity !== 'idle') return setProblem('A program runs. Stop it first, then open the file.');
    const opening = await files
      .then((all) => openModule(all, lab.state.module))
      .catch(() => ({ ok: false, problem: 'It could not be read. Choose the file again.' }) as const);
    if (!opening.ok) return setProblem(opening.problem);
    setLeftOut(leftOutInWords(opening.leftOut));
    lab.openModule(opening.module);
    onOpened(opening.module);
  };
  useEffect(() => {
    if (drop) void take(Promise.resolve(drop.files));
  }, [drop]);
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
      <p className="module-problem" role="alert" id={id}>
        {problem}
      </p>
      <p className="module-problem" role="status">
        {lab.state.module && leftOut}
      </p>
    </>
  );
}
