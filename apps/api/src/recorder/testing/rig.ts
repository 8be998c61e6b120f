import type { report } from '@banso/contract';
import type { ContentDraft, Database, Dialect } from '@banso/database';
import { contents, workspaces } from '@banso/database';
import { aWorkspace, openTestDatabase } from '@banso/database/testing';
import type {
  AnnouncementBody,
  ChecklistBody,
  ChecklistStep,
  ContentBodies,
  ContentKind,
  ResourceBody,
  SurveyBody,
} from '@banso/domain/content';
import type { FatigueBudget } from '@banso/domain/decide';
import { defaultDelivery } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { addMs } from '@banso/domain/time';
import { fakeClock, type FakeClock } from '@banso/testkit';
import { uuidv7 } from 'uuidv7';
import type { Live } from '../../live.ts';
import type { PublishedContents } from '../../published-contents.ts';
import { publishedContents } from '../../published-contents.ts';
import { createRecorder } from '../create-recorder.ts';
import type { Arrival, Fact, Recorder, Source } from '../recorder.ts';

/** Noon on a Monday; tests count from here. */
export const START: Instant = '2026-03-02T12:00:00.000Z';

/** Of every rig: people who were erased are known again by it. */
export const RIG_SECRET = 'a-secret-for-rigs-only-0123456789';

/** A recorder on a database of its own, with a clock that the test moves. */
export interface Rig {
  database: Database;
  recorder: Recorder;
  clock: FakeClock;
  workspaceId: string;
  /** What the console heard, in order. */
  heard: report.LiveEvent[];
  /** Publishes the next version of a content; makes it when it is not there. */
  publish: (content: TestContent) => Promise<void>;
  /** Changes rules of the fatigue budget. */
  budget: (rules: Partial<FatigueBudget>) => Promise<void>;
  /** Puts other tags on a content. */
  tag: (id: string, tags: readonly string[]) => Promise<void>;
  /** Another recorder on the same database, as another process would have it. */
  another: () => Recorder;
  live: Live;
  published: PublishedContents;
  close: () => Promise<void>;
}

/** A content as a test states it. */
export interface TestContent {
  id: string;
  kind: ContentKind;
  body: ContentBodies[ContentKind];
  variants?: ContentDraft['variants'];
  delivery?: Partial<ContentDraft['delivery']>;
  tags?: readonly string[];
  status?: 'published' | 'paused' | 'archived';
}

const silent = (heard: report.LiveEvent[]): Live => ({
  publish: (_, event) => void heard.push(event),
  subscribe: () => () => undefined,
});

/** Opens a database with one workspace in it. */
export async function openRig(dialect: Dialect, options: { poolSize?: number } = {}): Promise<Rig> {
  return rigOn(await openTestDatabase(dialect, options));
}

/** A recorder and a new workspace on a database that is there. */
export async function rigOn(database: Database): Promise<Rig> {
  const { workspaceId } = await aWorkspace(database);
  const clock = fakeClock(START);
  const heard: report.LiveEvent[] = [];
  const live = silent(heard);
  const recorders: Recorder[] = [];
  const views: PublishedContents[] = [];
  const make = () => {
    const published = publishedContents({ database, live, clock });
    const recorder = createRecorder({ database, published, live, clock, newId: testId, secret: RIG_SECRET });
    recorders.push(recorder);
    views.push(published);
    return { recorder, published };
  };
  return {
    database,
    ...make(),
    live,
    clock,
    workspaceId,
    heard,
    async publish(content) {
      await publishContent(database, workspaceId, content, clock.now());
      for (const view of views) view.invalidate(workspaceId);
    },
    async budget(rules) {
      await changeBudget(database, workspaceId, rules, clock.now());
      for (const view of views) view.invalidate(workspaceId);
    },
    async tag(id, tags) {
      await database.forWorkspace(workspaceId).write(async (db) => {
        const [record] = await contents.listByIds(db, workspaceId, [id]);
        const by = { at: clock.now(), member: null };
        await contents.update(db, workspaceId, id, record?.revision ?? 0, { tags }, by);
      });
      for (const view of views) view.invalidate(workspaceId);
    },
    another: () => make().recorder,
    async close() {
      await Promise.all(recorders.map((recorder) => recorder.close()));
      await database.close();
    },
  };
}

/** Ids as the service makes them. */
export const testId = (prefix?: string): string =>
  prefix === undefined ? uuidv7() : `${prefix}_${uuidv7()}`;

/** Changes rules of a workspace's fatigue budget. */
export async function changeBudget(
  { control }: Database,
  workspaceId: string,
  rules: Partial<FatigueBudget>,
  at: Instant,
): Promise<void> {
  const workspace = await workspaces.find(control, workspaceId);
  if (!workspace) throw new RangeError(`No workspace ${workspaceId}`);
  const fatigue = { ...workspace.fatigue, ...rules };
  await workspaces.update(control, workspaceId, workspace.updatedAt, { fatigue }, at);
}

