let root: URL | undefined;

/** Says once where the site lies; known only from the page that was opened first. */
export function placeSite(address: URL): void {
  root = address;
}

/** The folder that holds the site, with a slash at its end. */
export function siteRoot(): URL {
  if (!root) throw new Error('the site was not placed');
  return root;
}
