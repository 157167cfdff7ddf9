/** Where a visitor is. Addresses are folders, so that any static server finds their `index.html`. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'lesson'; readonly slug: string }
  | { readonly page: 'playground' }
  | { readonly page: 'licences' }
  | { readonly page: 'help' }
  | { readonly page: 'not-found' };

/** Reads a path below the site's root, with or without the slash at its end. */
export function parseRoute(path: string): Route {
  const words = path.split('/').filter((word) => word !== '');
  if (words.at(-1) === 'index.html') words.pop();
  const [first, second, ...more] = words;
  if (first === undefined) return { page: 'home' };
  if (first === 'lessons' && second !== undefined && more.length === 0) return { page: 'lesson', slug: second };
  if (second === undefined && (first === 'playground' || first === 'licences' || first === 'help')) {
    return { page: first };
  }
  return { page: 'not-found' };
}

/** The address of a route, relative to the site's root: `lessons/linear-memory/`. */
export function routeAddress(route: Route): string {
  switch (route.page) {
    case 'home':
      return '';
    case 'lesson':
      return `lessons/${route.slug}/`;
    case 'playground':
    case 'licences':
    case 'help':
      return `${route.page}/`;
    case 'not-found':
      return '404/';
    default:
      return route satisfies never;
  }
}

/** How a page at this path reaches the site's root: `../../`. Relative, so that the site can lie anywhere. */
export function rootFrom(path: string): string {
  const depth = path.split('/').filter((word) => word !== '').length;
  return depth === 0 ? './' : '../'.repeat(depth);
}
