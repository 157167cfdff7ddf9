import { Download, Upload } from 'lucide-react';
import { type ChangeEvent, useId, useState } from 'react';
import { useProgress } from './progress-context.tsx';

/** Saves progress to a file and reads it back: there is no account that could carry it to another browser. */
export function ProgressMenu() {
  const progress = useProgress();
  const inputId = useId();
  const [message, setMessage] = useState('');
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([progress.exportFile()], { type: 'application/json' }));
    link.download = 'pagewise-progress.json';
    link.click();
    URL.revokeObjectURL(link.href);
    setMessage('Saved as pagewise-progress.json.');
  };
  const load = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const added = progress.importFile(await file.text());
    setMessage(added ? `${file.name} was added to your progress.` : `${file.name} is not a progress file of Pagewise.`);
    input.value = '';
  };
  return (
    <section className="progress-menu" aria-label="Your progress">
      <h2>Your progress</h2>
      <p>Answers and edited code stay in this browser. A file carries them to another one.</p>
      <div className="actions">
        <button type="button" className="button" onClick={save}>
          <Download aria-hidden="true" /> Export progress
        </button>
        <label className="button" htmlFor={inputId}>
          <Upload aria-hidden="true" /> Import progress
        </label>
        <input
          id={inputId}
          className="visually-hidden"
          type="file"
          accept="application/json,.json"
          onChange={(event) => void load(event)}
        />
      </div>
      <p role="status">{message}</p>
    </section>
  );
}
