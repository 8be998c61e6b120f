import type { Theme } from '@banso/contract/theme';
import type { contentTemplate, PublishedContent, PublishedQuestion } from '@banso/contract';
import type { ContentFile } from '@banso/contract/as-code';
import type * as editorial from '@banso/contract/editorial';
import type { SurveyPacing } from '@banso/contract/pacing';
import {
  type AnnouncementBody,
  type ChecklistBody,
  type ContentKind,
  knownTags,
  publishProblems,
  type ResourceBody,
  type SurveyBody,
  tagKey,
  textIn,
  withTags,
} from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import { completeness } from '@banso/domain/translation';
import { vi } from 'vitest';
import type { ContentRecord, ContentVersion, Draft } from '../model/content-draft.ts';
import { anId } from './drafts.ts';

const KINDS: Readonly<Record<string, ContentKind>> = {
  checklists: 'checklist',
  surveys: 'survey',
  resources: 'resource',
  announcements: 'announcement',
};
const PERSON = { id: anId('mem'), name: 'Mika Hayashi' };

/** A content as the stand-in keeps it. */
interface Kept {
  kind: ContentKind;
  record: ContentRecord;
  revision: number;
  versions: ContentVersion[];
}

/** The content part of the API at the edge of the network: guards with ETags, refuses like the real one, can be away. */
export class StandIn {
  contents: Kept[] = [];
  participants: unknown[] = [];
  /** Undefined: they cannot be read. */
  templates: (contentTemplate.Template & { draft: Draft })[] | undefined = [];
  /** What becomes of a translated file. */
  imported: (kept: { record: ContentRecord }, file: string, query: URLSearchParams) => object | Response =
    () => ({});
  /** What an import of files into another workspace answers. */
  copied: (request: { files: ContentFile[]; replace: unknown[] }, dryRun: boolean) => object | Response =
    () => ({});
  comments: editorial.Comment[] = [];
  log: editorial.LogEntry[] = [];
  /** What the checks before a publication say. */
  checks: object = { problems: [], warnings: [], midway: null };
  /** What a publication would make of the days ahead. Undefined: it cannot be told. */
  outlook: object | undefined = {
    from: '2026-11-22T00:00:00.000Z',
    to: '2026-12-06T00:00:00.000Z',
    opens: false,
    people: { looked: 0, of: 0, expected: 0 },
    visits: 0,
    asked: { people: 0, times: 0 },
    held: {},
    displaced: [],
  };
  /** What is behind the links. Undefined: it cannot be told. */
  links: object | undefined = { state: 'checked', checked: 0, unchecked: 0, findings: [] };
  /** What is told of an experiment. */
  experiment: object = {
    experiment: null,
    startedAt: null,
    endedAt: null,
    isMixed: false,
    asOf: '2026-11-22',
    scale: null,
    readout: null,
  };
  /** How far a survey is with what paces it. */
  pacing: SurveyPacing = { answered: { total: 0, inWave: null }, wave: null, openTransactions: null };
  /** Themes of the workspace. */
  themes: readonly Theme[] = [];
  /** Every request that changes something, oldest first. */
  writes: { method: string; path: string; body: unknown }[] = [];
  isAway = false;
  /** Whatever asks waits for this. */
  answersAfter: Promise<void> | undefined;
  #tick = 0;
  static #busy = 0;

