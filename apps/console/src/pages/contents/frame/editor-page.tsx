import type { ContentKind } from '@banso/domain/content';
import { ButtonLink, EmptyState, ErrorState, PageBody, PageHeader, Panes, Skeleton } from '@banso/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { queries, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { shellTexts } from '../../../texts/shell.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NOUNS, recordPath, schemasOf } from '../content-kind.ts';
import '../editor.css';
import { contentApi } from '../model/content-api.ts';
import type { Stored } from '../model/content-draft.ts';
import { createEditorModel, type EditorModel } from '../model/editor-model.ts';
import { sessionKeeper } from '../model/kept-draft.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type Editor, EditorProvider, type EditorTab } from './editor-context.ts';
import { EditorHeader, EditorTabs } from './editor-header.tsx';
import { PublishBar } from './publish-bar.tsx';
import { useEditorPlace } from './use-editor-place.ts';
import { useKeepSaving } from './use-keep-saving.ts';
import { frameTexts } from '../texts/editor-frame.ts';
import { useEditorWords } from '../texts/editor-words.ts';
import { LoadedPart } from './loaded-part.tsx';

/** Props of {@link EditorPage}. */
export interface EditorPageProps<K extends ContentKind> {
  kind: K;
  id: string;
  /** The form of this kind: panes, the preview included. */
  form: FunctionComponent;
}

/** The editor of one content: everything around the form of its kind is the same. */
export function EditorPage<K extends ContentKind>({ kind, id, form }: EditorPageProps<K>) {
  const texts = textsOf(frameTexts);
  const list = textsOf(shellTexts)[NOUNS[kind]];
  const words = useEditorWords();
  const read = useRead(recordPath(kind, id), schemasOf(kind).Record);
  const stored = read.data && { record: read.data.data, etag: read.data.etag };

  if (stored && words.status === 'ready') {
    return <OpenEditor key={id} kind={kind} stored={stored} form={form} />;
  }
  const isGone = read.error?.status === 404;
  const hasFailed = !isGone && (read.error !== null || words.status === 'failed');
  return (
    <>
      <PageHeader
        title={read.data?.data.name ?? list}
        crumbs={[{ href: `/console/${NOUNS[kind]}`, label: list }]}
      />
      <PageBody>
        {!isGone && !hasFailed && <Skeleton shape="cards" />}
        {isGone && (
          <EmptyState
            title={texts.gone}
            action={<ButtonLink href={`/console/${NOUNS[kind]}`}>{texts.toList}</ButtonLink>}
          >
            {texts.goneWhat}
          </EmptyState>
        )}
        {hasFailed && (
          <ErrorState
            title={texts.failed}
            requestId={read.error?.requestId}
            onRetry={() => {
              if (read.error) void read.refetch();
              if (words.status === 'failed') words.retry();
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

function OpenEditor<K extends ContentKind>({
  kind,
  stored,
  form: Form,
}: {
  kind: K;
  stored: Stored<K>;
  form: FunctionComponent;
}) {
  const { id } = stored.record;
  const [model] = useState(() =>
    createEditorModel<K>({
      kind,
      stored,
      api: contentApi(api, kind, id),
      keeper: sessionKeeper<K>(id),
      schema: schemasOf(kind).Draft,
    }),
  );
  useKeepSaving(model);
  useEffect(() => model.offer(stored), [stored.etag, stored.record.updatedAt]);
  useEffect(() => remember(kind, model), []);
  const { place, go, goToField, showField } = useEditorPlace(kind, model);
  // Every form asks for its own kind, see `useBody`.
  const editor: Editor = {
    model: model as unknown as EditorModel,
    place,
    go,
    goToField,
    showField,
    readOnly: !may('write'),
  };

  const part =
    place.tab === 'content' ? (
      <Form />
    ) : (
      <Panes layout="settings" class="ed-one">
        <div class="pane ed-page">
          <LoadedPart load={PARTS[place.tab]} props={{}} />
        </div>
      </Panes>
    );

  return (
    <EditorProvider value={editor}>
      <EditorHeader />
      <EditorTabs />
      <ConflictNotice />
      {place.variant ? (
        <LoadedPart key={place.variant} load={loadVariant} props={{ children: part }} />
      ) : (
        part
      )}
      <PublishBar />
    </EditorProvider>
  );
}

/** With one variant in the place of the base: what stands inside knows nothing of it. */
const loadVariant = () => import('./after-open.ts').then((part) => part.VariantView);

/** Each part is loaded when it is opened. */
const PARTS: Readonly<Record<Exclude<EditorTab, 'content'>, () => Promise<FunctionComponent>>> = {
  audience: () => import('../audience/audience-tab.tsx').then((part) => part.AudienceTab),
  delivery: () => import('../delivery/delivery-tab.tsx').then((part) => part.DeliveryTab),
  languages: () => import('../languages/languages-tab.tsx').then((part) => part.LanguagesTab),
  experiment: () => import('../experiment/experiment-tab.tsx').then((part) => part.ExperimentTab),
  results: () => import('../results/results-tab.tsx').then((part) => part.ResultsTab),
};

/** What was saved here is what the page finds when it is opened again; lists are out of date from then on. */
function remember<K extends ContentKind>(kind: K, model: EditorModel<K>): () => void {
  return model.record.subscribe((record) => {
    const path = recordPath(kind, record.id);
    queries.setQueriesData<{ data: unknown; etag: string | undefined }>(
      { predicate: ({ queryKey }) => queryKey[1] === path },
      (old) => {
        return old && (old.data as { updatedAt: string }).updatedAt !== record.updatedAt
          ? { data: record, etag: model.etag() }
          : old;
      },
    );
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[1] === `/v1/${NOUNS[kind]}`,
      refetchType: 'none',
    });
  });
}
