import { askApi } from '../api/ask-api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { formatNumber } from '../report/format-number.ts';
import { Awaited } from '../shell/awaited.tsx';
import { useWords } from '../words/use-words.ts';

const numberOf = (value: number | null) => (value === null ? '—' : formatNumber(value));

/** A letter as it is sent, to be printed. It is Chinese in either language of the page, since a body gets it. */
export function LetterScreen({ id }: { readonly id: string }) {
  const { words } = useWords();
  const letter = useAnswer(`letter ${id}`, (signal) => askApi('readLetter', { path: { id }, signal }));
  return (
    <Awaited asking={letter}>
      {({ body, opening, closing, points }) => (
        <>
          <p class="bar">
            <button type="button" onClick={() => window.print()}>
              {words.printLetter}
            </button>
          </p>
          <article class="letter" lang="zh-CN">
            <h2>更正通知</h2>
            <p class="right">编号：{id}</p>
            <p>{body}：</p>
            <p class="indented">{opening}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <section class="scroll" tabIndex={0} aria-label="需要更正之处">
              <table class="published">
                <thead>
                  <tr>
                    {['序号', '表／行／列', '报送数', '应为', '依据规则', '说明'].map((title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {points.map(({ place, found, expected, rule, message }, at) => (
                    <tr key={at}>
                      <td>{at + 1}</td>
                      <td>{place}</td>
                      <td class="figure">{numberOf(found)}</td>
                      <td class="figure">{numberOf(expected)}</td>
                      <td>{rule}</td>
                      <td>{message}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            <p class="indented">{closing}</p>
            <p class="right">（盖章）　　　　</p>
            <p class="right">　　　　年　　月　　日</p>
          </article>
        </>
      )}
    </Awaited>
  );
}
