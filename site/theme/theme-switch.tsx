import { Moon, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../playground/words/use-words.tsx';

type Theme = 'light' | 'dark';
/** Read before the first paint by the script in `index.html`. */
const themeKey = 'pagewise:theme';

/** Switches between light and dark. Until it is used, the system decides. */
export function ThemeSwitch() {
  // Unknown while prerendering: the system's choice shows only in the browser.
  const words = useWords().site.theme;
  const [theme, setTheme] = useState<Theme | null>(null);
  useEffect(() => setTheme(currentTheme()), []);
  const next: Theme = theme === 'dark' ? 'light' : 'dark';
  const change = (): void => {
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(themeKey, next);
    } catch {
      // Not kept: the choice still holds for this page.
    }
    setTheme(next);
  };
  return (
    <button type="button" className="icon-button theme-switch" onClick={change} aria-label={words[next]}>
      {next === 'dark' ? <Moon aria-hidden="true" /> : <Sun aria-hidden="true" />}
    </button>
  );
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
