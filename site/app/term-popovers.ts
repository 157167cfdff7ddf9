/** Milliseconds until the pointer counts as resting, and until it counts as gone. */
const patience = 150;

/**
 * Opens explanations of terms below the pointer and the keyboard's focus, beside their word. Touch and Enter open them
 * without this, and Escape closes them: they are popovers.
 */
export function openTerms(document: Document): void {
  let timer = 0;
  const soon = (act: () => void): void => {
    clearTimeout(timer);
    timer = window.setTimeout(act, patience);
  };
  document.addEventListener('toggle', (event) => place(event.target), { capture: true });
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'mouse') return;
    const word = wordOf(target);
    const open = openText(document);
    if (word) soon(() => textOf(word)?.showPopover());
    else if (open && !open.contains(target as Node)) soon(() => open.hidePopover());
    // Within the text it stays.
    else clearTimeout(timer);
  });
  document.addEventListener('focusin', ({ target }) => {
    const word = wordOf(target);
    if (word?.matches(':focus-visible')) textOf(word)?.showPopover();
    else if (!word && !openText(document)?.contains(target as Node)) openText(document)?.hidePopover();
  });
}

const wordOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('button.term') : null;

const textOf = (word: HTMLElement): HTMLElement | null => {
  const text = word.nextElementSibling;
  return text instanceof HTMLElement && text.matches('.term-text:not(:popover-open)') ? text : null;
};

const openText = (document: Document): HTMLElement | null => document.querySelector('.term-text:popover-open');

/** Below the word, or above it where there is no room; within the window. */
function place(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || !target.matches('.term-text:popover-open')) return;
  const word = target.previousElementSibling?.getClientRects()[0];
  if (!word) return;
  const { width, height } = target.getBoundingClientRect();
  const left = Math.max(8, Math.min(word.left, document.documentElement.clientWidth - width - 8));
  const below = word.bottom + 4;
  const top = below + height > innerHeight ? Math.max(8, word.top - height - 4) : below;
  // In the page's own coordinates, so that it scrolls with its word.
  Object.assign(target.style, {
    position: 'absolute',
    inset: 'auto',
    margin: '0',
    left: `${left + scrollX}px`,
    top: `${top + scrollY}px`,
  });
}