  /**
   * Resolves when nothing is asked any more: what a page still saves when it is left must not reach the next test. Reading
   * an answer takes a few turns of the event loop, so it has to be quiet for some of them.
   */
  static async quiet(): Promise<void> {
    for (let turns = 0; turns < 5; turns = StandIn.#busy === 0 ? turns + 1 : 0)
      await new Promise((go) => setTimeout(go));
  }

  /** Who is in an audience that is asked about. */
  reach: (question: unknown) => object = () => ({
    people: 0,
    matching: 0,
    accounts: 0,
    left: [],
    matched: [],
    others: [],
  });

  /** Takes the place of `fetch` until the test ends. */
  install(): this {
    vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
      StandIn.#busy += 1;
      try {
        return await this.#answer(
          new URL(input instanceof Request ? input.url : input, location.origin),
          init,
        );
      } finally {
        StandIn.#busy -= 1;
      }
    });
    return this;
  }

  /** Puts a content on the shelf; with `published` it is live in that version. */
  add(kind: ContentKind, record: ContentRecord, published?: Draft): Kept {
    const versions = published
      ? [
          {
            version: record.version ?? 1,
            publishedAt: '2026-11-02T09:00:00.000Z',
            publishedBy: PERSON,
            staying: [],
            note: '',
            draft: published,
          },
        ]
      : [];
    const kept = { kind, record, revision: 1, versions };
    this.contents.push(kept);
    return kept;
  }

  /** Somebody else changes the draft. */
  changeElsewhere(id: string, change: (draft: Draft) => Draft): void {
    const kept = this.contents.find(({ record }) => record.id === id);
    if (!kept) throw new Error(`No ${id}`);
    kept.record = {
      ...kept.record,
      draft: change(kept.record.draft),
      updatedBy: { id: anId('mem', 2), name: 'Ren' },
    };
    this.#touch(kept);
  }

  #touch(kept: Kept): void {
    this.#tick += 1;
    kept.revision += 1;
    kept.record = {
      ...kept.record,
      updatedAt: new Date(Date.UTC(2026, 10, 22) + this.#tick * 1_000).toISOString(),
    };
  }

  async #answer(url: URL, init: RequestInit = {}): Promise<Response> {
    await this.answersAfter;
    if (this.isAway) throw new TypeError('Failed to fetch');
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    if (url.pathname.endsWith('/editing')) return new Response(null, { status: 204 });
    const isAsked = url.pathname.endsWith('/preview') || url.pathname.endsWith('/link-checks');
    if (method !== 'GET' && !isAsked) this.writes.push({ method, path: url.pathname, body });
    const [, noun = '', id, act] = /^\/v1\/([a-z-]+)(?:\/([^/]+))?(?:\/([a-z-]+))?$/.exec(url.pathname) ?? [];
    const kind = KINDS[noun];
    if (noun === 'exports')
      return json({
        files: this.contents.map(({ kind: of, record }) => ({
          path: `${of}s/${record.slug}.yaml`,
          text: '',
        })),
        missing: [],
        ownIds: [],
      });
    if (noun === 'imports') {
      const answer = this.copied(body as never, url.searchParams.get('dryRun') === 'true');
      return answer instanceof Response ? answer : json(answer);
    }
    if (noun === 'themes') return json({ data: this.themes });
    if (noun === 'segments') return json(method === 'GET' ? { data: [] } : this.reach(body));
    if (noun === 'content-tags') return this.#tags(method, body);
    if (noun === 'content-templates') return this.#template(id, url);
    if (!kind) return id === undefined ? json({ data: [], nextCursor: null }) : json(NOTHING_SEEN);
    if (id === undefined)
      return method === 'GET'
        ? this.#list(kind, url)
        : this.#create(kind, body as { name: string; draft?: Draft; template?: string });
    if (id === 'preview') return json({ content: drawn(kind, body as { draft: Draft; locale: string }) });
    const kept = this.contents.find(({ record }) => record.id === id);
    return kept
      ? this.#one(kept, method, act, body, new Headers(init.headers), url)
      : problem(404, 'not_found');
  }

  #template(id: string | undefined, url: URL): Response {
    if (!this.templates) return problem(503, 'unavailable');
    const found = this.templates.find((template) => template.id === id);
    if (id !== undefined) return found ? json(found) : problem(404, 'not_found');
    return json({ data: this.templates.filter(({ kind }) => kind === url.searchParams.get('kind')) });
  }

  #tags(method: string, body: unknown): Response {
    if (method === 'GET') return json({ data: knownTags(this.contents.map(({ record }) => record.tags)) });
    const { contents: ids, ...change } = body as { contents: string[]; add: string[]; remove: string[] };
    const asked = this.contents.filter(({ record }) => ids.includes(record.id));
    for (const kept of asked) {
      kept.record = { ...kept.record, tags: withTags(kept.record.tags, change) };
      this.#touch(kept);
    }
    return json({ data: asked.map(({ record: { id, tags } }) => ({ id, tags })) });
  }

  #list(kind: ContentKind, url: URL): Response {
    const tag = url.searchParams.get('tag');
    const status = url.searchParams.get('status');
    return json({
      data: this.contents
        .filter(
          (kept) =>
            kept.kind === kind &&
            (status === null ? kept.record.status !== 'archived' : kept.record.status === status),
        )
        .filter(({ record }) => tag === null || record.tags.some((each) => tagKey(each) === tagKey(tag)))
        .map(shown)
        .filter(({ translations }) => {
          const wanted = translations.find(({ locale }) => locale === url.searchParams.get('incompleteIn'));
          return !url.searchParams.has('incompleteIn') || (wanted && wanted.written < wanted.total);
        }),
      nextCursor: null,
    });
  }

  #create(
    kind: ContentKind,
    { name, draft, template }: { name: string; draft?: Draft; template?: string },
  ): Response {
    const like = this.contents.find((kept) => kept.kind === kind);
    const start = this.templates?.find(({ id }) => id === template);
    const given = draft ?? start?.draft ?? like?.record.draft;
    if (!given) throw new Error('The stand-in starts from nothing but an existing content of the kind');
    const id = anId(
      ({ checklist: 'chk', survey: 'srv', resource: 'res', announcement: 'ann' } as const)[kind],
      100 + this.contents.length,
    );
    const kept = this.add(kind, {
      ...BLANK,
      id,
      slug: `content-${this.contents.length}`,
      name,
      defaultLocale: given.defaultLocale,
      locales: [...given.locales],
      draft: given,
    });
    return this.#record(kept, 201);
  }

  #one(
    kept: Kept,
    method: string,
    act: string | undefined,
    body: unknown,
    headers: Headers,
    url: URL,
  ): Response {
    if (method === 'GET') {
      if (act === 'versions') {
        const limit = Number(url.searchParams.get('limit') ?? 50);
        return json({ data: kept.versions.toReversed().slice(0, limit), nextCursor: null });
      }
      if (act === 'checks') return json(this.checks);
      if (act === 'outlook') return this.outlook ? json(this.outlook) : problem(503, 'unavailable');
      if (act === 'experiment') return json(this.experiment);
      if (act === 'pacing') return json(this.pacing);
      if (act === 'comments') return json({ data: this.comments, nextCursor: null });
      if (act === 'log') return json({ data: this.log, nextCursor: null });
      return act === 'participants'
        ? json({ data: this.participants, nextCursor: null })
        : this.#record(kept);
    }
    if (act === 'link-checks') return this.links ? json(this.links) : problem(503, 'unavailable');
    if (method === 'DELETE') {
      this.contents = this.contents.filter((each) => each !== kept);
      return new Response(null, { status: 204 });
    }
    if (act === 'comments') {
      const { text, path = null } = body as { text: string; path?: string };
      const said = { text, path, author: PERSON, createdAt: '2026-11-22T00:00:00.000Z' };
      const id = `cmt_0192f0c1-${`${this.comments.length}`.padStart(4, '0')}-7abc-8def-0123456789ab`;
      this.comments = [{ id, ...said, resolvedAt: null, resolvedBy: null }, ...this.comments];
      return json(this.comments[0], 201);
    }
    if (act === 'duplicate')
      return this.#create(kept.kind, { name: `${kept.record.name} (2)`, draft: kept.record.draft });
    if (headers.get('if-match') !== `"r${kept.revision}"`) return problem(412, 'precondition_failed');
    if (act === 'translations') {
      const answer = this.imported(kept, (body as { text: string }).text, url.searchParams);
      if (url.searchParams.get('dryRun') !== 'true') this.#touch(kept);
      return answer instanceof Response ? answer : json(answer, 200, { etag: `"r${kept.revision}"` });
    }
    return this.#change(
      kept,
      method,
      act,
      body as {
        draft?: Draft;
        name?: string;
        tags?: string[];
        note?: string;
        version?: number;
        startsAt?: string;
        comment?: string;
        variant?: string;
      },
    );
  }

  #change(
    kept: Kept,
    method: string,
    act: string | undefined,
    body: {
      draft?: Draft;
      name?: string;
      tags?: string[];
      note?: string;
      version?: number;
      startsAt?: string;
      comment?: string;
      variant?: string;
    },
  ): Response {
    const { record } = kept;
    if (method === 'PATCH')
      kept.record = {
        ...record,
        ...(body.draft && { draft: body.draft, edited: true }),
        ...(body.name !== undefined && { name: body.name }),
        ...(body.tags && { tags: body.tags }),
      };
    else if (act === 'winner') {
      const { variants, delivery, ...draft } = record.draft;
      const { experiment: _, ...others } = delivery;
      const won = variants?.[body.variant as VariantKey] ?? draft.body;
      kept.record = { ...record, edited: true, draft: { ...draft, delivery: others, body: won } };
    } else if (act === 'publish' || act === 'schedule') {
      const problems = publishProblems(kept.kind, record.draft);
      if (problems.length > 0)
        return problem(
          422,
          'not_publishable',
          problems.map(({ path, code }) => ({ path: `draft.${path}`, code, message: code })),
        );
      this.#publish(
        kept,
        record.draft,
        body.note ?? '',
        body.startsAt === undefined ? 'published' : 'scheduled',
      );
    } else if (act === 'rollback') {
      const version = kept.versions.find((each) => each.version === body.version);
      if (!version) return problem(404, 'not_found');
      this.#publish(kept, version.draft, `v${version.version}`, 'published');
    } else if (act === 'request-review' || act === 'approve' || act === 'request-changes')
      kept.record = { ...record, review: reviewed(act, body) };
    else if (act === 'unschedule') kept.record = { ...record, next: null };
    else
      kept.record = {
        ...record,
        status: act === 'pause' ? 'paused' : act === 'archive' ? 'archived' : 'published',
      };
    this.#touch(kept);
    return this.#record(kept);
  }

  #publish(kept: Kept, draft: Draft, note: string, status: 'published' | 'scheduled'): void {
    const version = kept.record.lastVersion + 1;
    kept.versions.push({
      version,
      publishedAt: '2026-11-22T00:00:00.000Z',
      publishedBy: PERSON,
      staying: [],
      note,
      draft,
    });
    kept.record = { ...kept.record, draft, version, lastVersion: version, status, edited: false };
  }

  #record(kept: Kept, status = 200): Response {
    return json(shown(kept), status, {
      etag: `"r${kept.revision}"`,
    });
  }
}

