import { useState } from 'preact/hooks';
import { askApi, Refused } from '../api/ask-api.ts';
import { useWords } from '../words/use-words.ts';

/** Write a letter about the corrections that were requested of a report. */
export function LetterButton({ bodyKey, year }: { readonly bodyKey: string; readonly year: number | null }) {
  const { words, language } = useWords();
  const [said, setSaid] = useState('');
  const [letter, setLetter] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const write = async () => {
    setIsBusy(true);
    try {
      const { letters } = await askApi('writeLetters', { body: { reports: [{ bodyKey, year }] } });
      const [written] = letters;
      setLetter(written?.id);
      setSaid(written ? words.letterWritten : words.noRequested);
    } catch (fault) {
      setSaid((fault instanceof Refused && fault.problem?.message?.[language]) || words.failed);
    }
    setIsBusy(false);
  };
  return (
    <p class="bar">
      <button type="button" disabled={isBusy} onClick={() => void write()}>
        {words.writeLetter}
      </button>
      <span role="status">
        {said} {letter !== undefined && <a href={`/letter/${encodeURIComponent(letter)}`}>{words.letters}</a>}
      </span>
    </p>
  );
}
