import { describe, expect, it } from 'vitest';
import type { RenderedPage } from '../prerender/server.tsx';
import { fillTemplate } from './page-html.ts';

const template = `<html lang="en" data-root="./"><head><title>T</title><meta name="description" content="D" />
<link href="./assets/a.css"><script src="./assets/a.js"></script></head><body><div id="app"><!--page--></div></body></html>`;

const page: RenderedPage = {
  route: { page: 'lesson', slug: 'allocation' },
  address: 'lessons/allocation/',
  root: '../../',
  language: 'en',
  head: { title: 'A & B', description: 'Says "hello" for $1' },
  html: '<p>costs $1 and $&</p>',
};

describe('a page’s file', () => {
  const html = fillTemplate(template, page, 'assets/allocation.js');

  it('reaches everything through the root, so that it works below any path', () => {
    expect(html).toContain('data-root="../../"');
    expect(html).toContain('href="../../assets/a.css"');
    expect(html).toContain('src="../../assets/a.js"');
    expect(html).not.toContain('"./');
  });

  it('holds title, description and text as they are, escaped', () => {
    expect(html).toContain('<title>A &amp; B</title>');
    expect(html).toContain('content="Says &quot;hello&quot; for $1"');
    expect(html).toContain('<div id="app"><p>costs $1 and $&</p></div>');
  });

  it('loads the page’s data ahead', () => {
    expect(html).toContain('<link rel="modulepreload" href="../../assets/allocation.js">');
  });

  it('is refused when the template has no place for it', () => {
    expect(() => fillTemplate('<html></html>', page, null)).toThrow(/no place/);
  });
});
