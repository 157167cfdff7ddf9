/** A place where a script makes a step: it is about to run this statement. Lines and columns count from 1. */
export interface Site {
  readonly line: number;
  readonly column: number;
  /** Index of its function. */
  readonly function: number;
  /** The variables whose values it tells, in order: indices into those of its function. */
  readonly variables: readonly number[];
}

/** A function of a script; the first is the script itself, by the name of its file. */
export interface ScriptFunction {
  /** As its author wrote it, or from what it is assigned to; empty when it has none. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly variables: readonly ScriptVariable[];
}

export interface ScriptVariable {
  readonly name: string;
  readonly role: 'parameter' | 'local';
  /** Line of its declaration. */
  readonly line: number;
}