/** The record with what the server works out from its draft. */
function shown({ kind, record }: Kept): ContentRecord {
  const { locales, defaultLocale } = record.draft;
  return {
    ...record,
    locales: [...locales],
    defaultLocale,
    translations: completeness(kind, record.draft, locales),
  };
}
const reviewed = (act: string, { note = '', comment = '' }: { note?: string; comment?: string }) => ({
  state:
    act === 'approve'
      ? ('approved' as const)
      : act === 'request-review'
        ? ('requested' as const)
        : ('changes_requested' as const),
  requestedBy: act === 'request-review' ? PERSON : null,
  requestedAt: act === 'request-review' ? '2026-11-22T00:00:00.000Z' : null,
  reviewer: null,
  note,
  decidedBy: act === 'request-review' ? null : PERSON,
  decidedAt: act === 'request-review' ? null : '2026-11-22T00:00:00.000Z',
  comment,
});

const BLANK = {
  translations: [],
  status: 'draft' as const,
  version: null,
  publishedAt: null,
  edited: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: null,
  draftedBy: null,
  lastVersion: 0,
  startsAt: null,
  endsAt: null,
  next: null,
  review: null,
  openComments: 0,
  tags: [],
  last30Days: { shown: 0, opened: 0, answered: 0, completed: 0, dismissed: 0 },
};
const NOTHING_SEEN = {
  lastSeenAt: null,
  lastPageUrl: null,
  sessions24h: 0,
  verifiedSessions24h: 0,
  contacts: 0,
  lastEvents: [],
  lastFromServers: [],
  eventNames: [],
};

