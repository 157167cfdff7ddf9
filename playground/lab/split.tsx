import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import './split.css';

interface SplitProps {
  /** The place of the separator is kept under this name. */
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  /** What the separator resizes, for assistive technology. */
  readonly label: string;
  /** Percent that the first half gets at first. */
  readonly share?: number;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** Two halves with a separator between them, which moves by pointer and by arrow keys and stays where it was put. */
export function Split({ id, orientation, label, share = 50, first, second }: SplitProps) {
  const layout = useDefaultLayout({ id: `pagewise:split:${id}`, panelIds: ['first', 'second'], storage });
  return (
    <Group className="split" orientation={orientation} {...layout}>
      <Panel id="first" className="split-half" defaultSize={`${share}%`} minSize="15%">
        {first}
      </Panel>
      <Separator className="split-separator" aria-label={label} />
      <Panel id="second" className="split-half" minSize="15%">
        {second}
      </Panel>
    </Group>
  );
}

/** Where storage is refused or full, a separator starts in the middle on each visit. */
const storage = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // The place holds until the page is left.
    }
  },
};
