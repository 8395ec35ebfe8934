import { useState } from 'preact/hooks';
import { askApi, Refused } from '../api/ask-api.ts';
import { useWords } from '../words/use-words.ts';
import { DocxText } from './docx-text.tsx';
import { PdfPages, type SourceProps } from './pdf-pages.tsx';

/** The document itself beside its tables, and the file as handed in to be fetched. */
export function SourcePane(props: SourceProps) {
  const { words, language } = useWords();
  const { document, sha256 } = props;
  const [said, setSaid] = useState('');
  const fetchFile = async () => {
    try {
      // The link holds for minutes, so it is asked for when it is wanted.
      const { url } = await askApi('getSource', { path: { sha256 } });
      location.assign(url);
    } catch (fault) {
      setSaid((fault instanceof Refused && fault.problem?.message?.[language]) || words.failed);
    }
  };
  return (
    <aside class="source" aria-label={words.source}>
      <h3>{words.source}</h3>
      <p class="bar">
        <span>{document.fileName}</span>
        <button type="button" onClick={() => void fetchFile()}>
          {words.fetchFile}
        </button>
        <span role="status">{said}</span>
      </p>
      {document.format === 'pdf' ? <PdfPages {...props} /> : <DocxText {...props} />}
    </aside>
  );
}
