/** A lesson, and the heading below which the learner was; null at its beginning. */
export interface LastPlace {
  readonly slug: string;
  readonly heading: string | null;
}

export const formatPlace = ({ slug, heading }: LastPlace): string => `${slug}#${heading ?? ''}`;

/** Reads a kept place; null when there is none. */
export function parsePlace(text: string | null): LastPlace | null {
  const [, slug, heading] = /^([a-z0-9-]+)#(.*)$/.exec(text ?? '') ?? [];
  return slug === undefined ? null : { slug, heading: heading || null };
}
