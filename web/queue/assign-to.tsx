import { useContext, useState } from 'preact/hooks';
import type { FindingRow } from '../../records/contract/api/findings.ts';
import { askApi, Refused } from '../api/ask-api.ts';
import { MeContext } from '../shell/me.ts';
import { useWords } from '../words/use-words.ts';

/** As many reports as the API takes at a time. */
const MOST = 200;

export interface AssignToProps {
  readonly chosen: readonly FindingRow[];
  /** Who reviews reports already. */
  readonly assignees: readonly { readonly value: string }[];
  readonly onDone: (said: string) => void;
}

/** Says who reviews the reports of what is selected; nobody, where no name is given. */
export function AssignTo({ chosen, assignees, onDone }: AssignToProps) {
  const { words, language } = useWords();
  const me = useContext(MeContext);
  const [assignee, setAssignee] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const reviewers = (me?.others ?? []).filter(({ role }) => role === 'reviewer' || role === 'approver');
  const names = new Set([
    ...(me ? [me.name] : []),
    ...reviewers.map(({ name }) => name),
    ...assignees.map(({ value }) => value),
  ]);
  // A code of the facet's, for those whom nobody reviews.
  names.delete('none');
  const assign = async () => {
    const once = new Map(chosen.map(({ report: { bodyKey, year } }) => [`${bodyKey} ${year}`, { bodyKey, year }]));
    const reports = [...once.values()];
    const to = assignee.trim() || null;
    setIsBusy(true);
    let assigned = 0;
    let fault = '';
    try {
      for (let at = 0; at < reports.length; at += MOST)
        assigned += (await askApi('assign', { body: { reports: reports.slice(at, at + MOST), assignee: to } }))
          .assigned;
    } catch (thrown) {
      fault = ` · ${(thrown instanceof Refused && thrown.problem?.message?.[language]) || words.failed}`;
    }
    onDone(
      `${to === null ? words.assignedToNobody : `${words.assignedTo} ${to}`}: ${assigned} / ${reports.length}${fault}`,
    );
  };
  return (
    <form
      class="bar"
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <label>
        {words.assignee}{' '}
        <input
          list="reviewers"
          size={12}
          maxLength={100}
          value={assignee}
          onInput={(event) => setAssignee(event.currentTarget.value)}
        />
      </label>
      <datalist id="reviewers">
        {[...names].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" disabled={isBusy}>
        {assignee.trim() === '' ? words.assignToNobody : words.assignReports}
      </button>
    </form>
  );
}
