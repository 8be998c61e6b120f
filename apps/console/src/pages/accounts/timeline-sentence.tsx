import { isWithheld } from '@banso/contract';
import type { account } from '@banso/contract';
import { scaleOf } from '@banso/domain/content';
import {
  ChecklistIcon,
  CloseIcon,
  DeleteIcon,
  MessagesIcon,
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
import { Said, wordsOf } from '../../shell/said.tsx';
import { erasedName } from '../../texts/erased.ts';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { markTexts } from '../feedback/answer-mark.tsx';
import { recordTexts } from './record-texts.ts';
import { textLanguage } from './text-language.ts';

/** Something that a person did, or that was shown to them. */
export type TimelineEntry = z.infer<typeof account.TimelineEntry>;

/** What the filter of a timeline offers. */
export const TIMELINE_KINDS = [
  'steps',
  'answers',
  'messages',
  'content',
  'resources',
  'events',
  'privacy',
] as const;
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
    case 'message_sent':
      return 'messages';
    case 'erasure_requested':
    case 'erasure_withdrawn':
      return 'privacy';
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
      {contact.erased ? erasedName() : contact.name || texts.somebody}
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
        detail: detail.reason ? <Said text={detail.reason} /> : undefined,
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
      const { value, other, chosen, type: asked } = detail;
      const scale = typeof asked === 'string' ? scaleOf(asked) : undefined;
      if (typeof value === 'number' && scale && asked !== 'nps')
        return {
          icon: SurveyIcon,
          title: texts.gaveMark(who, textsOf(markTexts).markOf(value, scale.high)),
          detail: content?.name,
        };
      if (typeof value === 'number')
        return { icon: SurveyIcon, title: texts.gaveScore(who, value), detail: content?.name };
      if (typeof chosen === 'string') {
        const said = other ? textsOf(markTexts).writtenAfter(chosen, wordsOf(other)) : chosen;
        return {
          icon: SurveyIcon,
          title: texts.chose(who),
          detail: <span lang={textLanguage(said)}>{said}</span>,
        };
      }
      if (typeof value === 'string' || isWithheld(value))
        return {
          icon: SurveyIcon,
          title: texts.wrote(who),
          detail: (
            <span lang={textLanguage(wordsOf(value))}>
              <Said text={value} />
            </span>
          ),
        };
      return { icon: SurveyIcon, title: texts.skipped(who), detail: content?.name };
    }
    case 'survey_completed':
      return { icon: SurveyIcon, title: texts.surveyDone(who, what) };
    case 'message_sent':
      return { icon: MessagesIcon, title: texts.wroteToUs(who) };
    case 'erasure_requested':
      return { icon: DeleteIcon, title: texts.askedErasure(who) };
    case 'erasure_withdrawn':
      return { icon: UndoIcon, title: texts.tookErasureBack(who) };
    case 'resource_opened':
      return { icon: ResourceIcon, title: texts.opened(who, what) };
    case 'resource_rated':
      return {
        icon: ResourceIcon,
        title: detail['helpful'] === true ? texts.helpful(who, what) : texts.notHelpful(who, what),
      };
  }
}
