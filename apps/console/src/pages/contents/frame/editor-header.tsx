import {
  Chip,
  type ChipTone,
  HistoryIcon,
  IconButton,
  MessagesIcon,
  PageHeader,
  Status,
  Tabs,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { useUrlState } from '../../../data/url-state.ts';
import { shellTexts } from '../../../texts/shell.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref, NOUNS } from '../content-kind.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { contentTexts } from '../texts/content.ts';
import { EDITOR_TABS, type EditorTab, useEditor } from './editor-context.ts';
import { LoadedDialog } from './loaded-dialog.tsx';
import { SaveNote } from './save-note.tsx';
import { useLoaded } from './use-loaded.ts';
import { wordsOf } from '../texts/editor-words.ts';

const STATUS_TONES: Readonly<Record<ContentSummary['status'], ChipTone>> = {
  draft: 'solid',
  scheduled: 'on',
  published: 'good',
  ended: 'solid',
  paused: 'warn',
  archived: 'solid',
};

const loadTools = () => import('./after-open.ts').then((part) => part.HeaderTools);
const loadMenu = () => import('./header-menu.tsx').then((part) => part.HeaderMenu);
const LOAD = {
  review: () => import('./review-drawer.tsx').then((part) => part.ReviewDrawer),
  versions: () => import('./versions-drawer.tsx').then((part) => part.VersionsDrawer),
  copy: () => import('../copy/load-copy.ts').then((part) => part.loadCopy()),
};

/** Name, status, whether the draft is safe, versions and everything else that can be done with the content. */
export function EditorHeader() {
  const texts = wordsOf('editor');
  const { status: statusWords } = textsOf(contentTexts);
  const { model, readOnly } = useEditor();
  const tools = useLoaded(loadTools);
  const menu = useLoaded(loadMenu);
  const [query, change] = useUrlState();
  const [chosen, choose] = useState<'versions' | 'copy'>();
  // the review has an address: “My day” leads there
  const open = query['review'] === undefined ? chosen : 'review';
  const close = () => {
    choose(undefined);
    change({ review: undefined });
  };
  const record = model.record.value;

  return (
    <>
      <PageHeader
        title={record.name}
        crumbs={[{ href: `/console/${NOUNS[model.kind]}`, label: textsOf(shellTexts)[NOUNS[model.kind]] }]}
        status={
          <Chip tone={STATUS_TONES[record.status]}>
            {statusWords[record.status]}
            {record.version !== null && texts.versionOf(record.version)}
          </Chip>
        }
        meta={<SaveNote />}
        actions={
          <>
            {tools.status === 'ready' && !readOnly && <tools.value />}
            <IconButton
              icon={MessagesIcon}
              label={record.openComments > 0 ? `${texts.review}, ${record.openComments}` : texts.review}
              onClick={() => change({ review: '1' })}
            />
            <IconButton icon={HistoryIcon} label={texts.versions} onClick={() => choose('versions')} />
            {menu.status === 'ready' && <menu.value onCopy={() => choose('copy')} />}
          </>
        }
      />
      {open && <LoadedDialog load={LOAD[open]} props={{ onClose: close }} />}
    </>
  );
}

/** The parts of the editor; each has an address. */
export function EditorTabs() {
  const texts = wordsOf('editor');
  const { model, place } = useEditor();
  const { defaultLocale } = model.draft.value;
  const href = (tab: EditorTab) => {
    const query = new URLSearchParams({
      ...(tab !== 'content' && { tab }),
      ...(place.locale !== defaultLocale && { lang: place.locale }),
      ...(place.step && { step: place.step }),
      ...(place.variant && { variant: place.variant }),
    });
    return `${editorHref(model.kind, model.record.value.id)}${query.size > 0 ? `?${query.toString()}` : ''}`;
  };
  const marks = model.blocking.value.reduce<Partial<Record<EditorTab, number>>>((found, { path }) => {
    const [head, field] = path.split('.');
    const tab: EditorTab =
      head !== 'delivery' ? 'content' : field === 'audience' || field === 'experiment' ? field : 'delivery';
    return { ...found, [tab]: (found[tab] ?? 0) + 1 };
  }, {});
  const untranslated = model.untranslated.value.length;
  const markOf = (tab: EditorTab) => {
    const count = marks[tab] ?? 0;
    if (tab === 'languages' && untranslated > 0)
      return <Status tone="warn" label={texts.missingCount(untranslated)} small />;
    return count > 0 ? <Status tone="bad" label={texts.problemCount(count)} hideLabel /> : undefined;
  };
  return (
    <Tabs
      label={texts.tabs}
      current={place.tab}
      tabs={EDITOR_TABS.map((id) => ({ id, label: texts.tab[id], href: href(id), mark: markOf(id) }))}
    />
  );
}