/** Publishes the next version of a content; makes it when it is not there. */
export async function publishContent(
  database: Database,
  workspaceId: string,
  content: TestContent,
  at: Instant,
): Promise<void> {
  const draft: ContentDraft = {
    defaultLocale: 'en',
    locales: ['en'],
    delivery: { ...defaultDelivery(content.kind), ...content.delivery },
    body: content.body,
    ...(content.variants && { variants: content.variants }),
  };
  await database.forWorkspace(workspaceId).write(async (db) => {
    const known = await contents.find(db, workspaceId, content.kind, content.id);
    const version = (known?.version ?? 0) + 1;
    const base = { id: content.id, kind: content.kind, slug: content.id.replace('_', '-'), name: content.id };
    const empty = {
      version: null,
      publishedAt: null,
      edited: false,
      updatedBy: null,
      revision: 1,
      draftedBy: null,
      draftRevision: 1,
      lastVersion: 0,
      startsAt: null,
      endsAt: null,
      next: null,
      tags: content.tags ?? [],
    };
    if (!known)
      await contents.create(db, workspaceId, {
        ...base,
        ...empty,
        draft,
        status: 'draft',
        createdAt: at,
        updatedAt: at,
      });
    await contents.addVersion(db, workspaceId, {
      contentId: content.id,
      version,
      draft,
      publishedAt: at,
      publishedBy: null,
      note: '',
      staying: [],
    });
    const change = {
      draft,
      version,
      lastVersion: version,
      status: content.status ?? 'published',
      publishedAt: known?.publishedAt ?? at,
    } as const;
    await contents.update(db, workspaceId, content.id, known?.revision ?? 1, change, { at, member: null });
  });
}

const text = (words: string) => ({ en: words });

/** A survey: NPS with follow-ups, then an optional text question. */
export function aSurvey(over: Partial<SurveyBody> = {}): SurveyBody {
  const band = {
    detractor: text('What went wrong?'),
    passive: text('What is missing?'),
    promoter: text('What do you like?'),
  };
  return {
    title: text('How are we doing?'),
    questions: [
      {
        key: 'score',
        type: 'nps',
        text: text('Would you recommend us?'),
        required: false,
        labels: { low: text('No'), high: text('Yes') },
      },
      { key: 'more', type: 'text', text: text('Anything else?'), required: false },
    ],
    followUps: band,
    endings: { detractor: text('Thanks'), passive: text('Thanks'), promoter: text('Thanks') },
    ...over,
  };
}

/**
 * Every type of question, branching: after a bad mark the reason is asked, and who says that it was the price is asked for the
 * score and then for nothing else.
 */
export function aBranchingSurvey(): SurveyBody {
  const labels = { low: text('Low'), high: text('High') };
  const options = (...keys: string[]) => keys.map((key) => ({ key, text: text(`The ${key}`) }));
  const asked = (key: string) => ({ key, text: text(`About ${key}?`), required: false });
  return aSurvey({
    questions: [
      { ...asked('hello'), type: 'statement' },
      {
        ...asked('csat'),
        type: 'csat',
        labels,
        next: [{ when: { type: 'between', low: 4, high: 5 }, to: 'uses' }],
      },
      {
        ...asked('why'),
        type: 'choice',
        options: options('price', 'speed'),
        other: null,
        random: false,
        next: [{ when: { type: 'chosen', options: ['price'] }, to: 'score' }],
      },
      {
        ...asked('uses'),
        type: 'choices',
        options: options('export', 'search'),
        other: text('Something else'),
        random: true,
      },
      { ...asked('effort'), type: 'ces', labels, next: [{ when: { type: 'any' }, to: null }] },
      { ...asked('score'), type: 'nps', labels },
    ],
  });
}

/** One step of a checklist, ticked by the person unless it says otherwise. */
export function aStep(key: string, over: Partial<ChecklistStep> = {}): ChecklistStep {
  return {
    key,
    title: text(key),
    body: text(''),
    action: null,
    completeWhen: null,
    requires: [],
    optional: false,
    visibleWhen: null,
    dueInDays: null,
    owner: 'customer',
    ...over,
  };
}

/** A checklist with these steps. */
export function aChecklist(
  steps: readonly ChecklistStep[],
  over: Partial<ChecklistBody> = {},
): ChecklistBody {
  return {
    title: text('First steps'),
    intro: text(''),
    steps,
    ordered: false,
    progressOf: 'contact',
    celebration: text('Done'),
    ...over,
  };
}

/** An article. */
export function aResource(over: Partial<ResourceBody> = {}): ResourceBody {
  return {
    type: 'article',
    title: text('Guide'),
    summary: text(''),
    body: text('Read me'),
    section: text('Basics'),
    tags: [],
    ...over,
  };
}

/** A badge without an action. */
export function anAnnouncement(over: Partial<AnnouncementBody> = {}): AnnouncementBody {
  return { title: text('News'), body: text('Read me'), action: null, mode: 'badge', ...over };
}

/** Somebody with a valid token who opens a page. */
export function anArrival(workspaceId: string, externalId: string, over: Partial<Arrival> = {}): Arrival {
  return {
    workspaceId,
    identity: 'verified',
    externalId,
    traits: {},
    signedTraits: {},
    account: undefined,
    locale: 'en',
    timeZone: 'Asia/Tokyo',
    pageUrl: 'https://app.example/home',
    session: { tokenHash: testId('hash'), expiresAt: addMs(START, 1_800_000) },
    ...over,
  };
}

/** Lets somebody arrive, and answers under whose name their facts come. */
export async function aSource(rig: Rig, externalId: string, over: Partial<Arrival> = {}): Promise<Source> {
  const arrival = anArrival(rig.workspaceId, externalId, over);
  const arrived = await rig.recorder.arrive(arrival);
  return {
    workspaceId: rig.workspaceId,
    ...arrived,
    verified: arrival.identity === 'verified',
    locale: arrival.locale,
  };
}

type Event = Fact['event'];
type Said<T extends Event['type']> = Omit<Extract<Event, { type: T }>, 'id' | 'at' | 'type'>;

/** A fact that happens now, or at `at`; its id is new unless it is given. */
export function aFact<T extends Event['type']>(
  rig: Rig,
  type: T,
  said: Said<T>,
  { id = uuidv7(), at = rig.clock.now() }: { id?: string; at?: Instant } = {},
): Fact {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type and what it says come from the same union
  return { event: { ...said, id, at, type } as unknown as Event, occurredAt: at };
}
