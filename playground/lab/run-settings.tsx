import { useId } from 'react';
import { type CompileSettings, settingChoices as choices } from '../compiler/compilation.ts';
import { bufferChoices } from '../files/project.ts';
import { hasResizableBuffers } from '../session/host/memory-buffer.ts';
import type { Lab } from './use-lab.ts';

const names: Record<keyof CompileSettings, string> = {
  standard: 'Standard',
  optimisation: 'Optimisation',
  allocator: 'Allocator',
  stackOrder: 'Stack order',
  stackSize: 'Stack size in bytes',
  initialPages: 'Initial pages',
  maximumPages: 'Maximum pages',
};

/** How the program is compiled and what it is given: standard input, arguments. */
export function RunSettings({ lab }: { readonly lab: Lab }) {
  const { settings, input, inputEnds, argumentLine, buffer } = lab.state;
  const canResize = hasResizableBuffers();
  const [argumentNote, bufferNote] = [useId(), useId()];
  // A module was compiled elsewhere.
  const compiled = lab.state.module ? [] : (Object.keys(choices) as (keyof typeof choices)[]);
  const sizes = lab.state.module ? [] : (['stackSize', 'initialPages', 'maximumPages'] as const);
  const set = (values: Partial<CompileSettings>) => lab.set({ settings: { ...settings, ...values } });
  return (
    <details className="run-settings">
      <summary className="button">Settings and input</summary>
      <div className="settings-grid">
        {compiled.map((key) => (
          <label key={key}>
            {names[key]}
            <select value={settings[key]} onChange={(event) => set({ [key]: event.target.value })}>
              {choices[key].map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          </label>
        ))}
        {sizes.map((key) => (
          <label key={key}>
            {names[key]}
            <input
              type="number"
              min={1}
              value={settings[key]}
              onChange={(event) => set({ [key]: Number(event.target.value) })}
            />
          </label>
        ))}
        <div className="wide">
          <label>
            Arguments
            <input
              value={argumentLine}
              aria-describedby={argumentNote}
              onChange={(event) => lab.set({ argumentLine: event.target.value })}
            />
          </label>
          <p id={argumentNote} className="setting-note">
            <code>NAME=value</code>, in capitals, before the first one: a variable of the environment.
          </p>
        </div>
        <label className="wide">
          Standard input
          <textarea rows={3} value={input} onChange={(event) => lab.set({ input: event.target.value })} />
        </label>
        <label className="wide check">
          <input
            type="checkbox"
            checked={inputEnds}
            onChange={(event) => lab.set({ inputEnds: event.target.checked })}
          />
          The input ends here
        </label>
        <div className="wide">
          <label>
            Buffer of memory
            <select
              value={buffer}
              disabled={!canResize && buffer === 'fixed-length'}
              aria-describedby={bufferNote}
              onChange={({ target }) =>
                lab.set({ buffer: target.value === 'resizable' ? 'resizable' : 'fixed-length' })
              }
            >
              {bufferChoices.map((choice) => (
                <option key={choice} disabled={choice === 'resizable' && !canResize}>
                  {choice}
                </option>
              ))}
            </select>
          </label>
          <p id={bufferNote} className="setting-note">
            {canResize
              ? 'Growth detaches views of a fixed-length buffer. A resizable one grows, and views without a length grow with it.'
              : 'This browser has no resizable buffers of memory: WebAssembly.Memory lacks toResizableBuffer.'}
          </p>
        </div>
      </div>
    </details>
  );
}
