import { organisation } from '@banso/contract';
import { Avatar, Card, EmptyState, HistoryIcon, LoadMore, RadioSegment, Skeleton } from '@banso/ui';
import { usePages } from '../../../data/query.ts';
import { may } from '../../../data/session.ts';
import { useUrlState } from '../../../data/url-state.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { actionWords, changeWords, targetHref } from './audit-words.ts';
import type { AuditEntry } from './audit-words.ts';
import { auditTexts } from './texts.ts';

/** Who changed what, and when. */
export function AuditSection() {
  return may('administer') ? <AuditLog /> : <NeedsAdmin of="audit" />;
}

function AuditLog() {
  const texts = textsOf(auditTexts);
  const [query, change] = useUrlState();
  const of = query['of'] === 'organisation' ? 'organisation' : 'workspace';
  const list = usePages('/v1/audit-log', organisation.AuditEntry, { of, limit: 50 });
  const entries = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div class="set-col">
      <div class="row wrap audit-head">
        <RadioSegment
          label={texts.of}
          options={[
            { value: 'workspace', label: texts.workspace },
            { value: 'organisation', label: texts.organisation },
          ]}
          value={of}
          onChange={(to) => change({ of: to === 'workspace' ? undefined : to })}
        />
        <p class="muted">{texts.what}</p>
      </div>
      {list.isPending && <Skeleton shape="table" count={8} />}
      {list.error && entries.length === 0 && (
        <ReadFailed of={list} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {list.isSuccess && entries.length === 0 && (
        <EmptyState icon={HistoryIcon} title={texts.none}>
          {texts.noneWhat}
        </EmptyState>
      )}
      {entries.length > 0 && (
        <Card>
          <ol class="audit">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
          {list.hasNextPage && (
            <LoadMore
              shown={entries.length}
              busy={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </Card>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { actor, at } = entry;
  const words = actionWords(entry);
  const changed = changeWords(entry);
  const href = targetHref(entry);
  const who = actorWords(actor);
  return (
    <li>
      <Avatar name={actor.name} />
      <div class="grow">
        <p>
          <span class="med">{who}</span>{' '}
          {href ? (
            <a class="audit-a" href={href}>
              {words}
            </a>
          ) : (
            words
          )}
        </p>
        {changed && <p class="muted xs">{changed}</p>}
      </div>
      <time class="muted xs nowrap" dateTime={at}>
        {formatTime(at)}
      </time>
    </li>
  );
}

function actorWords({ kind, name }: AuditEntry['actor']): string {
  const texts = textsOf(auditTexts);
  switch (kind) {
    case 'member':
      return name;
    case 'key':
      return texts.key(name);
    case 'system':
      return texts.system;
  }
}
