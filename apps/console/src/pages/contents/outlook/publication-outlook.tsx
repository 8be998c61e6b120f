import { PublicationOutlook as Outlook } from '@banso/contract/listening';
import type { HoldReason } from '@banso/domain/decide';
import { Button, Skeleton } from '@banso/ui';
import { useRead } from '../../../data/query.ts';
import { formatNumber } from '../../../texts/format.ts';
import { holdReasons } from '../../../texts/hold-reasons.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref, recordPath } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { outlookTexts } from './texts.ts';

/** When it would be published for; without a start at once, without an end for ever. */
export interface PublicationOutlookProps {
  startsAt: string | undefined;
  endsAt: string | undefined;
}

/** What the next 14 days would be with the draft live. Nothing here keeps anybody from publishing. */
export function PublicationOutlook({ startsAt, endsAt }: PublicationOutlookProps) {
  const texts = textsOf(outlookTexts);
  const { model } = useEditor();
  const { id, updatedAt } = model.record.value;
  const query = { startsAt, endsAt };
  const read = useRead(`${recordPath(model.kind, id)}/outlook`, Outlook, query, { of: updatedAt });
  return (
    <section class="stack" aria-label={texts.title} aria-busy={read.isPending}>
      <h3>{texts.title}</h3>
      {read.isPending ? (
        <Skeleton shape="text" count={2} />
      ) : read.data ? (
        <Told outlook={read.data.data} />
      ) : (
        <p class="row wrap muted">
          {texts.failed}
          <Button small onClick={() => void read.refetch()}>
            {texts.again}
          </Button>
        </p>
      )}
    </section>
  );
}

function Told({ outlook }: { outlook: Outlook }) {
  const texts = textsOf(outlookTexts);
  const { opens, people, asked, held, displaced } = outlook;
  if (!opens) return <p>{texts.quiet}</p>;
  if (people.of === 0) return <p>{texts.nobody}</p>;
  const reasons = (Object.entries(held) as [HoldReason, number][]).toSorted(
    ([, one], [, other]) => other - one,
  );
  const others = reasons.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <p>{texts.asked(formatNumber(asked.people), formatNumber(people.expected), asked.times)}</p>
      {others > 0 && (
        <>
          <p>{texts.notAsked(others)}</p>
          <ul class="cons muted">
            {reasons.map(([reason, count]) => (
              <li key={reason}>
                {textsOf(holdReasons)[reason]}: {texts.people(count)}
              </li>
            ))}
          </ul>
        </>
      )}
      {displaced.length > 0 ? (
        <>
          <p>{texts.loses}</p>
          <ul class="cons">
            {displaced.map(({ id, kind, name, before, after }) => (
              <li key={id}>
                <a class="link" href={editorHref(kind, id)}>
                  {name}
                </a>
                : {texts.loss(before, after)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{texts.none}</p>
      )}
      <p class="muted xs">
        {people.of > people.looked &&
          `${texts.estimate(formatNumber(people.looked), formatNumber(people.of))} `}
        {texts.how}{' '}
        <a class="link" href="/console/reports/listening">
          {texts.now}
        </a>
      </p>
    </>
  );
}
