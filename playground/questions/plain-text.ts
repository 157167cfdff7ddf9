import type { Html } from '../lesson/html.ts';

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** What the build's HTML reads as, where only text may stand: a list's option, a name for assistive technology. */
export function plainText(html: Html): string {
  return html.replaceAll(/<[^>]+>/g, '').replaceAll(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole;
    return String.fromCodePoint(Number(name.replace(/^#x/i, '0x').replace('#', '')));
  });
}
