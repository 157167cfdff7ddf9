import { type RefObject, useCallback } from 'react';
import { isEdited } from './lab-files.ts';
import type { LabProgram } from './lab-program.ts';
import type { LabEvent, LabState } from './lab-state.ts';
import type { LabServices } from './use-lab.ts';

/** The bytes of the module that runs next: opened, built with the lesson, or compiled now. Null when there are none. */
export function useModuleBytes(
  program: LabProgram,
  services: LabServices,
  latest: RefObject<LabState>,
  dispatch: (event: LabEvent) => void,
): (signal: AbortSignal) => Promise<Uint8Array | null> {
  return useCallback(
    async (signal: AbortSignal): Promise<Uint8Array | null> => {
      const { files, settings, module } = latest.current;
      if (module) return module.wasm;
      if (program.prebuilt && !isEdited(latest.current, program)) return services.fetchModule(program.prebuilt);
      dispatch({ kind: 'activity', activity: 'compiling' });
      try {
        await services.compiler.prepare((progress) => dispatch({ kind: 'fetching', progress }), files);
      } finally {
        dispatch({ kind: 'fetching', progress: null });
      }
      if (signal.aborted) return null;
      const result = await services.compiler.compile(files, settings, signal);
      if (result.status !== 'cancelled') dispatch({ kind: 'diagnosed', files, diagnostics: result.diagnostics });
      return result.status === 'compiled' ? result.wasm : null;
    },
    [program, services, latest, dispatch],
  );
}
