import { contentTemplate } from '@banso/contract';
import type { ContentKind } from '@banso/domain/content';
import { Button, Dialog, Field, Input, Notice, Skeleton } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { useRead } from '../../../data/query.ts';
import { language } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref } from '../content-kind.ts';
import '../editor.css';
import { createContent } from '../list/create-content.ts';
import { contentTexts } from '../texts/content.ts';
import { useEditorWords } from '../texts/editor-words.ts';
import { listTexts } from '../texts/list.ts';
import './gallery.css';
import { TemplateCards } from './template-cards.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { galleryTexts } from './texts.ts';

const Templates = z.object({ data: z.array(contentTemplate.Template) });
type Template = contentTemplate.Template;

/** Asks what to start from and for a name, then opens the editor on it. Blank is chosen at first. */
export function NewContentDialog({ kind, onClose }: { kind: ContentKind; onClose: () => void }) {
  const texts = textsOf(listTexts);
  const words = textsOf(contentTexts);
  const gallery = textsOf(galleryTexts);
  const editor = useEditorWords();
  const { route } = useLocation();
  const submit = useSubmit();
  const read = useRead('/v1/content-templates', Templates, { kind, locale: language.value });
  const [chosen, setChosen] = useState<Template>();
  const [name, setName] = useState('');
  const [isNamed, setNamed] = useState(false);
  const [tried, setTried] = useState(false);
  const failed = read.isError || editor.status === 'failed';

  const choose = (template: Template | undefined) => {
    setChosen(template);
    if (!isNamed) setName(template?.name ?? '');
  };
  const create = () => {
    setTried(true);
    if (name.trim() === '') return;
    const start = chosen && { template: chosen.id };
    void submit.run(async () => route(editorHref(kind, await createContent(kind, name.trim(), start))));
  };
  const retry = () => {
    if (read.isError) void read.refetch();
    if (editor.status === 'failed') editor.retry();
  };

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={texts.newTitle[kind]}
      onSubmit={create}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.create}
          </Button>
        </>
      }
    >
      <div class="tpl">
        <div class="tpl-choice">
          <Field
            label={words.name}
            hint={words.nameHint}
            error={tried && name.trim() === '' ? words.nameNeeded : submit.errorAt('name')}
          >
            <Input
              value={name}
              maxLength={200}
              onValue={(to) => {
                setName(to);
                setNamed(to !== '');
              }}
            />
          </Field>
          {failed ? (
            <Notice
              tone="warn"
              title={gallery.failed}
              action={
                <Button small onClick={retry}>
                  {gallery.again}
                </Button>
              }
            >
              {gallery.failedWhat}
            </Notice>
          ) : read.data && editor.status === 'ready' ? (
            <TemplateCards
              kind={kind}
              templates={read.data.data.data}
              chosen={chosen?.id}
              onChoose={choose}
            />
          ) : (
            <Skeleton shape="cards" count={3} />
          )}
        </div>
        <section class="tpl-preview" aria-label={gallery.preview}>
          {chosen ? (
            <TemplatePreview key={chosen.id} kind={kind} id={chosen.id} adjust={chosen.adjust} />
          ) : (
            <p class="muted tpl-blank">{gallery.blankPreview}</p>
          )}
        </section>
      </div>
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {words.notDone}
        </Notice>
      )}
    </Dialog>
  );
}