const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

function problem(
  status: number,
  code: string,
  errors?: readonly { path: string; code: string; message: string }[],
): Response {
  return json(
    {
      type: 'about:blank',
      title: code,
      status,
      code,
      detail: code,
      requestId: 'req_test',
      ...(errors && { errors }),
    },
    status,
  );
}

/** The texts of a draft in one language, without any markup: enough to see that the preview follows. */
function drawn(kind: ContentKind, { draft, locale }: { draft: Draft; locale: string }): PublishedContent {
  const say = (text: Readonly<Record<string, string>>) => textIn(text, locale, draft.defaultLocale);
  const base = {
    id: anId('chk', 9),
    slug: 'preview',
    version: 0,
    lang: locale,
    title: say(draft.body.title),
  };
  switch (kind) {
    case 'checklist': {
      const body = draft.body as ChecklistBody;
      const steps = body.steps.map((step) => ({
        key: step.key,
        title: say(step.title),
        body: [],
        action: null,
        manual: step.completeWhen === null,
        optional: step.optional,
        owner: step.owner,
      }));
      return {
        ...base,
        kind,
        intro: [],
        steps,
        progressOf: body.progressOf,
        celebration: say(body.celebration),
      };
    }
    case 'survey': {
      const body = draft.body as SurveyBody;
      const questions = body.questions.map((question): PublishedQuestion => {
        const text = say(question.text);
        if ('labels' in question) {
          const { low, high } = question.labels;
          return { ...question, text, labels: { low: say(low), high: say(high) } };
        }
        if (!('options' in question)) return { ...question, text };
        const options = question.options.map((option) => ({ ...option, text: say(option.text) }));
        return { ...question, text, options, other: question.other && say(question.other) };
      });
      return {
        ...base,
        kind,
        questions,
        followUps: { detractor: null, passive: null, promoter: null },
        endings: { detractor: '', passive: '', promoter: '' },
      };
    }
    case 'resource': {
      const body = draft.body as ResourceBody;
      return {
        ...base,
        kind,
        type: body.type,
        summary: say(body.summary),
        body: [],
        section: say(body.section),
        tags: body.tags,
      };
    }
    case 'announcement': {
      const body = draft.body as AnnouncementBody;
      const words = say(body.body);
      return {
        ...base,
        kind,
        mode: body.mode,
        body: words === '' ? [] : [{ type: 'paragraph', of: [{ type: 'text', text: words }] }],
        action: body.action && { label: say(body.action.label), url: body.action.url },
        publishedAt: '2026-01-01T00:00:00.000Z',
      };
    }
  }
}
