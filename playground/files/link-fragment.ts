/** What a fragment of an address says, where it has `name=value` in it. Some programs write `=` and `&` as `%3D` and `%26`. */
export function parametersOf(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment.slice(1).replaceAll('%3D', '=').replaceAll('%26', '&'));
}

/** The program on the page that a shared link is about; null for fragments that are no such links. */
export function programOfLink(fragment: string): string | null {
  const given = parametersOf(fragment);
  return given.has('code') ? given.get('program') : null;
}
