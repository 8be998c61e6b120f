import { account } from '@banso/contract';
import {
  contents,
  type ContentDraft,
  type Db,
  decodeCursor,
  encodeCursor,
  timeline,
  type TimelineOf,
  type TimelineRecord,
} from '@banso/database';
import type { ChecklistBody, SurveyBody } from '@banso/domain/content';
import { bodiesOf, bodyOf, optionText, textIn } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import { VARIANTS } from '@banso/domain/experiment';

type Detail = Record<string, string | number | boolean | null>;

/** What a sentence about each kind of fact needs of its payload. */
const SAID: Readonly<Record<(typeof account.TIMELINE_TYPES)[number], readonly string[]>> = {
  track: ['name'],
  step_completed: ['step'],
  step_reopened: ['step'],
  content_shown: ['surface'],
  content_dismissed: ['optOut', 'reason'],
  content_snoozed: ['until'],
  survey_answered: ['question', 'value', 'other'],
  survey_completed: [],
  resource_opened: [],
  resource_rated: ['helpful'],
  message_sent: [],
  erasure_requested: [],
  erasure_withdrawn: [],
};

const isKind = (type: string): type is (typeof account.TIMELINE_TYPES)[number] => type in SAID;
const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** A page of what happened with a person or a company, newest first, in the form of the contract. */
export async function timelinePage(
  db: Db,
  workspaceId: string,
  of: TimelineOf,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? undefined : decodeCursor('timeline', 'string', cursor);
  const found = await timeline.list(db, workspaceId, of, account.TIMELINE_TYPES, {
    after: after && { at: `${after.value}`, id: after.id },
    limit: limit + 1,
  });
  const records = found.slice(0, limit);
  const last = records.at(-1);
  const titleOf = await stepTitles(db, workspaceId, records);
  const answerOf = await answerWords(db, workspaceId, records);
  return {
    data: records.flatMap(({ id, at, type, contact, content, payload }) => {
      if (!isKind(type)) return [];
      const detail: Detail = {};
      for (const name of SAID[type]) if (isPlain(payload[name])) detail[name] = payload[name];
      const title =
        content && typeof detail['step'] === 'string'
          ? titleOf(content.id, detail['step'], variantIn(payload))
          : undefined;
      if (title) detail['title'] = title;
      if (content && type === 'survey_answered') Object.assign(detail, answerOf(content.id, payload));
      return [
        { id, at, type, contact: contact && { ...contact, name: contact.name ?? '' }, content, detail },
      ];
    }),
    nextCursor:
      found.length > limit && last ? encodeCursor('timeline', { value: last.at, id: last.id }) : null,
  };
}

const titleKey = (contentId: string, variant: VariantKey | null, step: string): string =>
  `${contentId} ${variant ?? ''} ${step}`;

/** Which variant a fact is about; null: the base. */
const variantIn = ({ variant }: TimelineRecord['payload']): VariantKey | null =>
  VARIANTS.find((key) => key === variant) ?? null;

/** The titles of the steps in these records, as the checklists word them today. */
async function stepTitles(db: Db, workspaceId: string, records: readonly TimelineRecord[]) {
  const titles = new Map<string, string>();
  const ids = new Set(records.flatMap(({ content }) => (content?.kind === 'checklist' ? [content.id] : [])));
  for (const id of ids) {
    const checklist = await contents.find(db, workspaceId, 'checklist', id);
    if (!checklist) continue;
    const { defaultLocale } = checklist.draft;
    for (const { variant, body } of bodiesOf(checklist.draft))
      for (const step of (body as ChecklistBody).steps)
        titles.set(titleKey(id, variant, step.key), textIn(step.title, defaultLocale, defaultLocale));
  }
  return (contentId: string, step: string, variant: VariantKey | null) =>
    titles.get(titleKey(contentId, variant, step)) ?? titles.get(titleKey(contentId, null, step));
}

/** Of each answer the type of its question, and of a choice what was chosen in words, as the version that was answered has them. */
async function answerWords(db: Db, workspaceId: string, records: readonly TimelineRecord[]) {
  const drafts = new Map<string, ContentDraft | undefined>();
  for (const { content, type, payload } of records) {
    if (!content || type !== 'survey_answered') continue;
    const version = Number(payload['version']);
    const key = `${content.id} ${version}`;
    if (!drafts.has(key))
      drafts.set(key, (await contents.findVersion(db, workspaceId, content.id, version))?.draft);
  }
  return (contentId: string, payload: TimelineRecord['payload']): Detail => {
    const draft = drafts.get(`${contentId} ${Number(payload['version'])}`);
    const body = draft && bodyOf(draft, variantIn(payload));
    const asked = body && (body as SurveyBody).questions.find(({ key }) => key === payload['question']);
    if (!asked) return {};
    const { value } = payload;
    if (!('options' in asked) || !Array.isArray(value)) return { type: asked.type };
    const chosen = value.map(
      (key) => textIn(optionText(asked, `${key}`), draft.defaultLocale, draft.defaultLocale) || `${key}`,
    );
    return { type: asked.type, value: null, chosen: chosen.join(' · ') };
  };
}
