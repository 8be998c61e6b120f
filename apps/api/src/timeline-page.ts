import { account } from '@banso/contract';
import {
  contents,
  type Db,
  decodeCursor,
  encodeCursor,
  timeline,
  type TimelineOf,
  type TimelineRecord,
} from '@banso/database';
import type { ChecklistBody } from '@banso/domain/content';
import { textIn } from '@banso/domain/content';

type Detail = Record<string, string | number | boolean | null>;

/** What a sentence about each kind of fact needs of its payload. */
const SAID: Readonly<Record<(typeof account.TIMELINE_TYPES)[number], readonly string[]>> = {
  track: ['name'],
  step_completed: ['step'],
  step_reopened: ['step'],
  content_shown: ['surface'],
  content_dismissed: ['optOut', 'reason'],
  content_snoozed: ['until'],
  survey_answered: ['question', 'value'],
  survey_completed: [],
  resource_opened: [],
  resource_rated: ['helpful'],
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
  return {
    data: records.flatMap(({ id, at, type, contact, content, payload }) => {
      if (!isKind(type)) return [];
      const detail: Detail = {};
      for (const name of SAID[type]) if (isPlain(payload[name])) detail[name] = payload[name];
      const title =
        content && typeof detail['step'] === 'string' ? titleOf(content.id, detail['step']) : undefined;
      if (title) detail['title'] = title;
      return [
        { id, at, type, contact: contact && { id: contact.id, name: contact.name ?? '' }, content, detail },
      ];
    }),
    nextCursor:
      found.length > limit && last ? encodeCursor('timeline', { value: last.at, id: last.id }) : null,
  };
}

/** The titles of the steps in these records, as the checklists word them today. */
async function stepTitles(db: Db, workspaceId: string, records: readonly TimelineRecord[]) {
  const titles = new Map<string, string>();
  const ids = new Set(records.flatMap(({ content }) => (content?.kind === 'checklist' ? [content.id] : [])));
  for (const id of ids) {
    const checklist = await contents.find(db, workspaceId, 'checklist', id);
    if (!checklist) continue;
    const { body, defaultLocale } = checklist.draft;
    for (const step of (body as ChecklistBody).steps)
      titles.set(`${id} ${step.key}`, textIn(step.title, defaultLocale, defaultLocale));
  }
  return (contentId: string, step: string) => titles.get(`${contentId} ${step}`);
}
