import { RESOURCE_TYPES, type ResourceBody, type ResourceType } from '@banso/domain/content';
import { Field, Pane, Panes, Select } from '@banso/ui';
import { PagesField } from '../delivery/pages-field.tsx';
import { InstantField } from '../fields/instant-field.tsx';
import { LinkField } from '../fields/link-field.tsx';
import { LocalizedField } from '../fields/localized-field.tsx';
import { TextLanguage } from '../fields/text-language.tsx';
import { ValueList } from '../fields/value-list.tsx';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { PreviewPane } from '../frame/preview-pane.tsx';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** What is read, watched or attended, and the widget beside it. */
export function ResourceForm() {
  const texts = wordsOf('resource');
  const types = wordsOf('values').resourceType;
  const { model, readOnly } = useEditor();
  const { body, edit } = useBody('resource');
  const change = (to: Partial<ResourceBody>) => edit((now) => ({ ...now, ...to }));
  const error = (path: string) => {
    const problem = problemAt(model.problems.value, path);
    return problem && problemWords(problem);
  };
  return (
    <Panes layout="settings" class="ed ed-two">
      <Pane label={texts.resource} class="ed-form">
        <form class="form" aria-label={texts.resource} onSubmit={(event) => event.preventDefault()}>
          <div class="row wrap form-h">
            <h2 class="grow">{texts.resource}</h2>
            <TextLanguage where={(path) => !path.startsWith('delivery.')} />
          </div>
          <Field label={texts.type}>
            <Select<ResourceType>
              data-path="type"
              disabled={readOnly}
              value={body.type}
              onValue={(type) => change({ type })}
              options={RESOURCE_TYPES.map((value) => ({ value, label: types[value] }))}
            />
          </Field>
          <LocalizedField path="title" text={body.title} label={texts.title} />
          <LocalizedField
            path="summary"
            text={body.summary}
            label={texts.summary}
            hint={texts.summaryHint}
            as="lines"
            optional
          />
          {body.type !== 'article' && (
            <LinkField
              path="url"
              label={texts.url[body.type]}
              hint={texts.urlHint}
              optional={body.type === 'webinar' && Boolean(body.recordingUrl)}
              placeholder="https://"
              value={body.url ?? ''}
              onLink={(url) => change({ url: url === '' ? undefined : url })}
            />
          )}
          {body.type === 'webinar' && (
            <>
              <div class="fields two">
                <InstantField
                  label={texts.startsAt}
                  hint={texts.hoursHint}
                  error={error('startsAt')}
                  path="startsAt"
                  readOnly={readOnly}
                  value={body.startsAt}
                  onInstant={(startsAt) => change({ startsAt })}
                />
                <InstantField
                  label={texts.endsAt}
                  error={error('endsAt')}
                  path="endsAt"
                  readOnly={readOnly}
                  value={body.endsAt}
                  onInstant={(endsAt) => change({ endsAt })}
                />
              </div>
              <LinkField
                path="recordingUrl"
                label={texts.recording}
                hint={texts.recordingHint}
                optional
                placeholder="https://"
                value={body.recordingUrl ?? ''}
                onLink={(recordingUrl) =>
                  change({ recordingUrl: recordingUrl === '' ? undefined : recordingUrl })
                }
              />
            </>
          )}
          <LocalizedField
            path="body"
            text={body.body}
            label={texts.body}
            hint={texts.bodyHint}
            as="markdown"
            optional={body.type !== 'article'}
            rows={body.type === 'article' ? 12 : 3}
          />
          <div class="fields two">
            <LocalizedField
              path="section"
              text={body.section}
              label={texts.section}
              hint={texts.sectionHint}
              optional
            />
            <Field label={texts.tags} hint={texts.tagsHint} error={error('tags')} optional>
              <ValueList
                path="tags"
                maxLength={50}
                most={30}
                values={body.tags}
                onValues={(tags) => change({ tags })}
              />
            </Field>
          </div>
          <PagesField label={texts.recommended} hint={texts.recommendedHint} />
        </form>
      </Pane>
      <PreviewPane />
    </Panes>
  );
}
