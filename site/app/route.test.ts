import { describe, expect, it } from 'vitest';
import { parseRoute, type Route, rootFrom, routeAddress } from './route.ts';

const routes: readonly Route[] = [
  { page: 'home' },
  { page: 'lesson', slug: 'linear-memory' },
  { page: 'lesson', slug: 'linear-memory', language: 'de' },
  { page: 'progress' },
  { page: 'playground' },
  { page: 'bugs' },
  { page: 'bug', slug: 'empty-histogram' },
  { page: 'licences' },
  { page: 'help' },
];

describe('a route', () => {
  it.each(routes)('is read back from its own address: $page', (route) => {
    expect(parseRoute(`/${routeAddress(route)}`)).toEqual(route);
    expect(parseRoute(`/${routeAddress(route)}index.html`)).toEqual(route);
  });

  it('is read without the slash at the end', () => {
    expect(parseRoute('/lessons/allocation')).toEqual({ page: 'lesson', slug: 'allocation' });
  });

  it('is not found where there is no page', () => {
    for (const path of ['/lessons/', '/lessons/a/b/', '/playground/x/', '/find-the-bug/a/b/', '/elsewhere/']) {
      expect(parseRoute(path)).toEqual({ page: 'not-found' });
    }
  });

  it('reaches the root by going up once for each folder', () => {
    expect(rootFrom('/')).toBe('./');
    expect(rootFrom('/lessons/allocation/')).toBe('../../');
  });
});
