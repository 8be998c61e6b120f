import * as editorial from '@banso/contract/editorial';
import { LoadMore, Skeleton } from '@banso/ui';
import { usePages } from '../../../data/query.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { recordPath } from '../content-kind.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { useEditor } from './editor-context.ts';

/** Every review, publication and pause of the content, newest first. */
export function PublishLog() {
  const texts = textsOf(lifecycleTexts).log;
  const { model } = useEditor();
  const { id, updatedAt } = model.record.value;
  const path = `${recordPath(model.kind, id)}/log`;
  const list = usePages(path, editorial.LogEntry, { limit: 50 }, { of: updatedAt });
  const found = list.data?.pages.flatMap((page) => page.data) ?? [];
  if (list.isPending) return <Skeleton shape="text" />;
  if (list.error && found.length === 0)
    return (
      <ReadFailed of={list} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  return (
    <section aria-label={texts.title}>
      <h3>{texts.title}</h3>
      {found.length === 0 && <p class="muted">{texts.none}</p>}
      <ol class="talk">
        {found.map(({ id: entry, at, by, act, version, note }) => (
          <li key={entry}>
            <div class="row wrap">
              <b>{texts.acts[act]}</b>
              {version !== null && <span>{texts.version(version)}</span>}
              <span class="muted xs grow trunc">
                <time dateTime={at}>{formatTime(at)}</time> {texts.by(by.name)}
              </span>
            </div>
            {note !== '' && <p class="talk-w">{note}</p>}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <LoadMore
          shown={found.length}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </section>
  );
}
