import { useContext, useState } from 'preact/hooks';
import { askApi, Refused } from '../api/ask-api.ts';
import { MeContext } from '../shell/me.ts';
import { useWords } from '../words/use-words.ts';
import { type KeptUpload, keepUploads, readKeptUploads } from './kept-uploads.ts';
import { putFile } from './put-file.ts';
import { UploadRow } from './upload-row.tsx';

/** Handing in many files, and what became of each. */
export function UploadScreen() {
  const ownOffice = useContext(MeContext)?.office ?? null;
  const { words, language } = useWords();
  const [uploads, setUploads] = useState(readKeptUploads);
  const [sent, setSent] = useState<ReadonlyMap<string, number>>(new Map());
  const [office, setOffice] = useState(ownOffice ?? '');
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const tell = (trouble: string) => setTroubles((before) => [...before, trouble]);

  const handIn = async (file: File): Promise<void> => {
    const body = { office: office.trim(), fileName: file.name, bytes: file.size };
    const ticket = await askApi('startUpload', { body }).catch((fault: unknown) => {
      const said = fault instanceof Refused ? fault.problem?.message[language] : undefined;
      tell(`${file.name}: ${said ?? words.failed}`);
    });
    if (!ticket) return;
    const { id, put } = ticket;
    setUploads((before) => {
      const next: readonly KeptUpload[] = [{ id, fileName: file.name }, ...before];
      keepUploads(next);
      return next;
    });
    const progress = (share: number) => setSent((before) => new Map([...before, [id, share]]));
    progress(0);
    if (await putFile(file, put, progress)) return progress(1);
    setSent((before) => new Map([...before].filter(([other]) => other !== id)));
    tell(`${file.name}: ${words.uploadFailed}`);
  };
  // One after the other: many at once take the line from each other.
  const handInAll = async (files: readonly File[]): Promise<void> => {
    setTroubles([]);
    for (const file of files) await handIn(file);
  };

  return (
    <>
      <div class="bar">
        <label>
          {words.sendingOffice}
          <input
            type="text"
            value={office}
            maxLength={60}
            readOnly={ownOffice !== null}
            onInput={(event) => setOffice(event.currentTarget.value)}
          />
        </label>
        <label>
          {words.chooseFiles}
          <input
            type="file"
            multiple
            accept=".docx,.doc,.pdf"
            disabled={office.trim() === ''}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void handInAll(files);
            }}
          />
        </label>
      </div>
      <p class="quiet">{words.uploadNote}</p>
      {troubles.length > 0 && (
        <div class="notice" role="alert">
          {troubles.map((trouble) => (
            <p key={trouble}>{trouble}</p>
          ))}
        </div>
      )}
      {uploads.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section class="scroll" tabIndex={0} aria-label={words.upload}>
          <table class="list">
            <thead>
              <tr>
                {[words.file, words.progress, words.asRead, words.whatToDo].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {uploads.map((upload) => (
                <UploadRow key={upload.id} upload={upload} sent={sent.get(upload.id)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
