import type { ContentKind } from '@banso/domain/content';
import { ButtonLink, EmptyState, ErrorState, PageBody, PageHeader, Panes, Skeleton } from '@banso/ui';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { queries, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { shellTexts } from '../../../texts/shell.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { AudienceTab } from '../audience/audience-tab.tsx';
import { NOUNS, recordPath, schemasOf } from '../content-kind.ts';
import { DeliveryTab } from '../delivery/delivery-tab.tsx';
import '../editor.css';
import { LanguagesTab } from '../languages/languages-tab.tsx';
import { contentApi } from '../model/content-api.ts';
import type { Stored } from '../model/content-draft.ts';
import { createEditorModel, type EditorModel } from '../model/editor-model.ts';
import { sessionKeeper } from '../model/kept-draft.ts';
import { ResultsTab } from '../results/results-tab.tsx';
import { editorTexts } from '../texts/editor.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type Editor, EditorProvider, type EditorTab } from './editor-context.ts';
import { EditorHeader, EditorTabs } from './editor-header.tsx';
import { PublishBar } from './publish-bar.tsx';
import { useEditorPlace } from './use-editor-place.ts';
import { useKeepSaving } from './use-keep-saving.ts';

/** Props of {@link EditorPage}. */
export interface EditorPageProps<K extends ContentKind> {
  kind: K;
  id: string;
  /** The form of this kind: panes, the preview included. */
  form: FunctionComponent;
}

/** The editor of one content: everything around the form of its kind is the same. */
export function EditorPage<K extends ContentKind>({ kind, id, form }: EditorPageProps<K>) {
  const texts = textsOf(editorTexts);
  const path = recordPath(kind, id);
  const read = useRead(path, schemasOf(kind).Record);
  const stored = read.data && { record: read.data.data, etag: read.data.etag };

  if (stored) return <OpenEditor key={id} kind={kind} stored={stored} form={form} />;
  const isGone = read.error?.status === 404;
  return (
    <>
      <PageHeader
        title={texts.loadingTitle}
        crumbs={[{ href: `/console/${NOUNS[kind]}`, label: textsOf(shellTexts)[NOUNS[kind]] }]}
      />
      <PageBody>
        {read.isPending && <Skeleton shape="cards" />}
        {isGone && (
          <EmptyState
            title={texts.gone}
            action={<ButtonLink href={`/console/${NOUNS[kind]}`}>{texts.toList}</ButtonLink>}
          >
            {texts.goneWhat}
          </EmptyState>
        )}
        {read.error && !isGone && (
          <ErrorState
            title={texts.failed}
            requestId={read.error.requestId}
            onRetry={() => void read.refetch()}
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
  const { place, go, goToField } = useEditorPlace(kind, model);
  // Every form asks for its own kind, see `useBody`.
  const editor: Editor = {
    model: model as unknown as EditorModel,
    place,
    go,
    goToField,
    readOnly: !may('write'),
  };

  return (
    <EditorProvider value={editor}>
      <EditorHeader />
      <EditorTabs />
      <ConflictNotice />
      {place.tab === 'content' ? (
        <Form />
      ) : (
        <Panes layout="settings" class="ed-one">
          <div class="pane ed-page">{TAB_PAGES[place.tab]()}</div>
        </Panes>
      )}
      <PublishBar />
    </EditorProvider>
  );
}

const TAB_PAGES: Readonly<Record<Exclude<EditorTab, 'content'>, () => ComponentChildren>> = {
  audience: () => <AudienceTab />,
  delivery: () => <DeliveryTab />,
  languages: () => <LanguagesTab />,
  results: () => <ResultsTab />,
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
