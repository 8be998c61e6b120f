import type { PublishedContent } from '@banso/contract';
import type { ContentDraft } from '@banso/database';
import {
  type ChecklistBody,
  type ContentKind,
  type LocalizedText,
  type ResourceBody,
  type SurveyBody,
  textIn,
} from '@banso/domain/content';
import type { NpsBand } from '@banso/domain/statistics';
import { richText } from './rich-text.ts';

/** A content's identity beside its draft. */
export interface Rendered {
  id: string;
  slug: string;
  version: number;
  kind: ContentKind;
  draft: ContentDraft;
}

const BANDS: readonly NpsBand[] = ['detractor', 'passive', 'promoter'];

/** The content in one language, as the widget gets it. A missing translation falls back to the default language. */
export function renderContent(
  { id, slug, version, kind, draft }: Rendered,
  locale: string,
): PublishedContent {
  const say = (text: LocalizedText) => textIn(text, locale, draft.defaultLocale);
  const byBand = <T>(of: (band: NpsBand) => T) =>
    Object.fromEntries(BANDS.map((band) => [band, of(band)])) as Record<NpsBand, T>;
  const base = { id, slug, version, lang: draft.body.title[locale] ? locale : draft.defaultLocale };

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
          action: step.action && { label: say(step.action.label), url: step.action.url },
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
        questions: body.questions.map((question) =>
          question.type === 'nps'
            ? {
                key: question.key,
                type: 'nps',
                text: say(question.text),
                required: question.required,
                labels: { low: say(question.labels.low), high: say(question.labels.high) },
              }
            : { key: question.key, type: 'text', text: say(question.text), required: question.required },
        ),
        followUps: byBand((band) => {
          const text = body.followUps[band];
          return text && say(text);
        }),
        endings: byBand((band) => say(body.endings[band])),
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
  }
}
