import { ActionButton } from '../panels/action-button.tsx';
import { counted } from '../view-model/hexadecimal.ts';
import type { Lab } from './use-lab.ts';

/** Says which module runs in place of the program, and leads back. */
export function ModuleBar({ lab }: { readonly lab: Lab }) {
  const { module, activity } = lab.state;
  if (!module) return null;
  const { name, wasm, sources } = module;
  return (
    <section className="module-bar" aria-label="Opened module">
      <p>
        <strong>{name}</strong>, {counted(wasm.length, 'byte')}, runs in place of your program
        {sources.length > 0 && ` (${counted(sources.length, 'source file')}, read only)`}. It is not kept: after a
        reload your program is back.
        {sources.length === 0 && ' Drop its sources too, files or a folder: the line that runs next is marked in them.'}
      </p>
      <ActionButton isOff={activity !== 'idle'} onPress={lab.closeModule}>
        Back to your program
      </ActionButton>
    </section>
  );
}
