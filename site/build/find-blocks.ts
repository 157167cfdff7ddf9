import type { RootContent } from 'mdast';
import type { ErrorList } from './author-errors.ts';
import { type FoundExercise, readExercise } from './blocks/exercise.ts';
import { type FoundProgram, readProgram } from './blocks/program.ts';
import type { ContainerDirective } from './directives.ts';
import type { FilesBeside } from './files-beside.ts';

/** What a lesson's blocks are called, and the programs that must run before its text can be read. */
export interface FoundBlocks {
  readonly ids: Set<string>;
  readonly programs: Map<string, FoundProgram>;
  /** Ids of programs whose blocks have errors; `''` for one without an id. */
  readonly unread: Set<string>;
  readonly exercises: Map<RootContent, FoundExercise>;
}

/** Reads programs and exercises, and claims every id. */
export function findBlocks(nodes: readonly RootContent[], folder: FilesBeside, errors: ErrorList): FoundBlocks {
  const found: FoundBlocks = { ids: new Set(), programs: new Map(), unread: new Set(), exercises: new Map() };
  const lines = new Map<string, number>();
  const claim = (node: ContainerDirective): void => {
    const id = node.attributes?.id;
    if (!id) return;
    if (found.ids.has(id))
      errors.at(
        node,
        `the id \`${id}\` is taken in line ${lines.get(id)}; write another, as ids are unique in a lesson`,
      );
    else lines.set(id, node.position?.start.line ?? 1);
    found.ids.add(id);
  };
  for (const node of nodes) {
    if (node.type !== 'containerDirective') continue;
    if (node.name === 'program') {
      claim(node);
      const program = readProgram(node, folder, errors);
      // Of two with one id, what refers to it means the first.
      if (program && !found.programs.has(program.source.id)) found.programs.set(program.source.id, program);
      else if (!program) found.unread.add(node.attributes?.id ?? '');
    } else if (node.name === 'exercise') {
      claim(node);
      const exercise = readExercise(node, folder, errors);
      if (exercise) found.exercises.set(node, exercise);
    } else if (node.name === 'chooser') {
      claim(node);
    } else if (node.name === 'quiz') {
      claim(node);
      for (const child of node.children) if (child.type === 'containerDirective') claim(child);
    }
  }
  return found;
}
