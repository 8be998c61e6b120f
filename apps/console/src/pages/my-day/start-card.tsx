import { ButtonLink, CheckIcon, EmptyState, Icon, Status } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { myDayTexts } from './texts.ts';

/** What has been done of setting up. */
export interface Start {
  installed: boolean;
  checklist: boolean;
  survey: boolean;
}

const STEPS = [
  { name: 'install', of: 'installed', href: '/console/settings/install' },
  { name: 'checklist', of: 'checklist', href: '/console/checklists?new=1' },
  { name: 'survey', of: 'survey', href: '/console/surveys?new=1' },
] as const;

/** First use: leads from the snippet to the first checklist to the first question. */
export function StartCard({ start }: { start: Start }) {
  const texts = textsOf(myDayTexts);
  const next = STEPS.find(({ of }) => !start[of]) ?? STEPS[0];
  return (
    <EmptyState
      title={texts.start}
      action={
        <ButtonLink variant="primary" href={next.href}>
          {texts.steps[next.name].action}
        </ButtonLink>
      }
      footnote={texts.startNote}
      exampleCaption={texts.startExample}
      example={
        <ol class="day-start">
          {STEPS.map(({ name, of, href }, index) => (
            <li
              key={name}
              class={start[of] ? 'done' : undefined}
              aria-current={name === next.name ? 'step' : undefined}
            >
              <span class="day-mark" aria-hidden="true">
                {start[of] ? <Icon of={CheckIcon} size="s" /> : index + 1}
              </span>
              <span class="grow">
                <a class="med" href={href}>
                  {texts.steps[name].title}
                </a>
                <span class="muted">{texts.steps[name].what}</span>
                {name === 'install' && !start.installed && (
                  <Status tone="none" label={texts.waiting} small muted />
                )}
              </span>
              {start[of] && <span class="muted xs">{texts.stepDone}</span>}
              {name === next.name && <span class="day-next xs">{texts.stepNext}</span>}
            </li>
          ))}
        </ol>
      }
    >
      {texts.startWhat}
    </EmptyState>
  );
}
