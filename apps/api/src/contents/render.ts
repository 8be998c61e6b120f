import type { PublishedContent, PublishedQuestion } from '@banso/contract';
import type { ContentDraft } from '@banso/database';
import {
  type AnnouncementBody,
  asVariant,
  type ChecklistBody,
  type ContentKind,
  type LocalizedText,
  type ResourceBody,
  type StepAction,
  type SurveyBody,
  type SurveyQuestion,
  textIn,
  visibleSince,
} from '@banso/domain/content';
import { editionOf, type VariantKey } from '@banso/domain/experiment';
import type { NpsBand } from '@banso/domain/statistics';
import type { Instant } from '@banso/domain/time';
import { richText } from './rich-text.ts';

/** A content's identity beside its draft. */
export interface Rendered {
  id: string;
  slug: string;
  version: number;
  kind: ContentKind;
  /** First publication; of a draft the time of looking at it. */
  publishedAt: Instant;
  draft: ContentDraft;
}

const BANDS: readonly NpsBand[] = ['detractor', 'passive', 'promoter'];

/**
 * The content in one language, as the widget gets it. A missing translation falls back to the default language.
 *
 * @param variant - Which variant of it; the base where there is none such.
 */
export function renderContent(
  { id, slug, version, kind, publishedAt, draft: whole }: Rendered,
  locale: string,
  variant: VariantKey | null = null,
): PublishedContent {
  const draft = asVariant(whole, variant);
  const isThere = variant !== null && whole.variants?.[variant] !== undefined;
  const edition = editionOf({ version, variant: isThere ? variant : null });
  const say = (text: LocalizedText) => textIn(text, locale, draft.defaultLocale);
  const byBand = <T>(of: (band: NpsBand) => T) =>
    Object.fromEntries(BANDS.map((band) => [band, of(band)])) as Record<NpsBand, T>;
  const actionOf = (action: StepAction | null) => action && { label: say(action.label), url: action.url };
  const base = { id, slug, version: edition, lang: draft.body.title[locale] ? locale : draft.defaultLocale };

  switch (kind) {
    case 'checklist': {
      const body = draft.body as ChecklistBody;
      return {
        ...base,
        kind,
        title: say(body.title),
        intro: richText(say(body.intro)),
        steps: body.steps.map((step) => ({
          key: step.key,
          title: say(step.title),
          body: richText(say(step.body)),
          action: actionOf(step.action),
          manual: step.completeWhen === null && step.owner === 'customer',
          optional: step.optional,
          owner: step.owner,
        })),
        progressOf: body.progressOf,
        celebration: say(body.celebration),
      };
    }
    case 'survey': {
      const body = draft.body as SurveyBody;
      return {
        ...base,
        kind,
        title: say(body.title),
        questions: body.questions.map((question) => renderQuestion(question, say)),
        followUps: byBand((band) => {
          const text = body.followUps[band];
          return text && say(text);
        }),
        endings: byBand((band) => say(body.endings[band])),
        ...(body.ending && { ending: say(body.ending) }),
      };
    }
    case 'resource': {
      const body = draft.body as ResourceBody;
      return {
        ...base,
        kind,
        type: body.type,
        title: say(body.title),
        summary: say(body.summary),
        body: richText(say(body.body)),
        section: say(body.section),
        tags: body.tags,
        ...(body.url && { url: body.url }),
        ...(body.startsAt && { startsAt: body.startsAt }),
        ...(body.endsAt && { endsAt: body.endsAt }),
        ...(body.recordingUrl && { recordingUrl: body.recordingUrl }),
      };
    }
    case 'announcement': {
      const body = draft.body as AnnouncementBody;
      return {
        ...base,
        kind,
        mode: body.mode,
        title: say(body.title),
        body: richText(say(body.body)),
        action: actionOf(body.action),
        publishedAt: visibleSince({ publishedAt, startsAt: draft.delivery.startsAt }),
      };
    }
  }
}

function renderQuestion(question: SurveyQuestion, say: (text: LocalizedText) => string): PublishedQuestion {
  const { key, required, next } = question;
  const asked = { key, text: say(question.text), required, ...(next?.length && { next }) };
  switch (question.type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'rating': {
      const { low, high } = question.labels;
      return { ...asked, type: question.type, labels: { low: say(low), high: say(high) } };
    }
    case 'choice':
    case 'choices':
      return {
        ...asked,
        type: question.type,
        options: question.options.map((option) => ({ key: option.key, text: say(option.text) })),
        other: question.other && say(question.other),
        random: question.random,
      };
    case 'text':
    case 'statement':
      return { ...asked, type: question.type };
    default:
      return question satisfies never;
  }
}
