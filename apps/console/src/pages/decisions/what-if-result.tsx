import type * as decision from '@banso/contract/decision';
import { textsOf } from '../../texts/use-texts.ts';
import { verdictWords } from './decision-words.ts';
import { decisionTexts } from './texts.ts';
import type { NameOf } from './told.ts';

/** What the changed facts change: before and after, and how much stays as it is. */
export function WhatIfResult(props: {
  answer: { at: string; data: readonly decision.WhatIfContent[] };
  nameOf: NameOf;
}) {
  const { answer, nameOf } = props;
  const texts = textsOf(decisionTexts).whatIf;
  const changed = answer.data.filter(({ differs }) => differs);
  const same = answer.data.filter(({ differs }) => !differs);
  const called = (id: string) =>
    answer.data.find(({ content }) => content.id === id)?.content.name ?? nameOf(id);
  if (answer.data.length === 0) return <p role="status">{texts.nothingLive}</p>;
  return (
    <div class="stack" aria-label={texts.result} role="group">
      <p role="status">
        <b>{changed.length === 0 ? texts.nothing : texts.differs(changed.length)}</b>
      </p>
      {changed.length > 0 && (
        <ul class="why-diff">
          {changed.map(({ content, now, supposed }) => (
            <li key={content.id}>
              <b>{content.name}</b>
              <dl>
                <dt>{texts.now}</dt>
                <dd>{verdictWords(now, answer.at, called)}</dd>
                <dt>{texts.supposed}</dt>
                <dd>{verdictWords(supposed, answer.at, called)}</dd>
              </dl>
            </li>
          ))}
        </ul>
      )}
      {same.length > 0 && (
        <details>
          <summary>{texts.same(same.length)}</summary>
          <ul class="why-diff">
            {same.map(({ content, now }) => (
              <li key={content.id}>
                <b>{content.name}</b> <span class="muted">{verdictWords(now, answer.at, called)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
