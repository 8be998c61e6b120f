import { common, response } from '@banso/contract';
import { Avatar, DefinitionList, Score } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { formatDay, formatLanguage, formatMoney } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { Answer } from './answer-row.tsx';
import { feedbackTexts } from './texts.ts';

/** Who says it: the account, the person's answers so far, and where they were asked. */
export function AnswerContext({ answer, onOpen }: { answer: Answer; onOpen: (id: string) => void }) {
  const texts = textsOf(feedbackTexts);
  const { account } = answer;
  const all =
    useRead('/v1/responses', common.page(response.ResponseRecord), {
      contactId: answer.contact.id,
      limit: 20,
    }).data?.data.data ?? [];

  return (
    <aside class="fb-ctx" aria-label={texts.context}>
      {account && (
        <section>
          <div class="row fb-ctx-account">
            <Avatar name={account.name} kind="company" size="l" />
            <h3 class="trunc grow">
              <a href={`/console/accounts/${account.id}`}>{account.name}</a>
            </h3>
          </div>
          <DefinitionList
            items={[
              { term: texts.plan, detail: account.plan ?? texts.unknown },
              {
                term: texts.revenue,
                detail: account.recurringRevenue ? formatMoney(account.recurringRevenue) : texts.unknown,
              },
              {
                term: texts.renewal,
                detail: account.renewalDate ? formatDay(account.renewalDate) : texts.unknown,
              },
              { term: texts.owner, detail: account.owner ?? texts.nobody },
            ]}
          />
        </section>
      )}
      <section>
        <h3>{texts.earlier}</h3>
        <ol class="fb-ea">
          {all.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                aria-current={each.id === answer.id ? 'true' : undefined}
                onClick={() => onOpen(each.id)}
              >
                {each.score === null ? <span class="score none">–</span> : <Score value={each.score} />}
                <span class="grow">{formatDay(each.answeredAt)}</span>
                <span class="muted xs">v{each.survey.version}</span>
              </button>
            </li>
          ))}
        </ol>
        <p class="hint">{all.length > 1 ? texts.tooFew : texts.onlyThis}</p>
      </section>
      <section>
        <h3>{texts.where}</h3>
        <DefinitionList
          items={[
            {
              term: texts.page,
              detail: answer.pageUrl ? <span class="fb-page mono">{answer.pageUrl}</span> : texts.unknown,
            },
            { term: texts.locale, detail: formatLanguage(answer.locale) },
          ]}
        />
      </section>
    </aside>
  );
}
