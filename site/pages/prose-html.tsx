import type { MouseEvent } from 'react';
import { useLocation } from 'wouter';
import type { Html } from '../../playground/lesson/html.ts';
import { isPlainClick } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';
import { type LabLink, readLabLink } from './lab-link.ts';

interface ProseHtmlProps {
  readonly html: Html;
  readonly className?: string;
  readonly onShow: (link: LabLink) => void;
}

/** Text that the lesson build made. Its links into the lab and to other lessons are followed here. */
export function ProseHtml({ html, className, onShow }: ProseHtmlProps) {
  const follow = useProseLinks(onShow);
  return (
    // The links inside take the keyboard; this element only listens for what they do.
    // biome-ignore lint/a11y/noStaticElementInteractions: clicks come from links
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click
    <div className={className} onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** Follows clicks on links, which the lesson build made, into the lab and to other lessons. */
export function useProseLinks(onShow: (link: LabLink) => void): (event: MouseEvent) => void {
  const [, navigate] = useLocation();
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isPlainClick(event)) return;
    const target = readLabLink(link.dataset);
    const { lesson } = link.dataset;
    if (target) {
      event.preventDefault();
      onShow(target);
    } else if (lesson !== undefined && link.hash === '') {
      event.preventDefault();
      navigate(`/${routeAddress({ page: 'lesson', slug: lesson })}`);
    }
  };
}
