import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';
import { List } from './list.tsx';

/** The rule catalogue. */
export function RulesScreen() {
  const { words, language } = useWords();
  const rules = useAnswer('rules', (signal) => askApi('listRules', { signal }));
  return (
    <Awaited asking={rules}>
      {({ items, version }) => (
        <>
          <p class="quiet">
            {words.version} <code>{version}</code>
          </p>
          <List
            heads={[words.rule, words.severity, words.ruleName, words.relation, words.basis, words.stateOfRule]}
            rows={items.map((rule) => [
              <code>{rule.id}</code>,
              words[rule.severity],
              rule.title[language],
              rule.relation[language],
              rule.basis,
              words[rule.state],
            ])}
          />
        </>
      )}
    </Awaited>
  );
}
