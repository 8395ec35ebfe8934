import { useContext } from 'preact/hooks';
import { API } from '../api/ask-api.ts';
import { MeContext } from '../shell/me.ts';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly name: 'findings' | 'reports';
  /** Filters of the list. */
  readonly shown: URLSearchParams;
}

/** Links to what is listed, as files. */
export function Downloads({ name, shown }: Props) {
  const { words } = useWords();
  const me = useContext(MeContext);
  if (!me?.may.includes('export')) return null;
  return (
    <>
      {(['xlsx', 'csv'] as const).map((ending) => (
        <a key={ending} download href={`${API}/exports/${name}.${ending}?${shown}`}>
          {words.download} .{ending}
        </a>
      ))}
    </>
  );
}
