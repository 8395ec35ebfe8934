import { useContext, useRef, useState } from 'preact/hooks';
import { MeContext } from '../shell/me.ts';
import { useWords } from '../words/use-words.ts';
import { DropArea } from './drop-area.tsx';
import { handIn } from './hand-in.ts';
import { UploadList } from './upload-list.tsx';
import { useHanded } from './use-handed.ts';

const OFFICE = 'gouji-office';

/** Handing in many files, and what became of each. */
export function UploadScreen() {
  const ownOffice = useContext(MeContext)?.office ?? null;
  const { words } = useWords();
  const [office, setOffice] = useState(() => ownOffice ?? localStorage.getItem(OFFICE) ?? '');
  /** Files that were chosen before it was said who hands them in. */
  const [held, setHeld] = useState<readonly File[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const handed = useHanded();

  const take = (files: readonly File[]): void => {
    const sender = office.trim();
    if (sender === '' || /[/\\]/u.test(sender)) {
      setHeld([...held, ...files]);
      field.current?.focus();
      return;
    }
    if (ownOffice === null) localStorage.setItem(OFFICE, sender);
    setHeld([]);
    handIn(files, sender);
  };

  return (
    <div class="hand-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take(held);
        }}
      >
        <label>
          {words.sendingOffice}
          <input
            ref={field}
            type="text"
            value={office}
            maxLength={60}
            readOnly={ownOffice !== null}
            aria-describedby="office-help"
            onInput={(event) => setOffice(event.currentTarget.value)}
          />
        </label>
        <p class="quiet" id="office-help">
          {ownOffice === null ? words.officeHelp : words.officeIsOwn}
        </p>
        {held.length > 0 && (
          <div class="notice bar" role="alert">
            {words.officeOwed}{' '}
            <span>
              {words.selected} {held.length}
            </span>{' '}
            <button type="submit">{words.send}</button>
          </div>
        )}
      </form>
      <DropArea onFiles={take} />
      <p class="quiet" id="kinds">
        {words.fileKinds}
        <br />
        {words.uploadNote}
      </p>
      {handed.length > 0 && <UploadList handed={handed} />}
    </div>
  );
}
