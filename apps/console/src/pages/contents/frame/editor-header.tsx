import {
  Chip,
  type ChipTone,
  HistoryIcon,
  IconButton,
  Menu,
  MoreIcon,
  PageHeader,
  Status,
  Tabs,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { shellTexts } from '../../../texts/shell.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref, NOUNS } from '../content-kind.ts';
import { ContentDialogs } from '../list/content-dialogs.tsx';
import { useContentMenu } from '../list/use-content-menu.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { contentTexts } from '../texts/content.ts';
import { EDITOR_TABS, type EditorTab, useEditor } from './editor-context.ts';
import { LoadedDialog } from './loaded-dialog.tsx';
import { SaveNote } from './save-note.tsx';
import { wordsOf } from '../texts/editor-words.ts';

const STATUS_TONES: Readonly<Record<ContentSummary['status'], ChipTone>> = {
  draft: 'solid',
  scheduled: 'on',
  published: 'good',
  paused: 'warn',
  archived: 'solid',
};

const loadVersions = () => import('./versions-drawer.tsx').then((part) => part.VersionsDrawer);

/** Name, status, whether the draft is safe, versions and everything else that can be done with the content. */
export function EditorHeader() {
  const texts = wordsOf('editor');
  const { status: statusWords } = textsOf(contentTexts);
  const { model } = useEditor();
  const [versions, setVersions] = useState(false);
  const record = model.record.value;
  const menu = useContentMenu(model.kind, { act: model.act });

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
            <IconButton icon={HistoryIcon} label={texts.versions} onClick={() => setVersions(true)} />
            <Menu
              label={texts.more}
              align="end"
              sections={menu.sectionsOf(record)}
              trigger={(props) => <IconButton {...props} icon={MoreIcon} label={texts.more} />}
            />
          </>
        }
      />
      {versions && <LoadedDialog load={loadVersions} props={{ onClose: () => setVersions(false) }} />}
      <ContentDialogs menu={menu} />
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
    });
    return `${editorHref(model.kind, model.record.value.id)}${query.size > 0 ? `?${query.toString()}` : ''}`;
  };
  const marks: Partial<Record<EditorTab, number>> = {
    content: model.blocking.value.filter(({ path }) => !path.startsWith('delivery.')).length,
    audience: model.blocking.value.filter(({ path }) => path.startsWith('delivery.audience')).length,
    delivery: model.blocking.value.filter(
      ({ path }) => path.startsWith('delivery.') && !path.startsWith('delivery.audience'),
    ).length,
  };
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
