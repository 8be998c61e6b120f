import { type ContentKind, textIn } from '@banso/domain/content';
import { AnnouncementIcon, Button, CheckIcon, DocumentIcon, EmptyState, Icon, ProgressRing } from '@banso/ui';
import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import { language, may, workspace } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref } from '../content-kind.ts';
import { contentTexts } from '../texts/content.ts';
import { listTexts } from '../texts/list.ts';
import { createContent } from './create-content.ts';
import { EXAMPLE, exampleDraft } from './examples.ts';

/** Nothing of this kind yet: what it is for, one real example, and a start from it. */
export function FirstContent({ kind, onNew }: { kind: ContentKind; onNew: () => void }) {
  const texts = textsOf(listTexts);
  const words = textsOf(contentTexts);
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const say = (text: Readonly<Record<string, string>>) => textIn(text, language.value, 'en');
  const start = async () => {
    setBusy(true);
    const { locales = ['en'], defaultLocale = 'en' } = workspace.peek() ?? {};
    try {
      route(
        editorHref(
          kind,
          await createContent(kind, say(EXAMPLE[kind].title), {
            draft: exampleDraft(kind, locales, defaultLocale),
          }),
        ),
      );
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toaster.show({ message: words.notDone });
    } finally {
      setBusy(false);
    }
  };
  return (
    <EmptyState
      title={texts.emptyTitle[kind]}
      action={
        may('write') ? (
          <Button variant="primary" busy={busy} onClick={() => void start()}>
            {texts.startExample}
          </Button>
        ) : undefined
      }
      secondary={
        may('write') ? (
          <Button variant="ghost" onClick={onNew}>
            {texts.startNothing}
          </Button>
        ) : undefined
      }
      example={EXAMPLES[kind](say)}
      exampleCaption={texts.exampleCaption[kind]}
      footnote={texts.emptyNote[kind]}
    >
      {texts.emptyWhat[kind]}
    </EmptyState>
  );
}

type Say = (text: Readonly<Record<string, string>>) => string;

const EXAMPLES: Readonly<Record<ContentKind, (say: Say) => ComponentChildren>> = {
  checklist: (say) => <ChecklistExample say={say} />,
  survey: (say) => <SurveyExample say={say} />,
  resource: (say) => <ResourceExample say={say} />,
  announcement: (say) => <AnnouncementExample say={say} />,
};

function ChecklistExample({ say }: { say: Say }) {
  const texts = textsOf(listTexts);
  const { title, steps, button } = EXAMPLE.checklist;
  return (
    <div class="exc">
      <div class="row">
        <span class="grow">
          <b>{say(title)}</b>
          <span class="muted xs exc-s">{texts.exampleDone}</span>
        </span>
        <ProgressRing done={1} all={3} label={say(title)} />
      </div>
      <ol>
        {steps.map((step, index) => (
          <li key={step.title.en} class={index === 0 ? 'done' : index === 1 ? 'open' : undefined}>
            <span class="exc-m" aria-hidden="true">
              {index === 0 ? <Icon of={CheckIcon} size="s" /> : index + 1}
            </span>
            <span>
              {say(step.title)}
              {index === 1 && <span class="muted xs exc-s">{say(step.body)}</span>}
              {index === 1 && <span class="exc-b">{say(button)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function SurveyExample({ say }: { say: Say }) {
  const { question, low, high, followUp } = EXAMPLE.survey;
  return (
    <div class="exc">
      <b>{say(question)}</b>
      <div class="exc-n" aria-hidden="true">
        {Array.from({ length: 11 }, (_, score) => (
          <i key={score}>{score}</i>
        ))}
      </div>
      <div class="row muted xs">
        <span class="grow">{say(low)}</span>
        <span>{say(high)}</span>
      </div>
      <p class="exc-f muted">{say(followUp)}</p>
    </div>
  );
}

function ResourceExample({ say }: { say: Say }) {
  const { title, summary, section } = EXAMPLE.resource;
  return (
    <div class="exc">
      <span class="muted xs">{say(section)}</span>
      <div class="row exc-r">
        <span class="exc-i">
          <Icon of={DocumentIcon} />
        </span>
        <span>
          <b>{say(title)}</b>
          <span class="muted xs exc-s">{say(summary)}</span>
        </span>
      </div>
    </div>
  );
}

function AnnouncementExample({ say }: { say: Say }) {
  const { title, body, button } = EXAMPLE.announcement;
  return (
    <div class="exc">
      <div class="row exc-r">
        <span class="exc-i">
          <Icon of={AnnouncementIcon} />
        </span>
        <span>
          <b>{say(title)}</b>
          <span class="muted xs exc-s">{say(body)}</span>
          <span class="exc-b">{say(button)}</span>
        </span>
      </div>
    </div>
  );
}
