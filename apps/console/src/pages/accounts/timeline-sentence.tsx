import type { account } from '@banso/contract';
import {
  ChecklistIcon,
  CloseIcon,
  PreviewIcon,
  ResourceIcon,
  RuleIcon,
  SnoozeIcon,
  SurveyIcon,
  UndoIcon,
} from '@banso/ui';
import type { IconShape } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import type * as z from 'zod';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { recordTexts } from './record-texts.ts';
import { textLanguage } from './text-language.ts';

/** Something that a person did, or that was shown to them. */
export type TimelineEntry = z.infer<typeof account.TimelineEntry>;

/** What the filter of a timeline offers. */
export const TIMELINE_KINDS = ['steps', 'answers', 'content', 'resources', 'events'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** The kind under which an entry is filtered. */
export function timelineKindOf({ type }: TimelineEntry): TimelineKind {
  switch (type) {
    case 'track':
      return 'events';
    case 'step_completed':
    case 'step_reopened':
      return 'steps';
    case 'content_shown':
    case 'content_dismissed':
    case 'content_snoozed':
      return 'content';
    case 'survey_answered':
    case 'survey_completed':
      return 'answers';
    case 'resource_opened':
    case 'resource_rated':
      return 'resources';
  }
}

/** What happened, as a sentence with its icon and what belongs under it. */
export interface TimelineSentence {
  icon: IconShape;
  title: ComponentChildren;
  detail?: ComponentChildren;
}

/** Words for one entry. `detail` is left out where the sentence says it all. */
export function timelineSentence({ type, contact, content, detail }: TimelineEntry): TimelineSentence {
  const texts = textsOf(recordTexts);
  const who: ComponentChildren = contact ? (
    <a class="med tl-who" href={`/console/contacts/${contact.id}`}>
      {contact.name || texts.somebody}
    </a>
  ) : (
    texts.somebody
  );
  const what = content?.name ?? texts.something;
  const text = (name: string) => (typeof detail[name] === 'string' ? detail[name] : undefined);
  const step = text('title') ?? text('step') ?? texts.something;
  switch (type) {
    case 'track':
      return { icon: RuleIcon, title: texts.did(who, <span class="mono">{text('name')}</span>) };
    case 'step_completed':
      return { icon: ChecklistIcon, title: texts.stepDone(who, step), detail: content?.name };
    case 'step_reopened':
      return { icon: UndoIcon, title: texts.stepReopened(who, step), detail: content?.name };
    case 'content_shown':
      return { icon: PreviewIcon, title: texts.saw(who, what) };
    case 'content_dismissed':
      return {
        icon: CloseIcon,
        title: detail['optOut'] === true ? texts.optedOut(who, what) : texts.closed(who, what),
        detail: text('reason'),
      };
    case 'content_snoozed': {
      const until = text('until');
      return {
        icon: SnoozeIcon,
        title: texts.putOff(who, what),
        ...(until && { detail: texts.until(formatDay(until)) }),
      };
    }
    case 'survey_answered': {
      const value = detail['value'];
      if (typeof value === 'number')
        return { icon: SurveyIcon, title: texts.gaveScore(who, value), detail: content?.name };
      if (typeof value === 'string')
        return {
          icon: SurveyIcon,
          title: texts.wrote(who),
          detail: <span lang={textLanguage(value)}>{value}</span>,
        };
      return { icon: SurveyIcon, title: texts.skipped(who), detail: content?.name };
    }
    case 'survey_completed':
      return { icon: SurveyIcon, title: texts.surveyDone(who, what) };
    case 'resource_opened':
      return { icon: ResourceIcon, title: texts.opened(who, what) };
    case 'resource_rated':
      return {
        icon: ResourceIcon,
        title: detail['helpful'] === true ? texts.helpful(who, what) : texts.notHelpful(who, what),
      };
  }
}
