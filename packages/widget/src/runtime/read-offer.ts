import type { PublishedContent, PublishedFile, widgetApi } from '@banso/contract';

/** The changing half of a session: what is on offer for this person now. A session that opens also says what it does not change. */
export type Offer = Pick<
  widgetApi.SyncResponse,
  'show' | 'held' | 'progress' | 'unread' | 'messages' | 'content'
> &
  Partial<Pick<widgetApi.SessionResponse, 'preferences' | 'languages' | 'theme'>>;

/**
 * Whether a value has at least the shape of an example: the same types under the same names, each item of a list like the
 * example's first, each value of a record like the example's value under `*`.
 */
export function fits(value: unknown, like: unknown): boolean {
  if (typeof like !== 'object') return typeof value === typeof like;
  if (Array.isArray(like))
    return Array.isArray(value) && like.every((example) => value.every((item) => fits(item, example)));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = value as Record<string, unknown>;
  return Object.entries(like as Record<string, unknown>).every(([name, example]) =>
    name === '*' ? Object.values(fields).every((field) => fits(field, example)) : fits(fields[name], example),
  );
}

const STEP = { key: '', state: '', current: true, lockedBy: [''] };
const OFFER = {
  show: [{ contentId: '', version: 0, kind: '', surface: '', when: { delaySeconds: 0, pages: [''] } }],
  held: { '*': '' },
  progress: { '*': { steps: [STEP], done: 0, total: 0 } },
  unread: 0,
  content: { url: '' },
} as const;

/**
 * What a server answered, if it can be drawn from; a proxy's page or a broken answer never reaches the elements, nor does the key to
 * the session, or what became of facts.
 */
export function readOffer(body: unknown): Offer | undefined {
  if (!fits(body, OFFER)) return undefined;
  const { session, accepted, refused, ...offer } = body as Offer & Record<string, unknown>;
  return offer;
}

/** Whether the answer says what became of the events of a batch. */
export function isSyncAnswer(body: unknown): body is widgetApi.SyncResponse {
  return fits(body, { accepted: [''], refused: [{ id: '', code: '', message: '' }] });
}

/** The list that each kind of content cannot be drawn without. */
const LISTS: Readonly<Record<string, string>> = {
  checklist: 'steps',
  survey: 'questions',
  resource: 'tags',
  announcement: 'body',
};
const CONTENT = { id: '', kind: '', slug: '', version: 0, lang: '', title: '' };

/** The contents of a published file that can be drawn, by id; undefined when it is no such file. */
export function readFile(body: unknown): Record<string, PublishedContent> | undefined {
  if (!fits(body, { contents: [{}] })) return undefined;
  const { contents } = body as PublishedFile;
  const good = contents.filter((content) => fits(content, { ...CONTENT, [LISTS[content.kind] ?? '']: [] }));
  return Object.fromEntries(good.map((content) => [content.id, content]));
}
