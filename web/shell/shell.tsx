import { useEffect, useRef, useState } from 'preact/hooks';
import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type Language, LanguageContext, WORDS } from '../words/use-words.ts';
import { Awaited } from './awaited.tsx';
import { Header } from './header.tsx';
import { MeContext } from './me.ts';
import { screenAt } from './screens.tsx';
import { followLink, usePlace } from './use-place.ts';

const LANGUAGE = 'gouji-language';

/** Everything around the screens. A screen that is moved to is announced by its heading, which takes the focus. */
export function Shell() {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh'));
  const place = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const { name, show } = screenAt(place.path);
  const me = useAnswer('me', (signal) => askApi('getMe', { signal }));
  const words = WORDS[language];

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${words[name]} · ${words.title}`;
    localStorage.setItem(LANGUAGE, language);
  }, [language, name, words]);

  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [place.path]);

  useEffect(() => {
    document.addEventListener('click', followLink);
    return () => document.removeEventListener('click', followLink);
  }, []);

  return (
    <LanguageContext.Provider value={language}>
      <MeContext.Provider value={me.answer ?? null}>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Header current={name} onLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')} />
        <main id="content" tabIndex={-1}>
          <h1 ref={heading} tabIndex={-1}>
            {words[name]}
          </h1>
          <Awaited asking={me}>{() => show(place)}</Awaited>
        </main>
      </MeContext.Provider>
    </LanguageContext.Provider>
  );
}
