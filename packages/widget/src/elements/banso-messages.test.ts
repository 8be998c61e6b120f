import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './banso-messages.define.ts';
import './banso-panel.define.ts';
import type { message } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import type { StandIn } from '../stand-in-controller.ts';
import { now } from './testing/contents.ts';
import { focused, inside, stage, standIn } from './testing/stage.ts';

type Kept = message.OwnThread['messages'][number];

const aMessage = (id: string, over: Partial<Kept> = {}): Kept => ({
  id: `msg_${id}`,
  author: 'team',
  by: 'Haruka Sato',
  text: id,
  about: null,
  sentAt: now().toISOString(),
  readAt: null,
  ...over,
});
const aThread = (messages: Kept[], over: Partial<message.OwnThread> = {}): message.OwnThread => ({
  with: { name: 'Haruka Sato' },
  messages,
  before: null,
  ...over,
});

/** A panel over a person's thread. */
function panel(thread: message.OwnThread | undefined, unread = 0, start = 'messages') {
  const controller = standIn({});
  controller.change({ messages: { unread }, unread });
  if (thread) controller.kept['messages'] = thread;
  const element = stage('banso-panel', controller, { start });
  const said = () => inside(element, '.msg').map(({ textContent }) => textContent.trim());
  return { controller, element, said };
}
const field = () => page.getByRole('textbox', { name: 'Write a message' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const sent = ({ facts }: StandIn) => facts.filter(({ type }) => type === 'message_sent');

describe('a thread', () => {
  test('shows who wrote what, when, and what became of it', async () => {
    const yesterday = new Date(now().getTime() - 86_400_000).toISOString();
    panel(
      aThread([
        aMessage('a', {
          author: 'contact',
          by: null,
          text: 'Is there a template?',
          sentAt: yesterday,
          readAt: yesterday,
        }),
        aMessage('b', { text: 'Yes:\nin shared folders.', readAt: yesterday }),
        aMessage('c', { author: 'contact', by: null, text: 'Thank you' }),
      ]),
    );
    await expect.element(page.getByText('Is there a template?')).toBeVisible();
    await expect.element(page.getByText(/· read$/)).toBeVisible();
    await expect.element(page.getByText(/^Haruka Sato, /)).toBeVisible();
    await expect.element(page.getByText(/· delivered$/)).toBeVisible();
    await expect.element(page.getByText('yesterday')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Haruka Sato' })).toBeVisible();
  });

  test('begins with whom it is written to', async () => {
    const { element } = panel(aThread([]));
    await expect.element(page.getByText('What can I help with?')).toBeVisible();
    expect(inside(element, '.av').map(({ textContent }) => textContent)).toContain('HS');
  });

  test('has an answer that it is about above it', async () => {
    const about = {
      id: 'rsp_1',
      survey: 'NPS',
      score: 3,
      comment: 'Exports fail.',
      answeredAt: now().toISOString(),
    };
    const { said } = panel(aThread([aMessage('a', { text: 'Thank you for telling us.', about })]));
    await expect.element(page.getByText('Your answer: 3 of 10')).toBeVisible();
    expect(said()).toEqual(['Your answer: 3 of 10Exports fail.', 'Thank you for telling us.']);
  });

  test('is marked as read up to the last reply, once', async () => {
    const { controller } = panel(aThread([aMessage('a'), aMessage('b')]), 2);
    await expect.poll(() => controller.facts).toEqual([{ type: 'messages_read', upTo: 'msg_b' }]);
    controller.change({ online: true });
    await expect.element(field()).toBeVisible();
    expect(controller.facts).toHaveLength(1);
  });

  test('can be read further back', async () => {
    const { controller, said } = panel(aThread([aMessage('late')], { before: 'x y' }));
    controller.kept['messages?before=x%20y'] = aThread([aMessage('early')]);
    await button('Earlier messages').click();
    await expect.poll(said).toEqual(['early', 'late']);
    await expect.element(button('Earlier messages')).not.toBeInTheDocument();
  });

  test('that cannot be had says so, is tried again, and is written on all the same', async () => {
    const { controller } = panel(undefined);
    await expect.element(page.getByText(/The messages could not be loaded./)).toBeVisible();
    controller.kept['messages'] = aThread([aMessage('here')]);
    await button('Try again').click();
    await expect.element(page.getByText('here')).toBeVisible();
  });

  test('shows what waits on this device from earlier pages', async () => {
    const { controller, said } = panel(undefined);
    controller.held.push({ id: 'e', at: now().toISOString(), type: 'message_sent', text: 'from the train' });
    controller.change({ online: false, pending: 1 });
    controller.change({ pending: 0 });
    await expect.poll(said).toEqual(['You: from the train']);
    await expect.element(page.getByText('Kept on this device. It will be sent by itself.')).toBeVisible();
  });
});

describe('writing', () => {
  test('Enter makes a line, Ctrl with Enter sends; focus stays in the field', async () => {
    const { controller } = panel(aThread([]));
    await field().click();
    await userEvent.keyboard('one{Enter}two');
    expect(sent(controller)).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => sent(controller)).toMatchObject([{ text: 'one\ntwo' }]);
    expect(focused()?.localName).toBe('textarea');
    await expect.element(field()).toHaveValue('');
    await expect.element(page.getByText('Your message has arrived.')).toBeInTheDocument();
  });

  test('an input method that is composing sends nothing', async () => {
    const { controller, element } = panel(aThread([]));
    await field().fill('こんにち');
    const [area] = inside<HTMLTextAreaElement>(element, 'textarea');
    const press = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true };
    area?.dispatchEvent(new KeyboardEvent('keydown', { ...press, isComposing: true }));
    expect(sent(controller)).toEqual([]);
    area?.dispatchEvent(new KeyboardEvent('keydown', press));
    expect(sent(controller)).toHaveLength(1);
  });

  test('blanks are not sent', async () => {
    const { controller } = panel(aThread([]));
    await field().fill('  \n ');
    await button('Send message').click();
    expect(sent(controller)).toEqual([]);
  });

  test.each([
    { receipt: 'stored', says: 'Kept on this device. It will be sent by itself.' },
    { receipt: 'held', says: 'Not sent yet. Keep this page open.' },
  ] as const)('what is $receipt is called so', async ({ receipt, says }) => {
    const { controller } = panel(aThread([]));
    controller.receipt = receipt;
    await field().fill('Hello');
    controller.held.push({ id: '1', at: now().toISOString(), type: 'message_sent', text: 'Hello' });
    await button('Send message').click();
    await expect.element(page.getByText(says).first()).toBeVisible();
  });

  test('what has arrived before its receipt stands there once', async () => {
    const { controller, said } = panel(aThread([]));
    const receipt = Promise.withResolvers<Receipt>();
    controller.report = ({ id = '', ...fact }) => {
      const { text } = fact as { text: string };
      controller.kept['messages'] = aThread([aMessage(id, { author: 'contact', by: null, text })]);
      return receipt.promise;
    };
    await field().fill('Hello');
    await button('Send message').click();
    controller.change({ messages: { unread: 1 } });
    await expect.element(page.getByText(/· delivered$/)).toBeVisible();
    expect(said()).toEqual(['You: Hello']);
    receipt.resolve('arrived');
    await expect.element(page.getByText('Your message has arrived.')).toBeInTheDocument();
    expect(said()).toEqual(['You: Hello']);
  });

  test('what is refused stays, and can be sent again or taken away', async () => {
    const { controller, said } = panel(aThread([]));
    controller.receipt = 'refused';
    await field().fill('Hello');
    await button('Send message').click();
    await expect.element(button('Try again')).toBeVisible();
    expect(said()).toEqual(['You: Hello']);
    await button('Try again').click();
    await expect.poll(() => sent(controller)).toHaveLength(2);
    await button('Delete').click();
    await expect.poll(said).toEqual([]);
  });

  test('a draft outlives going elsewhere in the panel', async () => {
    panel(aThread([]));
    await field().fill('half a thought');
    await button('Back').click();
    await button(/Write to Haruka Sato/).click();
    await expect.element(field()).toHaveValue('half a thought');
  });
});

describe('in a page', () => {
  function inline(thread: message.OwnThread) {
    const controller = standIn({});
    controller.change({ messages: { unread: 1 } });
    controller.kept['messages'] = thread;
    const element = stage('banso-messages', controller);
    return { controller, element };
  }

  test('it stands alone: who it is with, what was said, and where it is written on', async () => {
    const { controller } = inline(aThread([aMessage('Good morning')]));
    await expect.element(page.getByRole('heading', { name: 'Messages with Haruka Sato' })).toBeVisible();
    await expect.element(page.getByText('Good morning')).toBeVisible();
    await field().fill('Hello');
    await button('Send message').click();
    await expect.poll(() => sent(controller)).toMatchObject([{ type: 'message_sent', text: 'Hello' }]);
  });

  test('is read once it is in view, and not before', async () => {
    const above = document.body.appendChild(document.createElement('div'));
    above.style.height = '300vh';
    onTestFinished(() => above.remove());
    const { controller, element } = inline(aThread([aMessage('below')]));
    await expect.poll(() => inside(element, '.msg').length).toBe(1);
    expect(controller.facts).toEqual([]);
    element.scrollIntoView();
    await expect.poll(() => controller.facts).toEqual([{ type: 'messages_read', upTo: 'msg_below' }]);
  });

  test('a draft is the same one as in the panel', async () => {
    const { controller } = inline(aThread([]));
    await field().fill('half a thought');
    const panel = stage('banso-panel', controller, { start: 'messages' });
    await expect.poll(() => inside<HTMLTextAreaElement>(panel, 'textarea')[0]?.value).toBe('half a thought');
  });

  test('is empty for whom there are none, also once there were', async () => {
    const { controller, element } = inline(aThread([aMessage('secret')]));
    await expect.element(page.getByText('secret')).toBeVisible();
    controller.change({ messages: undefined });
    await expect.poll(() => inside(element, '.panel')).toEqual([]);
  });
});

describe('home', () => {
  test('leads to the latest message and says that it is not read yet', async () => {
    panel(aThread([aMessage('a', { text: 'Your template is ready' })]), 1, 'home');
    const card = button(/Haruka Sato Your template is ready Not read yet/);
    await expect.element(card).toBeVisible();
    await card.click();
    await expect.element(field()).toBeVisible();
  });

  test('has no messages for whom there are none', async () => {
    const controller = standIn({});
    stage('banso-panel', controller, { start: 'messages' });
    await expect.element(page.getByRole('navigation')).toBeVisible();
    await expect.element(button('Messages')).not.toBeInTheDocument();
    await expect.element(field()).not.toBeInTheDocument();
  });

  test('forgets the thread with the person', async () => {
    const { controller, said } = panel(aThread([aMessage('secret')]));
    await expect.poll(said).toEqual(['secret']);
    controller.kept['messages'] = aThread([]);
    controller.change({ messages: undefined });
    await expect.poll(said).toEqual([]);
    controller.change({ messages: { unread: 0 } });
    await expect.element(page.getByText('What can I help with?')).toBeVisible();
    expect(said()).toEqual([]);
  });
});
