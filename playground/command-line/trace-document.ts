// What `pagewise trace --json` prints. docs/command-line.md explains it; a change that breaks readers raises `version`.

export const version = 1;

/** Null where it is not known. Lines and columns count from 1. */
export interface Place {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** The step whose line was running; null before the first one. */
type During = number | null;

export interface Step extends Place {
  readonly step: number;
  readonly function: string | null;
  /** Open calls. */
  readonly depth: number;
}

export interface Store {
  readonly step: During;
  /** Index of the memory, where it is not the first one. */
  readonly memory?: number;
  /** Byte offset in it. */
  readonly address: number;
  readonly size: number;
  /** Hexadecimal, two digits a byte, lowest address first; of many bytes the first 4,096. */
  readonly before: string;
  readonly after: string;
}

/** What a script's statement did to bytes of a view. */
export interface Access extends Place {
  readonly step: number;
  readonly kind: 'read' | 'write' | 'update';
  readonly view: number;
  readonly address: number;
  readonly size: number;
  /** The method that used a whole range; null for an element. */
  readonly method: string | null;
}

/** A view that a script or the glue made. */
export interface View {
  /** The number by which an access names it. */
  readonly view: number;
  readonly type: string;
  readonly address: number;
  /** Elements. */
  readonly length: number;
  readonly by: 'script' | 'glue';
  readonly made: { readonly step: number; readonly line: number | null };
  readonly detached: { readonly step: number; readonly line: number | null } | null;
}

/** An allocation or a release. */
export interface Allocation {
  readonly step: During;
  /** The block's number, from 1 in the order of allocation. */
  readonly block: number;
  readonly address: number;
  /** Bytes that the program asked for. */
  readonly size: number;
  /** `malloc`, `new[]`, `free` … */
  readonly function: string;
}

export interface Growth {
  readonly step: During;
  /** Index of the memory, where it is not the first one. */
  readonly memory?: number;
  /** Pages. */
  readonly from: number;
  readonly to: number;
  readonly by: 'program' | 'host';
}

export interface Output {
  readonly step: During;
  readonly stream: 'stdout' | 'stderr' | 'javascript';
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  readonly text: string;
}

export interface Frames extends Place {
  readonly step: number;
  /** What the step before did, in a sentence. */
  readonly did: string;
  /** Open calls, outermost first. */
  readonly frames: readonly Frame[];
  readonly globals: readonly Variable[];
}

export interface Frame extends Place {
  readonly function: string;
  readonly isLibrary: boolean;
  readonly isInlined: boolean;
  /** Its bytes on the shadow stack; null when it has none. */
  readonly bytes: { readonly start: number; readonly end: number } | null;
  readonly variables: readonly Variable[];
}

export interface Variable extends Value {
  readonly role: 'parameter' | 'local' | 'global' | 'constant';
  readonly declaredAt: number | null;
  /** Whether the step before changed it. */
  readonly changed: boolean;
}

/** What is absent is false, null or empty. */
export interface Value {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly state: 'known' | 'uninitialised' | 'optimised-out' | 'unavailable';
  /** Null where it is in no memory. */
  readonly address: number | null;
  readonly size: number | null;
  readonly pointsTo?: { readonly address: number; readonly what: string };
  readonly isRaw?: true;
  readonly isCut?: true;
  readonly parts?: readonly Value[];
}

export interface Finding extends Place {
  readonly kind: string;
  readonly step: number;
  readonly text: string;
  readonly cause: ({ readonly step: number; readonly text: string } & Place) | null;
}
