import { useContext } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import type { Word } from '../words/zh.ts';
import { MeContext } from './me.ts';

const SCREENS = [
  ['queue', '/', 'listFindings'],
  ['triage', '/triage', 'decide'],
  ['upload', '/upload', 'startUpload'],
  ['missing', '/missing', 'listMissing'],
  ['statistics', '/statistics', 'getStatistics'],
  ['letters', '/letters', 'listLetters'],
  ['audit', '/audit', 'listDecisions'],
  ['rules', '/rules', 'listRules'],
] as const;

interface Props {
  readonly current: Word;
  readonly onLanguage: () => void;
}

/** Name, screens that the user may open, and the switches. */
export function Header({ current, onLanguage }: Props) {
  const { words } = useWords();
  const me = useContext(MeContext);
  const switchUser = (id: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: on one machine only; the Cookie Store API is not everywhere yet
    document.cookie = `gouji-user=${id}; path=/; samesite=strict`;
    location.reload();
  };
  return (
    <header class="top">
      <a class="brand" href="/">
        <b>{words.title}</b> <span>{words.subtitle}</span>
      </a>
      <div class="switches">
        {me && me.others.length > 0 ? (
          <label>
            {words.user}{' '}
            <select onChange={(event) => switchUser(event.currentTarget.value)}>
              {me.others.map(({ id, name }) => (
                <option key={id} value={id} selected={name === me.name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <span>{me?.name}</span>
        )}
        <button type="button" lang={words.language === 'English' ? 'en' : 'zh-CN'} onClick={onLanguage}>
          {words.language}
        </button>
      </div>
      <nav aria-label={words.navigation}>
        {SCREENS.filter(([, , operation]) => me?.may.includes(operation)).map(([name, path]) => (
          <a key={name} href={path} aria-current={name === current ? 'page' : undefined}>
            {words[name]}
          </a>
        ))}
      </nav>
    </header>
  );
}
