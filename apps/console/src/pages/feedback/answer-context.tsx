import { account, common, response } from '@banso/contract';
import { Renewal } from '@banso/contract/renewal';
import { Avatar, DefinitionList } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { formatDay, formatLanguage, formatMoney, formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { timelineSentence } from '../accounts/timeline-sentence.tsx';
import { AnswerMark } from './answer-mark.tsx';
import type { Answer } from './answer-row.tsx';
import { aboutOf } from './answer-row.tsx';
import { inboxTexts } from './inbox-texts.ts';
import { feedbackTexts } from './texts.ts';

/** Who says it: the account, the person's answers so far, and where they were asked. */
export function AnswerContext({ answer, onOpen }: { answer: Answer; onOpen: (id: string) => void }) {
  const texts = textsOf(feedbackTexts);
  const words = textsOf(inboxTexts);
  const { account: company, contact } = answer;
  const renewals = useRead(
    '/v1/renewals',
    common.page(Renewal),
    { accountId: company?.id, limit: 1 },
    { enabled: company !== null },
  );
  const last = renewals.data?.data.data[0];
  const all =
    useRead('/v1/responses', common.page(response.ResponseRecord), {
      contactId: answer.contact.id,
      limit: 20,
    }).data?.data.data ?? [];

  return (
    <aside class="fb-ctx" aria-label={texts.context}>
      {company && (
        <section>
          <div class="row fb-ctx-account">
            <Avatar name={company.name} kind="company" size="l" />
            <h3 class="trunc grow">
              <a href={`/console/accounts/${company.id}`}>{company.name}</a>
            </h3>
          </div>
          <DefinitionList
            items={[
              { term: texts.plan, detail: company.plan ?? texts.unknown },
              {
                term: texts.revenue,
                detail: company.recurringRevenue ? formatMoney(company.recurringRevenue) : texts.unknown,
              },
              {
                term: texts.renewal,
                detail: company.renewalDate ? formatDay(company.renewalDate) : texts.unknown,
              },
              ...(last
                ? [
                    {
                      term: words.lastRenewal,
                      detail: (last.outcome === 'renewed' ? words.renewed : words.churned)(
                        formatDay(last.dueDate),
                      ),
                    },
                  ]
                : []),
              { term: texts.owner, detail: company.owner ?? texts.nobody },
            ]}
          />
        </section>
      )}
      {contact.email !== null && !contact.erased && (
        <section>
          <h3>{words.contact}</h3>
          <DefinitionList
            items={[{ term: words.email, detail: <bdi class="fb-page">{contact.email}</bdi> }]}
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
                <AnswerMark answer={each} />
                <span class="grow">{formatDay(each.answeredAt)}</span>
                <span class="muted xs">
                  v{each.survey.version}
                  {each.survey.variant && ` · ${each.survey.variant.name}`}
                </span>
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
            ...(answer.transactionId === null
              ? []
              : [
                  {
                    term: texts.about,
                    detail: answer.transactionId.startsWith('cas_') ? (
                      <a class="link" href={`/console/cases?view=closed&case=${answer.transactionId}`}>
                        {aboutOf(answer.transactionId)}
                      </a>
                    ) : (
                      <a
                        class="mono"
                        href={`/console/feedback?about=${encodeURIComponent(answer.transactionId)}&answer=${answer.id}`}
                      >
                        {answer.transactionId}
                      </a>
                    ),
                  },
                ]),
            { term: texts.locale, detail: formatLanguage(answer.locale) },
            ...(answer.source === 'widget'
              ? []
              : [{ term: texts.source, detail: texts.sources[answer.source] }]),
          ]}
        />
      </section>
      <Before contactId={contact.id} />
    </aside>
  );
}

/** So much as helps to understand an answer; the rest is on the person's page. */
const ENTRIES = 6;

function Before({ contactId }: { contactId: string }) {
  const words = textsOf(inboxTexts);
  const path = `/v1/contacts/${contactId}/timeline`;
  const entries = useRead(path, common.page(account.TimelineEntry), { limit: ENTRIES }).data?.data.data ?? [];
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{words.timeline}</h3>
      <ol class="fb-tl">
        {entries.map((entry) => (
          <li key={entry.id}>
            <time class="muted xs" dateTime={entry.at}>
              {formatNear(entry.at)}
            </time>
            <span>{timelineSentence(entry).title}</span>
          </li>
        ))}
      </ol>
      <a class="link xs" href={`/console/contacts/${contactId}`}>
        {words.allOf}
      </a>
    </section>
  );
}
