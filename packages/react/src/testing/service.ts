import { vi } from 'vitest';

/** One request of the client, as it left the page. */
export interface Asked {
  path: string;
  body: { user?: { id: string; token?: string }; account?: { id: string }; locale?: string };
}

const SESSION = {
  session: 'ses_1',
  expiresAt: '2099-01-01T00:00:00.000Z',
  serverTime: '2026-01-01T00:00:00.000Z',
  contact: { id: 'con_01890000-0000-7000-8000-000000000009', verified: true },
  content: { url: '/v1/w/bpk_test/content/abc' },
  theme: {},
  show: [],
  held: {},
  progress: {},
  unread: 0,
};

/** Answers the client's requests where they leave the page, and notes them. */
export function answering(): Asked[] {
  const asked: Asked[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    asked.push({
      path: pathname,
      body: JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Asked['body'],
    });
    return Promise.resolve(Response.json(SESSION));
  });
  return asked;
}
