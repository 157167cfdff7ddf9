import type { CompileSettings, Diagnostic, SourceFile } from '../compilation.ts';
import type { Lane } from './lane.ts';

interface Checker {
  checkSyntax(files: readonly SourceFile[], settings: CompileSettings): Promise<readonly Diagnostic[]>;
}

/** Syntax checks while somebody types: those that wait are one check, of the latest text. */
export class SyntaxChecks {
  private readonly lane: Lane<Checker>;
  private latest: readonly [readonly SourceFile[], CompileSettings] | null = null;
  private waiting: Promise<readonly Diagnostic[]> | null = null;

  constructor(lane: Lane<Checker>) {
    this.lane = lane;
  }

  /** Resolves to what the latest text has when its turn comes, which may be newer than `files`. */
  check(files: readonly SourceFile[], settings: CompileSettings): Promise<readonly Diagnostic[]> {
    this.latest = [files, settings];
    this.waiting ??= this.lane
      .run((checker) => {
        this.waiting = null;
        return checker.checkSyntax(...(this.latest ?? [files, settings]));
      })
      .then((result) => (result === 'cancelled' ? [] : result))
      .finally(() => {
        this.waiting = null;
      });
    return this.waiting;
  }
}
