import type { message } from '@banso/contract';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forget } from '../../data/query.ts';
import { onPage, toast } from '../accounts/testing/on-page.tsx';
import { aContact, anId } from '../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../accounts/testing/stand-in.ts';
import { MessagesPage } from './messages-page.tsx';

const AT = '2026-01-05T10:00:00.000Z';
const EARLIER = '2026-01-05T09:00:00.000Z';
const mika = aContact({ name: 'Mika' });
const jun = aContact({ id: anId('con', 2), name: 'Jun' });
let count = 0;

const aMessage = (text: string, over: Partial<message.Message> = {}): message.Message => ({
  id: anId('msg', (count += 1)),
  contact: { id: mika.id, name: 'Mika', verified: true },
  author: 'contact',
  by: null,
  text,
  about: null,
  sentAt: AT,
  receivedAt: AT,
  readAt: null,
  ...over,
});
const aThread = (
  contact: { id: string; name: string | null },
  unread: number,
  lastAt = AT,
): message.Thread => ({
  contact: { id: contact.id, name: contact.name, email: null, locale: 'en', identity: 'verified' },
  account: null,
  last: { author: 'contact', by: null, text: `from ${contact.name}`, readAt: null },
  lastAt,
  unread,
});

function aServer(messages: message.Message[], threads = [aThread(mika, 1), aThread(jun, 1, EARLIER)]) {
  const asked = standIn({
    'GET /v1/contacts/:id': (_, id) => ({ body: id === mika.id ? mika : jun }),
    'GET /v1/messages/threads': () => pageOf(threads),
    'GET /v1/messages': ({ query }) =>
      pageOf(query.get('contactId') === mika.id ? messages.toReversed() : []),
    'PATCH /v1/messages/threads/:id': ({ body }, id) => {
      const { read } = body as { read: boolean };
      for (const each of messages) each.readAt = read ? AT : null;
      const at = threads.findIndex(({ contact }) => contact.id === id);
      threads[at] = { ...threads[at]!, unread: read ? 0 : 1 };
      return { body: threads[at] };
    },
    'POST /v1/messages': ({ body }) => {
      const { text } = body as { text: string };
      const sent = aMessage(text, { author: 'team', by: { id: 'mem_1', name: 'Haruka' } });
      messages.push(sent);
      return { status: 201, body: sent };
    },
  });
  const sent = (method: string) => asked.filter((one) => one.method === method).map(({ body }) => body);
  return { threads, sent };
}
const row = (name: string | RegExp) => page.getByRole('button', { name });
const field = () => page.getByRole('textbox', { name: 'Write to Mika' });

describe('MessagesPage', () => {
  test('a thread is read by opening it, and stays where it stood', async () => {
    const [first, last] = [aMessage('one'), aMessage('two')];
    const { sent } = aServer([first, last]);
    onPage(<MessagesPage />);
    await row(/from Mika/).click();
    await expect.poll(() => sent('PATCH')).toEqual([{ read: true, upTo: last.id }]);
    await expect.element(row(/from Mika 1 unread/)).not.toBeInTheDocument();
    const names = () =>
      page
        .getByRole('button', { name: /from / })
        .elements()
        .map((each) => each.textContent);
    await expect.poll(() => names()[0]).toContain('Mika');
  });

  test('a reply is sent by Ctrl with Enter, with the answer that it is about', async () => {
    const about = anId('rsp');
    const { sent } = aServer([aMessage('one', { readAt: AT })], [aThread(mika, 0)]);
    onPage(<MessagesPage />, { path: `/console/messages?contact=${mika.id}&about=${about}` });
    await field().fill('Thank you');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => sent('POST')).toEqual([{ contactId: mika.id, text: 'Thank you', about }]);
    await expect.element(field()).toHaveValue('');
    await expect.element(page.getByText(/not read yet/)).toBeVisible();
    expect(new URLSearchParams(location.search).get('about')).toBeNull();
  });

  test('what was written stays when it cannot be sent, and when another thread is looked at', async () => {
    aServer([aMessage('one', { readAt: AT })]);
    standIn({
      'GET /v1/contacts/:id': (_, id) => ({ body: id === mika.id ? mika : jun }),
      'GET /v1/messages/threads': () => pageOf([aThread(mika, 0), aThread(jun, 0)]),
      'POST /v1/messages': () => problem(503, 'unavailable'),
    });
    onPage(<MessagesPage />);
    await row(/from Mika/).click();
    await field().fill('Half a thought');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.element(page.getByText(/What you wrote is still here/)).toBeVisible();
    await row(/from Jun/).click();
    await expect.element(page.getByRole('textbox', { name: 'Write to Jun' })).toHaveValue('');
    await row(/from Mika/).click();
    await expect.element(field()).toHaveValue('Half a thought');
    await field().clear();
  });

  test('u puts it back among the unread, until something new comes', async () => {
    const messages = [aMessage('one')];
    const { sent } = aServer(messages);
    onPage(<MessagesPage />);
    await row(/from Mika/).click();
    await expect.poll(() => sent('PATCH')).toHaveLength(1);
    await userEvent.keyboard('u');
    await expect.element(toast('Marked as unread.')).toBeVisible();
    const late = aMessage('late');
    messages.push(late);
    forget('/v1/messages');
    await expect.poll(() => sent('PATCH').at(-1)).toEqual({ read: true, upTo: late.id });
    expect(sent('PATCH')).toHaveLength(3);
  });

  test('a viewer reads and changes nothing', async () => {
    const { sent } = aServer([aMessage('one')]);
    onPage(<MessagesPage />, { path: `/console/messages?contact=${mika.id}`, role: 'viewer' });
    await expect.element(page.getByText('one', { exact: true })).toBeVisible();
    await expect.element(field()).not.toBeInTheDocument();
    expect(sent('PATCH')).toEqual([]);
  });

  test('says what appears here while nobody has written', async () => {
    aServer([], []);
    onPage(<MessagesPage />);
    await expect.element(page.getByText('Nobody has written yet')).toBeVisible();
  });
});
