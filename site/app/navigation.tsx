import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import { useLocation } from 'wouter';
import { rootFrom } from './route.ts';

const SiteRoot = createContext('./');

/** Tells all links below how this page reaches the site's root. */
export function SiteRootProvider({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  return <SiteRoot.Provider value={rootFrom(path)}>{children}</SiteRoot.Provider>;
}

/** `../../` on a lesson's page: put before any address on the site. */
const useSiteRoot = (): string => useContext(SiteRoot);

interface PageLinkProps {
  /** Address below the site's root, as `routeAddress` gives it. */
  readonly to: string;
  readonly className?: string;
  readonly current?: boolean;
  /** Of the page that it leads to, and of its own words, where that is another. */
  readonly language?: string;
  readonly children: ReactNode;
}

/** A link to a page of this site: relative, and followed without loading the page anew. */
export function PageLink({ to, className, current = false, language, children }: PageLinkProps) {
  const root = useSiteRoot();
  const [, navigate] = useLocation();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    // The browser itself goes to a place within a page.
    if (!isPlainClick(event) || to.includes('#')) return;
    event.preventDefault();
    navigate(`/${to}`);
  };
  return (
    <a
      href={`${root}${to}`}
      lang={language}
      hrefLang={language}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

/** False for clicks that mean a new tab, a new window or a download. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
