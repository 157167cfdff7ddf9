import type { TextNode } from './directives.ts';

/** Something an author must change. Line and column count from 1. */
export interface AuthorError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export function formatAuthorError(error: AuthorError): string {
  return `${placeOf(error)}: error: ${error.message}`;
}

/** What stops nothing, as one line. */
export function formatRemark(remark: AuthorError): string {
  return `${placeOf(remark)}: remark: ${remark.message}`;
}

const placeOf = ({ file, line, column }: AuthorError): string => `${file}:${line}:${column}`;

/** Collects what is wrong with one file, so that an author sees everything at once. */
export class ErrorList {
  readonly errors: AuthorError[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** At the beginning of a node, or `lines` and `columns` further on. */
  at(node: Pick<TextNode, 'position'>, message: string, { lines = 0, columns = 0 } = {}): void {
    const start = node.position?.start ?? { line: 1, column: 1 };
    this.add(start.line + lines, lines === 0 ? start.column + columns : columns + 1, message);
  }

  add(line: number, column: number, message: string): void {
    this.errors.push({ file: this.file, line, column, message });
  }
}

/** Stops the lesson build: its message is one line for each error. `remarks` are what an author should know that stops nothing. */
export class LessonBuildError extends Error {
  readonly errors: readonly AuthorError[];
  readonly remarks: readonly AuthorError[];

  constructor(errors: readonly AuthorError[], remarks: readonly AuthorError[] = []) {
    super(errors.map(formatAuthorError).join('\n'));
    this.name = 'LessonBuildError';
    this.errors = errors;
    this.remarks = remarks;
  }
}
