import { Download, Upload } from 'lucide-react';
import { type ChangeEvent, useId, useState } from 'react';
import { useProgress } from './progress-context.tsx';

/** Saves progress to a file and reads it back: there is no account that could carry it to another browser. */
export function ProgressMenu() {
  const progress = useProgress();
  const inputId = useId();
  const [message, setMessage] = useState('');
  // A file whose code differs from what was typed here.
  const [open, setOpen] = useState<{ name: string; text: string; programs: number } | null>(null);
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
    const text = await file.text();
    const programs = progress.importFile(text);
    setOpen(programs ? { name: file.name, text, programs } : null);
    if (programs === null) setMessage(`${file.name} is not a progress file of Pagewise.`);
    else setMessage(`${file.name} was added to your progress.${programs > 0 ? ` ${keptHere(programs)}` : ''}`);
    input.value = '';
  };
  const takeCode = (): void => {
    if (!open) return;
    progress.importFile(open.text, 'file');
    setMessage(
      `Your programs have the code of ${open.name} now. What you had typed in exercises is among their earlier versions.`,
    );
    setOpen(null);
  };
  return (
    <section className="progress-menu" aria-labelledby="progress-file">
      <h2 id="progress-file">Keep it in a file</h2>
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
      {open && (
        <p className="actions">
          <button type="button" className="button" onClick={takeCode}>
            Take the file’s code instead
          </button>
        </p>
      )}
    </section>
  );
}

const keptHere = (programs: number): string =>
  `${programs === 1 ? 'One program has' : `${programs} programs have`} other code in it: yours stays as it is.`;
