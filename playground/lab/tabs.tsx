import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly title: string }[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** What stands behind the tabs. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Tabs by the WAI-ARIA Authoring Practices: arrows move, Home and End jump. */
export function Tabs({ label, tabs, selected, onSelect, actions, children }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const tabOf = (id: string) => list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(id)}"]`);
  const titles = tabs.map(({ title }) => title).join();
  // There may be more tabs than fit, and a title may become longer; only the row of tabs is to scroll, not the page.
  useEffect(() => {
    const row = list.current;
    const tab = tabOf(selected);
    if (!row || !tab) return;
    const right = tab.offsetLeft + tab.offsetWidth - row.offsetLeft - row.clientWidth;
    row.scrollLeft = Math.max(right, Math.min(row.scrollLeft, tab.offsetLeft - row.offsetLeft));
  }, [selected, titles]);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    tabOf(tab.id)?.focus();
  };
  return (
    <div className="tabs">
      <div className="tab-bar">
        <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
          {tabs.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              role="tab"
              data-tab={id}
              id={`${base}-${id}`}
              aria-selected={id === selected}
              aria-controls={`${base}-panel`}
              tabIndex={id === selected ? 0 : -1}
              onClick={() => onSelect(id)}
            >
              {title}
            </button>
          ))}
        </div>
        {actions}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`}>
        {children}
      </div>
    </div>
  );
}
