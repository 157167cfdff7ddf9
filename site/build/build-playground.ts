import { playgroundProgram } from '../../playground/lab/playground-program.ts';
import type { LessonTools } from './lesson-build-tools.ts';

/** Compiles and runs the playground's first program, so that its page is not empty. Gives the module's address. */
export async function buildPlayground({ runner, keepModule }: LessonTools): Promise<string> {
  const [javascript = null] = playgroundProgram.scripts;
  const built = await runner.run({ ...playgroundProgram, javascript, arguments: [], panels: [] });
  if ('diagnostics' in built) throw new Error(`the playground's program: ${built.diagnostics[0]?.message}`);
  if ('notRun' in built) throw new Error("the playground's program was not run");
  return keepModule(built.wasm);
}
