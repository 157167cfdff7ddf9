interface MemoryChooserProps {
  /** The program's memories in words, by their index. */
  readonly names: readonly string[];
  readonly chosen: number;
  readonly onChoose: (memory: number) => void;
}

/** Which memory a panel shows; nothing where there is but one. */
export function MemoryChooser({ names, chosen, onChoose }: MemoryChooserProps) {
  if (names.length < 2) return null;
  return (
    <label className="memory-chooser">
      Shown{' '}
      <select value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
        {names.map((name, memory) => (
          <option key={name} value={memory}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
