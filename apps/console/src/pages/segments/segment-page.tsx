import { Segment } from '@banso/contract/segment';
import { EVERYBODY } from '@banso/domain/targeting';
import { ButtonLink, EmptyState, ErrorState, PageBody, PageHeader, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { useEditorWords } from '../contents/texts/editor-words.ts';
import '../contents/editor.css';
import { SegmentEditor } from './segment-editor.tsx';
import type { Opened } from './segment-form.ts';
import './segments.css';
import { segmentTexts } from './texts.ts';

const NEW: Opened = { name: '', description: '', condition: EVERYBODY, contents: [], segments: [] };

/** One segment: what it asks for, who is in it, and what needs it. `new` is one that is not saved yet. */
export function SegmentPage({ id }: { id: string }) {
  const texts = textsOf(segmentTexts);
  const isNew = id === 'new';
  const words = useEditorWords();
  const read = useRead(`/v1/segments/${id}`, Segment, undefined, { enabled: !isNew });
  const [round, setRound] = useState(0);
  const isGone = read.error?.status === 404 || read.error?.status === 400;
  const hasFailed = !isGone && (read.error !== null || words.status === 'failed');
  const stored: Opened | undefined = isNew ? NEW : read.data && { ...read.data.data, etag: read.data.etag };

  if (stored && words.status === 'ready')
    return (
      <SegmentEditor
        key={`${id} ${round}`}
        stored={stored}
        onReload={async () => {
          await read.refetch();
          setRound((n) => n + 1);
        }}
      />
    );
  return (
    <>
      <PageHeader title={texts.segment} crumbs={[{ href: '/console/segments', label: texts.page }]} />
      <PageBody>
        {!isGone && !hasFailed && <Skeleton shape="cards" />}
        {isGone && (
          <EmptyState
            title={texts.gone}
            action={<ButtonLink href="/console/segments">{texts.toList}</ButtonLink>}
          >
            {texts.goneWhat}
          </EmptyState>
        )}
        {hasFailed && (
          <ErrorState
            title={texts.failed}
            requestId={read.error?.requestId}
            onRetry={() => {
              words.retry();
              if (read.error) void read.refetch();
            }}
            retrying={read.isFetching}
          >
            {texts.failedWhat}
          </ErrorState>
        )}
      </PageBody>
    </>
  );
}
