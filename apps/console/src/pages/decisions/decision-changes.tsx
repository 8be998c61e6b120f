import * as decision from '@banso/contract/decision';
import { CheckIcon, CloseIcon, LoadMore, Skeleton, Timeline } from '@banso/ui';
import { usePages } from '../../data/query.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { decisionSentence } from './decision-words.ts';
import { decisionTexts } from './texts.ts';
import type { NameOf } from './told.ts';

/** How the decision about one content changed for one person, newest first. */
export function DecisionChanges(props: {
  contactId: string;
  contentId: string;
  who: string;
  nameOf: NameOf;
}) {
  const { contactId, contentId, who, nameOf } = props;
  const texts = textsOf(decisionTexts);
  const list = usePages('/v1/decisions', decision.Decision, {
    contact: contactId,
    content: contentId,
    limit: 20,
  });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <section aria-labelledby="why-changes">
      <h3 id="why-changes">{texts.changes}</h3>
      {list.isPending && <Skeleton shape="text" />}
      {list.error && rows.length === 0 && (
        <ReadFailed of={list} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      <Timeline
        label={texts.changes}
        items={rows.map((one) => ({
          id: one.id,
          icon: one.outcome === 'held' ? CloseIcon : CheckIcon,
          title: decisionSentence(one, nameOf, who),
          at: one.at,
          when: formatNear(one.at),
        }))}
      />
      {list.hasNextPage && (
        <LoadMore
          shown={rows.length}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </section>
  );
}
