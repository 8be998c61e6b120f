import type { ContentKind } from '@banso/domain/content';
import {
  ArchiveIcon,
  CloseIcon,
  CopyIcon,
  DeleteIcon,
  EditIcon,
  type MenuItem,
  type MenuSection,
  PauseIcon,
  PlayIcon,
  TagIcon,
} from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import { forget } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref, listPath, NOUNS, schemasOf } from '../content-kind.ts';
import { type ContentApi, contentApi, type OwnChange } from '../model/content-api.ts';
import type { ContentSummary, Stored } from '../model/content-draft.ts';
import { contentTexts } from '../texts/content.ts';

/** A question that has to be answered before something happens. */
export type ContentQuestion = { type: 'rename' | 'tags' | 'archive'; content: ContentSummary };

/** What can be done with a content as a whole, see {@link useContentMenu}. */
export interface ContentMenu {
  sectionsOf: (content: ContentSummary) => MenuSection[];
  question: ContentQuestion | undefined;
  /** Closes the question without doing anything. */
  leave: () => void;
  /**
   * Gives it another name, or other tags.
   * @param said - What is told when it is done.
   * @throws {ApiError}
   */
  change: (content: ContentSummary, to: OwnChange, said: string) => Promise<void>;
  /** @throws {ApiError} */
  archive: (content: ContentSummary) => Promise<void>;
}

/** One guarded change of the content that is open: the editor's own, so that its ETag stays right. */
type Act = (work: (etag: string | undefined) => Promise<Stored>) => Promise<void>;

/**
 * Rename, tag, duplicate, pause, resume, archive and delete, from the list and from the editor.
 * @param editor - The editor in which the content is open; absent in the list.
 */
export function useContentMenu(kind: ContentKind, editor?: { act: Act }): ContentMenu {
  const texts = textsOf(contentTexts);
  const { route } = useLocation();
  const [question, setQuestion] = useState<ContentQuestion>();

  const run = async (id: string, work: (client: ContentApi, etag: string | undefined) => Promise<Stored>) => {
    const client = contentApi<ContentKind>(api, kind, id);
    if (editor) await editor.act((etag) => work(client, etag));
    else await work(client, (await client.read()).etag);
    forget(listPath(kind));
  };
  const tell = (message: string, undo?: () => Promise<void>) =>
    toaster.show({ message, ...(undo && { undo: () => void attempt(undo) }) });
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      tell(error.status === 412 ? texts.overtaken : texts.notDone);
    }
  };

  const pause = async ({ id, name }: ContentSummary) => {
    await run(id, (client, etag) => client.pause(etag));
    tell(texts.paused(name), () => run(id, (client, etag) => client.resume(etag)));
  };
  const resume = async ({ id, name }: ContentSummary) => {
    await run(id, (client, etag) => client.resume(etag));
    tell(texts.resumed(name), () => run(id, (client, etag) => client.pause(etag)));
  };
  const unschedule = async ({ id, name }: ContentSummary) => {
    await run(id, (client, etag) => client.unschedule(etag));
    tell(texts.unscheduled(name));
  };
  const duplicate = async ({ id, name }: ContentSummary) => {
    const { record } = await contentApi(api, kind, id).duplicate();
    forget(listPath(kind));
    tell(texts.duplicated(name));
    route(editorHref(kind, record.id));
  };
  const remove = async ({ id, name }: ContentSummary) => {
    const client = contentApi<ContentKind>(api, kind, id);
    const { record } = await client.read();
    await client.remove();
    forget(listPath(kind));
    if (editor) route(`/console/${NOUNS[kind]}`);
    tell(texts.deleted(name), async () => {
      const body = { name: record.name, slug: record.slug, draft: record.draft };
      const again = await api.call('POST', listPath(kind), { schema: schemasOf(kind).Record, body });
      forget(listPath(kind));
      if (editor) route(editorHref(kind, again.data.id));
    });
  };

  const item = (
    id: string,
    label: string,
    icon: MenuItem['icon'],
    work: (() => Promise<void>) | (() => void),
    danger = false,
  ): MenuItem => ({
    id,
    label,
    icon,
    danger,
    onSelect: () => void attempt(async () => work()),
  });
  return {
    question,
    leave: () => setQuestion(undefined),
    sectionsOf(content) {
      const writes = may('write')
        ? [
            item('rename', texts.rename, EditIcon, () => setQuestion({ type: 'rename', content })),
            item('tags', texts.tags, TagIcon, () => setQuestion({ type: 'tags', content })),
            item('copy', texts.duplicate, CopyIcon, () => duplicate(content)),
          ]
        : [];
      const publishes = may('publish')
        ? [
            ...(content.next !== null || content.status === 'scheduled'
              ? [item('unschedule', texts.unschedule, CloseIcon, () => unschedule(content))]
              : []),
            ...(content.status === 'published' || content.status === 'scheduled'
              ? [item('pause', texts.pause, PauseIcon, () => pause(content))]
              : []),
            ...(content.status === 'paused'
              ? [item('resume', texts.resume, PlayIcon, () => resume(content))]
              : []),
            ...(content.version !== null && content.status !== 'archived'
              ? [item('archive', texts.archive, ArchiveIcon, () => setQuestion({ type: 'archive', content }))]
              : []),
          ]
        : [];
      const removes =
        may('write') && content.version === null
          ? [item('delete', texts.delete, DeleteIcon, () => remove(content), true)]
          : [];
      return [
        { id: 'writes', items: writes },
        { id: 'publishes', items: publishes },
        { id: 'removes', items: removes },
      ].filter(({ items }) => items.length > 0);
    },
    async change({ id }, to, said) {
      await run(id, (client, etag) => client.change(to, etag));
      setQuestion(undefined);
      tell(said);
    },
    async archive({ id, name }) {
      await run(id, (client, etag) => client.archive(etag));
      setQuestion(undefined);
      tell(texts.archived(name));
    },
  };
}
