import { playgroundModule } from 'virtual:course';
import { LinkedLab } from '../../playground/lab/files/linked-lab.tsx';
import { playgroundProgram } from '../../playground/lab/playground-program.ts';
import { labServices } from '../app/lab-services.ts';
import { useSavedFiles } from '../progress/use-saved-work.ts';

const program = { ...playgroundProgram, prebuilt: playgroundModule };

/** The lab with the playground's own program; what is typed is kept as in a lesson. */
export function PlaygroundLab() {
  const files = useSavedFiles('playground');
  return <LinkedLab programs={[program.id]} program={program} services={labServices()} storage={files} opensModules />;
}
