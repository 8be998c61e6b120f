import { common } from '@banso/contract';
import { Case } from '@banso/contract/cases';
import { Button, Card, Clock } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { CauseMark } from './case-row.tsx';
import { clockOf, nameOf } from './case-words.ts';
import './cases.css';
import { openCaseFor } from './change-case.ts';
import { caseTexts } from './texts.ts';

const Cases = common.page(Case);

/** The open case of a person, in one line, or the way to open one. For reading panes. */
export function CaseStrip({ contactId, responseId }: { contactId: string; responseId?: string }) {
  const texts = textsOf(caseTexts);
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const read = useRead('/v1/cases', Cases, { contactId, view: 'all', limit: 20 });
  const known = read.data?.data.data;
  if (!known) return null;
  const shown =
    known.find(({ status }) => status !== 'closed') ??
    (responseId === undefined ? undefined : known.find((one) => one.responseId === responseId));
  if (!shown) {
    if (!may('write')) return null;
    const open = async () => {
      setBusy(true);
      const id = await openCaseFor(contactId, responseId);
      setBusy(false);
      if (id !== undefined) route(`/console/cases?case=${id}`);
    };
    return (
      <p class="cs-strip row wrap">
        <span class="muted">{texts.cardNone}</span>
        <Button small variant="ghost" busy={busy} onClick={() => void open()}>
          {texts.openCase}
        </Button>
      </p>
    );
  }
  const clock = clockOf(shown);
  return (
    <p class="cs-strip row wrap">
      <b>{texts.card}</b>
      <Clock tone={clock.tone}>{clock.words}</Clock>
      <span>{shown.owner?.name ?? texts.nobody}</span>
      <a
        class="link"
        href={`/console/cases?${shown.status === 'closed' ? 'view=closed&' : ''}case=${shown.id}`}
      >
        {texts.goToCase}
      </a>
    </p>
  );
}

/** The latest cases of a person or a company, on their page; nothing where there are none. */
export function CasesCard({ of }: { of: { contactId: string } | { accountId: string } }) {
  const texts = textsOf(caseTexts);
  const known = useRead('/v1/cases', Cases, { ...of, view: 'all', limit: 5 }).data?.data.data ?? [];
  if (known.length === 0) return null;
  return (
    <Card title={texts.title}>
      <ul class="cs-cases">
        {known.map((each) => {
          const clock = clockOf(each);
          return (
            <li key={each.id}>
              <a href={`/console/cases?${each.status === 'closed' ? 'view=closed&' : ''}case=${each.id}`}>
                <CauseMark of={each} />
                <span class="grow trunc cs-who">
                  {'accountId' in of ? nameOf(each) : texts.causes[each.cause]}
                </span>
                <Clock tone={clock.tone}>{clock.words}</Clock>
              </a>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
