import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** A workspace that takes answers, made over the documented API. */
export interface Installation {
  url: string;
  key: string;
  surveyId: string;
  /** Makes secret keys that may write: each has a budget of requests of its own. */
  secretKeys(count: number): Promise<string[]>;
}

async function call<T>(
  url: string,
  {
    method = 'POST',
    body,
    cookie,
    headers = {},
  }: { method?: string; body?: unknown; cookie?: string; headers?: Record<string, string> },
): Promise<{ data: T; answer: Response }> {
  const answer = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      origin: new URL(url).origin,
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return { data: (text ? JSON.parse(text) : {}) as T, answer };
}

/** Owner, workspace without required identity, and one published NPS survey. */
export async function install(url: string): Promise<Installation> {
  const setup = await call(`${url}/v1/setup`, {
    body: {
      organisation: 'Bench',
      workspace: 'Bench',
      name: 'Bench',
      email: 'bench@example.com',
      password: randomUUID(),
    },
  });
  const cookie = setup.answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { data: me } = await call<{ workspaces: { id: string }[] }>(`${url}/v1/me`, {
    method: 'GET',
    cookie,
  });
  const workspaceId = me.workspaces[0]?.id ?? '';
  const headers = { 'banso-workspace': workspaceId };
  const { answer: workspace } = await call(`${url}/v1/workspaces/${workspaceId}`, {
    method: 'GET',
    cookie,
    headers,
  });
  await call(`${url}/v1/workspaces/${workspaceId}`, {
    method: 'PATCH',
    body: { identityMode: 'measure' },
    cookie,
    headers: { ...headers, 'if-match': workspace.headers.get('etag') ?? '' },
  });
  const { data: keys } = await call<{ data: { kind: string; value: string | null }[] }>(`${url}/v1/keys`, {
    method: 'GET',
    cookie,
    headers,
  });
  const { data: survey, answer } = await call<{ id: string }>(`${url}/v1/surveys`, {
    body: { name: 'NPS' },
    cookie,
    headers,
  });
  await call(`${url}/v1/surveys/${survey.id}/publish`, {
    body: {},
    cookie,
    headers: { ...headers, 'if-match': answer.headers.get('etag') ?? '' },
  });
  const secretKey = async (): Promise<string> => {
    const body = { kind: 'secret', name: 'Server', scopes: ['write'] };
    const { data } = await call<{ key: string }>(`${url}/v1/keys`, { body, cookie, headers });
    return data.key;
  };
  return {
    url,
    key: keys.data.find(({ kind }) => kind === 'publishable')?.value ?? '',
    surveyId: survey.id,
    secretKeys: (count) => Promise.all(Array.from({ length: count }, secretKey)),
  };
}

/** The body of a session call of one person. */
export const sessionBody = (user: string) => ({
  user: { id: user, traits: { plan: 'team' } },
  account: { id: `account-${user.length}` },
  anonymousId: `anon_${randomUUID()}`,
  page: { url: 'https://app.example.com/notes', device: 'desktop' },
  locale: 'en',
});

/** Opens a session; its token signs what follows. */
export async function openSession({ url, key }: Installation, user: string): Promise<string> {
  const { data } = await call<{ session: string }>(`${url}/v1/w/${key}/session`, { body: sessionBody(user) });
  return data.session;
}

/** A batch with one answer, as the widget sends it. */
export function answerBody(surveyId: string, score: number): string {
  const now = new Date().toISOString();
  const event = {
    id: uuidv7(),
    at: now,
    type: 'survey_answered',
    contentId: surveyId,
    version: 1,
    responseId: `rsp_${uuidv7()}`,
    question: 'score',
    value: score,
  };
  return JSON.stringify({
    events: [event],
    page: { url: 'https://app.example.com/notes', device: 'desktop' },
    sentAt: now,
  });
}
