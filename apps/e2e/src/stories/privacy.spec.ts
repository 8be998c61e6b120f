import { randomUUID } from 'node:crypto';
import type { DemoFacts } from '../demo/facts.ts';
import { identityToken } from '../demo/identity-token.ts';
import { expect, test } from '../test.ts';
import { widgetOn } from '../host/widget.ts';
import { expectAccessible } from '../watch/accessibility.ts';

const COMMENT = 'I dictate everything while I walk the dog';
const NOTE = 'Please remove me from your notes.';
const MINUTE_MS = 60_000;

/** A UUIDv7 of now. */
const uuidv7 = (): string =>
  `${Date.now()
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7${randomUUID().slice(15)}`;

/** The widget's calls as another client would make them. */
function widgetApi(demo: DemoFacts, userId: string) {
  const { url, publishableKey } = demo;
  const call = (path: string, body?: object, session = '') =>
    fetch(`${url}/v1/w/${publishableKey}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...(session && { authorization: `Bearer ${session}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const page = { url: 'https://app.customer.example/', device: 'desktop' };
  return {
    open: () =>
      call('session', {
        user: { id: userId, token: identityToken(demo, userId) },
        anonymousId: `anon_${randomUUID()}`,
        page,
        locale: 'en',
      }),
    read: (path: string, session: string) => call(path, undefined, session),
    sync: (session: string, events: object[]) => {
      const at = new Date().toISOString();
      const dated = events.map((event) => ({ id: uuidv7(), at, ...event }));
      return call('sync', { events: dated, page, sentAt: at }, session);
    },
  };
}

/** An NPS survey of its own, so that no other test moves its number. */
const SURVEY = {
  title: { en: 'How is dictation?' },
  questions: [
    {
      key: 'score',
      type: 'nps',
      text: { en: 'Would you recommend dictation?' },
      required: false,
      labels: { low: { en: 'No' }, high: { en: 'Yes' } },
    },
  ],
  followUps: { detractor: { en: 'Why?' }, passive: { en: 'Why?' }, promoter: { en: 'Why?' } },
  endings: { detractor: { en: 'Thanks' }, passive: { en: 'Thanks' }, promoter: { en: 'Thanks' } },
};

test('a customer asks to be erased, the team does it, and nothing is left but the numbers', async ({
  page,
  person,
  hostFor,
  staff,
  api,
  demo,
}) => {
  const { contactId, userId, name } = await person('onboarded');
  const slug = `dictation-${Date.now()}`;
  await api.publish('/v1/surveys', {
    name: 'Dictation',
    slug,
    audience: { type: 'all', of: [] },
    body: SURVEY,
  });
  const surveys = await api.list<{ id: string; slug: string }>('/v1/surveys');
  const contentId = surveys.find((survey) => survey.slug === slug)?.id ?? '';
  const numbers = async () => {
    const now = Date.now();
    const report = await api.get<{ histogram: number[]; current: { n: number; favourable: number } }>(
      '/v1/reports/nps',
      {
        surveyId: contentId,
        from: new Date(now - 600 * MINUTE_MS).toISOString(),
        to: new Date(now + 60 * MINUTE_MS).toISOString(),
      },
    );
    return { histogram: report.histogram, n: report.current.n, favourable: report.current.favourable };
  };

  const customer = widgetApi(demo, userId);
  const { session } = (await (await customer.open()).json()) as { session: string };
  const answer = { type: 'survey_answered', contentId, version: 1, responseId: `rsp_${uuidv7()}` };
  const sent = await customer.sync(session, [
    { ...answer, question: 'score', value: 9 },
    { ...answer, question: 'reason', value: COMMENT },
    { type: 'message_sent', text: NOTE },
    { type: 'erasure_requested' },
  ]);
  expect(((await sent.json()) as { refused: unknown[] }).refused).toEqual([]);
  expect(await (await customer.read('me', session)).json()).toMatchObject({
    contact: { userId, name },
    erasureRequestedAt: expect.any(String),
  });
  expect(await (await customer.read('me/export', session)).text()).toContain(COMMENT);
  const before = await numbers();
  expect(before).toMatchObject({ n: 1, favourable: 1 });
  await page.goto(hostFor(userId));
  const { launcher, ready } = widgetOn(page);
  await ready();
  await expect(launcher).toBeVisible();

  const console = await staff('');
  const row = console.getByText(new RegExp(`^${name}, .* wants to be erased$`));
  await expect(row).toBeVisible();
  await console.goto(new URL('/console/settings/privacy', demo.url).href);
  await expect(console.getByRole('row', { name: new RegExp(`${name}.*Open`) })).toBeVisible();
  await expectAccessible(console, 'the requests for erasure');
  await console.getByRole('link', { name, exact: true }).click();
  await expect(console.getByText(/^Asked to be erased on /)).toBeVisible();
  await console.getByRole('button', { name: 'Erase this person…' }).click();
  await expectAccessible(console, 'the question before erasing');
  await console.getByRole('textbox', { name: `Type “${name}” to confirm` }).fill(name);
  await console.keyboard.press('Enter');
  await expect(console.getByRole('heading', { level: 1 })).toContainText('Erased customer');
  await expectAccessible(console, 'the page of somebody erased');

  expect((await customer.read('me', session)).status).toBe(410);
  expect((await customer.sync(session, [{ type: 'track', name: 'late' }])).status).toBe(410);
  expect(await (await customer.open()).json()).toMatchObject({ code: 'erased' });
  await page.reload();
  await page.getByRole('heading').first().waitFor();
  await expect(launcher).toBeHidden();

  expect(await numbers()).toEqual(before);
  const left = JSON.stringify([
    await api.list('/v1/responses', { contactId }),
    await api.list('/v1/messages', { contactId }),
    await api.get(`/v1/contacts/${contactId}`),
    await api.list(`/v1/contacts/${contactId}/timeline`),
    await api.list('/v1/erasures', { contactId }),
  ]);
  for (const gone of [COMMENT, NOTE, name, userId]) expect(left).not.toContain(gone);
});
