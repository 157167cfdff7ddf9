/** Something of the course that search finds. */
export interface SearchEntry {
  readonly kind: 'lesson' | 'section' | 'question' | 'exercise' | 'term';
  readonly title: string;
  /** What it is part of: the lesson's title. */
  readonly within: string;
  /** Relative to the site's root: `lessons/allocation/#what-free-does`. */
  readonly address: string;
  readonly text: string;
  /** Of what is found, where it is not the one that is searched in. */
  readonly language?: string;
}
