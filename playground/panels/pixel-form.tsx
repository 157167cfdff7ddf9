import { type ChangeEvent, useId, useState } from 'react';
import type { MemoryState } from '../trace/memory-state.ts';
import { formatFacts, isWaveform, pixelFormats } from '../view-model/pixel-formats.ts';
import {
  type FieldProblem,
  fieldsOf,
  type PixelField,
  type PixelFields,
  type PixelSettings,
  readFields,
} from '../view-model/pixel-settings.ts';

interface PixelFormProps {
  readonly state: MemoryState;
  /** Null while there is nothing to begin with. */
  readonly settings: PixelSettings | null;
  /** What is wrong with the settings in this memory. */
  readonly problems: readonly FieldProblem[];
  readonly onSettings: (settings: PixelSettings) => void;
}

const empty: PixelFields = { start: '', width: '64', height: '64', stride: '', format: 'rgba8' };
/** Offers names, not all of them: a large program has thousands. */
const mostOffered = 200;

/** Where a picture begins, its size and its format. What is typed counts as soon as it can be read. */
export function PixelForm({ state, settings, problems, onSettings }: PixelFormProps) {
  const id = useId();
  // What is being typed stays as it is until somebody goes elsewhere.
  const [draft, setDraft] = useState<Partial<PixelFields>>({});
  const fields: PixelFields = { ...(settings ? fieldsOf(settings) : empty), ...draft };
  const read = readFields(fields);
  const wrong = read.ok || (!settings && Object.keys(draft).length === 0) ? problems : read.problems;
  const isWave = isWaveform(fields.format);
  const change = (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
    const typed = { [event.target.name]: event.target.value };
    setDraft({ ...draft, ...typed });
    const nextRead = readFields({ ...fields, ...typed });
    if (nextRead.ok) onSettings(nextRead.settings);
  };
  const attributes = (field: PixelField) => {
    const isWrong = wrong.some((problem) => problem.field === field);
    return {
      name: field,
      value: fields[field],
      onChange: change,
      'aria-invalid': isWrong || undefined,
      'aria-describedby': isWrong ? `${id}-problems` : undefined,
    };
  };
  const field = (name: 'width' | 'height' | 'stride', title: string, placeholder?: string, hint?: string) => (
    <label>
      {title} <input {...attributes(name)} inputMode="numeric" placeholder={placeholder} title={hint} />
    </label>
  );
  return (
    <form
      className="pixel-form"
      onSubmit={(event) => event.preventDefault()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && read.ok) setDraft({});
      }}
    >
      <label>
        Begins at{' '}
        <input
          {...attributes('start')}
          className="pixel-start"
          list={`${id}-symbols`}
          placeholder="0x400, symbol, block 1"
          spellCheck={false}
        />
      </label>
      <datalist id={`${id}-symbols`}>
        {state.layout.symbols.slice(0, mostOffered).map(({ name, address }) => (
          <option key={`${name}-${address}`} value={name} />
        ))}
      </datalist>
      <label>
        Format{' '}
        <select {...attributes('format')} title={formatFacts[fields.format].order}>
          {pixelFormats.map((format) => (
            <option key={format} value={format}>
              {formatFacts[format].title}
            </option>
          ))}
        </select>
      </label>
      {field('width', isWave ? 'Samples' : 'Width')}
      {field('height', isWave ? 'Channels' : 'Height')}
      {field('stride', 'Stride', 'close', `Bytes from one ${isWave ? 'sample' : 'row'} to the next`)}
      <div className="pixel-problems" id={`${id}-problems`} role="alert">
        {wrong.map(({ field: name, text }) => (
          <p key={name + text}>{text}</p>
        ))}
      </div>
    </form>
  );
}
