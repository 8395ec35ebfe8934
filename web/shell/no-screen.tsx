import { useWords } from '../words/use-words.ts';

/** For an address that leads nowhere. */
export function NoScreen() {
  const { words } = useWords();
  return <p class="notice">{words.notFound}</p>;
}
