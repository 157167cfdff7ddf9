import { useWords } from '../../playground/words/use-words.tsx';
import { PageLink } from '../app/navigation.tsx';
import { inLanguage } from '../app/route.ts';

interface LanguageChoiceProps {
  /** All in which the page can be read. */
  readonly languages: readonly string[];
  readonly current: string;
  /** The page's address in one of them. */
  readonly addressIn: (language: { readonly language?: string }) => string;
}

/** The languages in which a page can be read, where there are several: each named in itself. */
export function LanguageChoice({ languages, current, addressIn }: LanguageChoiceProps) {
  const words = useWords();
  if (languages.length < 2) return null;
  return (
    <nav className="languages" aria-label={words.site.languages} lang={words.language}>
      {languages.map((each) => (
        <PageLink key={each} to={addressIn(inLanguage(each))} language={each} current={each === current}>
          {new Intl.DisplayNames([each], { type: 'language' }).of(each) ?? each}
        </PageLink>
      ))}
    </nav>
  );
}
