import type { PublishedContent } from '@banso/contract';
import {
  type ChecklistBody,
  type ContentKind,
  publishProblems,
  type ResourceBody,
  type SurveyBody,
  textIn,
} from '@banso/domain/content';
import { vi } from 'vitest';
import type { ContentRecord, ContentVersion, Draft } from '../model/content-draft.ts';
import { anId } from './drafts.ts';

const KINDS: Readonly<Record<string, ContentKind>> = {
  checklists: 'checklist',
  surveys: 'survey',
  resources: 'resource',
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
  /** Every request that changes something, oldest first. */
  writes: { method: string; path: string; body: unknown }[] = [];
  isAway = false;
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
    await Promise.resolve();
    if (this.isAway) throw new TypeError('Failed to fetch');
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    if (method !== 'GET' && !url.pathname.endsWith('/preview'))
      this.writes.push({ method, path: url.pathname, body });
    const [, noun = '', id, act] = /^\/v1\/([a-z-]+)(?:\/([^/]+))?(?:\/([a-z]+))?$/.exec(url.pathname) ?? [];
    const kind = KINDS[noun];
    if (!kind) return id === undefined ? json({ data: [], nextCursor: null }) : json(NOTHING_SEEN);
    if (id === undefined)
      return method === 'GET'
        ? this.#list(kind, url)
        : this.#create(kind, body as { name: string; draft?: Draft });
    if (id === 'preview') return json({ content: drawn(kind, body as { draft: Draft; locale: string }) });
    const kept = this.contents.find(({ record }) => record.id === id);
    return kept
      ? this.#one(kept, method, act, body, new Headers(init.headers), url)
      : problem(404, 'not_found');
  }

  #list(kind: ContentKind, url: URL): Response {
    const status = url.searchParams.get('status');
    return json({
      data: this.contents
        .filter(
          (kept) =>
            kept.kind === kind &&
            (status === null ? kept.record.status !== 'archived' : kept.record.status === status),
        )
        .map(({ record }) => record),
      nextCursor: null,
    });
  }

  #create(kind: ContentKind, { name, draft }: { name: string; draft?: Draft }): Response {
    const like = this.contents.find((kept) => kept.kind === kind);
    const given = draft ?? like?.record.draft;
    if (!given) throw new Error('The stand-in starts from nothing but an existing content of the kind');
    const id = anId(
      kind === 'checklist' ? 'chk' : kind === 'survey' ? 'srv' : 'res',
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
      return act === 'participants'
        ? json({ data: this.participants, nextCursor: null })
        : this.#record(kept);
    }
    if (method === 'DELETE') {
      this.contents = this.contents.filter((each) => each !== kept);
      return new Response(null, { status: 204 });
    }
    if (act === 'duplicate')
      return this.#create(kept.kind, { name: `${kept.record.name} (2)`, draft: kept.record.draft });
    if (headers.get('if-match') !== `"r${kept.revision}"`) return problem(412, 'precondition_failed');
    return this.#change(
      kept,
      method,
      act,
      body as { draft?: Draft; name?: string; note?: string; version?: number; startsAt?: string },
    );
  }

  #change(
    kept: Kept,
    method: string,
    act: string | undefined,
    body: { draft?: Draft; name?: string; note?: string; version?: number; startsAt?: string },
  ): Response {
    const { record } = kept;
    if (method === 'PATCH')
      kept.record = {
        ...record,
        ...(body.draft && { draft: body.draft, edited: true }),
        ...(body.name !== undefined && { name: body.name }),
      };
    else if (act === 'publish' || act === 'schedule') {
      const problems = publishProblems(
        kept.kind,
        record.draft.body,
        record.draft.delivery,
        record.draft.defaultLocale,
      );
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
    } else
      kept.record = {
        ...record,
        status: act === 'pause' ? 'paused' : act === 'archive' ? 'archived' : 'published',
      };
    this.#touch(kept);
    return this.#record(kept);
  }

  #publish(kept: Kept, draft: Draft, note: string, status: 'published' | 'scheduled'): void {
    const version = (kept.record.version ?? 0) + 1;
    kept.versions.push({
      version,
      publishedAt: '2026-11-22T00:00:00.000Z',
      publishedBy: PERSON,
      note,
      draft,
    });
    kept.record = { ...kept.record, draft, version, status, edited: false };
  }

  #record(kept: Kept, status = 200): Response {
    const { draft } = kept.record;
    return json({ ...kept.record, locales: draft.locales, defaultLocale: draft.defaultLocale }, status, {
      etag: `"r${kept.revision}"`,
    });
  }
}

const BLANK = {
  status: 'draft' as const,
  version: null,
  publishedAt: null,
  edited: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: null,
  last30Days: { shown: 0, opened: 0, answered: 0, completed: 0, dismissed: 0 },
};
const NOTHING_SEEN = {
  lastSeenAt: null,
  lastPageUrl: null,
  sessions24h: 0,
  verifiedSessions24h: 0,
  contacts: 0,
  lastEvents: [],
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
      const questions = body.questions.map((question) =>
        question.type === 'nps'
          ? {
              ...question,
              text: say(question.text),
              labels: { low: say(question.labels.low), high: say(question.labels.high) },
            }
          : { ...question, text: say(question.text) },
      );
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
  }
}
