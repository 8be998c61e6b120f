import type { AnnouncementBody } from '@banso/domain/content';
import { Pane, Panes, Switch } from '@banso/ui';
import { useRef } from 'preact/hooks';
import { LinkField } from '../fields/link-field.tsx';
import { LocalizedField } from '../fields/localized-field.tsx';
import { TextLanguage } from '../fields/text-language.tsx';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { PreviewPane } from '../frame/preview-pane.tsx';
import { wordsOf } from '../texts/editor-words.ts';
import { ModeChoice } from './mode-choice.tsx';

/** What is announced and how it comes, and the widget beside it. */
export function AnnouncementForm() {
  const texts = wordsOf('announcement');
  const { readOnly } = useEditor();
  const { body, edit } = useBody('announcement');
  const change = (to: Partial<AnnouncementBody>) => edit((now) => ({ ...now, ...to }));
  /** What the button was before it was switched off. */
  const button = useRef(body.action);
  if (body.action) button.current = body.action;

  return (
    <Panes layout="settings" class="ed ed-two">
      <Pane label={texts.announcement} class="ed-form">
        <form class="form" aria-label={texts.announcement} onSubmit={(event) => event.preventDefault()}>
          <div class="row wrap form-h">
            <h2 class="grow">{texts.announcement}</h2>
            <TextLanguage where={(path) => !path.startsWith('delivery.')} />
          </div>
          <ModeChoice value={body.mode} readOnly={readOnly} onMode={(mode) => change({ mode })} />
          <LocalizedField path="title" text={body.title} label={texts.title} hint={texts.titleHint} />
          <LocalizedField
            path="body"
            text={body.body}
            label={texts.text}
            hint={texts.textHint[body.mode]}
            as="markdown"
            optional
            rows={5}
          />
          <Switch
            label={texts.hasButton}
            hint={texts.hasButtonHint}
            checked={body.action !== null}
            onChange={(on) => change({ action: on ? (button.current ?? { label: {}, url: '' }) : null })}
            disabledReason={readOnly ? texts.readOnly : undefined}
          />
          {body.action && (
            <div class="fields two">
              <LocalizedField path="action.label" text={body.action.label} label={texts.button} />
              <LinkField
                path="action.url"
                label={texts.link}
                hint={texts.linkHint}
                placeholder="/folders"
                value={body.action.url}
                onLink={(url) => body.action && change({ action: { ...body.action, url } })}
              />
            </div>
          )}
        </form>
      </Pane>
      <PreviewPane />
    </Panes>
  );
}
