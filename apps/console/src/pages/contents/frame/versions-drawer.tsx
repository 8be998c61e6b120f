import { changesOf } from '@banso/domain/content';
import { Button, Chip, Drawer, EmptyState, HistoryIcon, LoadMore, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import { usePages } from '../../../data/query.ts';
import { may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatTime } from '../../../texts/format.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import { ChangeList } from './change-list.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { useEditor } from './editor-context.ts';
import { PublishLog } from './publish-log.tsx';
import { RollbackDialog } from './rollback-dialog.tsx';
import { wordsOf } from '../texts/editor-words.ts';

/** Everything that was published, newest first, with what each version changed, and the way back to it. */
export function VersionsDrawer({ onClose }: { onClose: () => void }) {
  const texts = wordsOf('publish');
  const [wanted, setWanted] = useState<ContentVersion>();
  return (
    <>
      <Drawer open onClose={onClose} title={texts.versions}>
        <div class="stack roomy">
          <Versions onBringBack={setWanted} />
          <PublishLog />
        </div>
      </Drawer>
      {wanted && (
        <RollbackDialog
          version={wanted}
          onLeave={() => setWanted(undefined)}
          onDone={() => {
            setWanted(undefined);
            onClose();
          }}
        />
      )}
    </>
  );
}

function Versions({ onBringBack }: { onBringBack: (version: ContentVersion) => void }) {
  const texts = wordsOf('publish');
  const { model } = useEditor();
  const { id } = model.record.value;
  const list = usePages(`${recordPath(model.kind, id)}/versions`, schemasOf(model.kind).Version, {
    limit: 20,
  });
  const versions = list.data?.pages.flatMap((page) => page.data) ?? [];
  if (list.isPending) return <Skeleton shape="text" />;
  if (list.error && versions.length === 0) {
    return (
      <ReadFailed of={list} title={texts.versionsFailed}>
        {texts.versionsFailedWhat}
      </ReadFailed>
    );
  }
  if (versions.length === 0) {
    return (
      <EmptyState title={texts.noVersions} icon={HistoryIcon}>
        {texts.noVersionsWhat}
      </EmptyState>
    );
  }
  return (
    <>
      <CompareVersions versions={versions} />
      <ol class="vers">
        {versions.map((version, index) => (
          <OneVersion
            key={version.version}
            version={version}
            previous={versions[index + 1]}
            onBringBack={() => onBringBack(version)}
          />
        ))}
      </ol>
      {list.hasNextPage && (
        <LoadMore
          shown={versions.length}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}

function OneVersion({
  version,
  previous,
  onBringBack,
}: {
  version: ContentVersion;
  previous: ContentVersion | undefined;
  onBringBack: () => void;
}) {
  const texts = wordsOf('publish');
  const { model } = useEditor();
  const record = model.record.value;
  const isCurrent = record.version === version.version;
  const { next } = record;
  const waits = next?.version === version.version;
  const isLive = record.status === 'published' || record.status === 'scheduled';
  const changes = previous && changesOf(previous.draft, version.draft);
  return (
    <li>
      <div class="row">
        <h3>v{version.version}</h3>
        {isCurrent && (
          <Chip tone={isLive ? 'good' : 'solid'}>{isLive ? texts.current : texts.currentPaused}</Chip>
        )}
        {waits && <Chip tone="on">{formatTime(next.startsAt)}</Chip>}
        <span class="muted xs grow trunc">
          <time dateTime={version.publishedAt}>{formatTime(version.publishedAt)}</time>{' '}
          {version.publishedBy && texts.by(version.publishedBy.name)}
        </span>
        {!isCurrent && !waits && may('publish') && (
          <Button small onClick={onBringBack}>
            {texts.bringBack}
          </Button>
        )}
      </div>
      {version.note !== '' && <p>{version.note}</p>}
      {version.staying.length > 0 && (
        <p class="muted xs">{texts.staying(version.staying.map((each) => `v${each}`))}</p>
      )}
      {version.version === 1 && <p class="muted xs">{texts.first}</p>}
      {previous && changes && changes.length > 0 && (
        <details>
          <summary class="muted xs">{texts.changedFrom(changes.length, previous.version)}</summary>
          <ChangeList kind={model.kind} changes={changes} />
        </details>
      )}
    </li>
  );
}
