import { createPageCompiler } from '../../playground/compiler/page-compiler.ts';
import type { LabServices } from '../../playground/lab/use-lab.ts';
import { createOpenRun } from '../../playground/session/open-run.ts';
import { siteRoot } from './site-root.ts';

let services: LabServices | undefined;

/** The compiler and the sandbox of this visit: made at the first use, shared by every lab. */
export function labServices(): LabServices {
  services ??= {
    compiler: createPageCompiler(new URL('compiler/', siteRoot())),
    openRun: createOpenRun(new URL('runtime/', siteRoot())),
    async fetchModule(address) {
      const response = await fetch(new URL(address, siteRoot()));
      if (!response.ok) throw new Error(`The program could not be fetched (status ${response.status}). Try again.`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
  return services;
}
