import { useWords } from '../words/use-words.ts';
import type { KeptUpload } from './kept-uploads.ts';
import { useUpload } from './use-upload.ts';

interface Props {
  readonly upload: KeptUpload;
  /** Share that is sent, 0 to 1; undefined when nothing was sent from here. */
  readonly sent: number | undefined;
}

/** One upload: how far it is, and then what was read of it or what to do about it. */
export function UploadRow({ upload: { id, fileName }, sent }: Props) {
  const { words, language } = useWords();
  const followed = useUpload(id, sent !== undefined);
  const settlement = followed === 'lost' ? null : followed?.settlement;
  const { body, year, bodyKey, duplicateOf, message } = settlement ?? {};
  const isSending = sent !== undefined && sent < 1;
  const stage = isSending || followed === undefined || followed === 'lost' ? 'awaited' : followed.stage;
  const named = `${body ?? words.unknownBody} ${year ?? words.unknownYear}`;
  return (
    <tr>
      <th scope="row">{fileName}</th>
      <td>
        {isSending && <progress value={sent} aria-label={fileName} />}{' '}
        {followed === 'lost' ? words.uploadFailed : words[UPLOAD_STAGES[stage]]}
      </td>
      <td>
        {bodyKey && year ? <a href={`/report/${encodeURIComponent(bodyKey)}/${year}`}>{named}</a> : settlement && named}
      </td>
      <td>
        {duplicateOf && (
          <div>
            {words.duplicateOf} {duplicateOf}
          </div>
        )}
        {message && <div>{message[language]}</div>}
      </td>
    </tr>
  );
}

const UPLOAD_STAGES = {
  awaited: 'beingSent',
  received: 'received',
  reading: 'settling',
  settled: 'settled',
} as const;
