/** Where an author has the lab stop: set when the program is opened. Addresses are byte offsets; a range's end is not in it. */
export type LessonBreakpoint =
  | { readonly kind: 'line'; readonly path: string; readonly line: number }
  | { readonly kind: 'write'; readonly range: { readonly start: number; readonly end: number }; readonly label: string }
  | { readonly kind: 'freed'; readonly address: number; readonly label: string }
  | { readonly kind: 'growth' }
  | { readonly kind: 'detached' };
