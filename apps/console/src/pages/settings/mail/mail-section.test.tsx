import type { Mail } from '@banso/contract/mail';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { aWorkspace } from '../../accounts/testing/records.ts';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import type { Answered } from '../../accounts/testing/stand-in.ts';
import { MailSection } from './mail-section.tsx';

const AT = '2026-01-05T10:00:00.000Z';
const FROM = 'Kumo <success@kumo.example>';

const aMail = (over: Partial<Mail> = {}): Mail => ({
  id: 'mai_1',
  workspaceId: null,
  purpose: 'invitation',
  to: 'jun@example.com',
  state: 'sent',
  attempts: 1,
  error: null,
  createdAt: AT,
  sentAt: AT,
  nextAt: null,
  ...over,
});

function aServer(of: {
  from?: string | null;
  mails?: Mail[];
  textsMayLeave?: boolean;
  test?: () => Answered;
}) {
  const { from = FROM, mails = [], textsMayLeave = true, test: onTest = () => ({ status: 202 }) } = of;
  let own = aWorkspace();
  const asked = standIn({
    'GET /v1/mail': () => ({ body: { from, mails } }),
    'POST /v1/mail/test': onTest,
    'GET /v1/webhook-settings': () => ({ body: { textsMayLeave }, etag: '"s1"' }),
    'GET /v1/workspaces/:id': () => ({ body: own, etag: '"w1"' }),
    'PATCH /v1/workspaces/:id': ({ body }) => {
      own = { ...own, ...(body as object) };
      return { body: own, etag: '"w2"' };
    },
  });
  const saved = () => asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  return { asked, saved };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('MailSection', () => {
  test('says that nothing is missing where there is no mail server, and how to have one', async () => {
    aServer({ from: null });
    onPage(<MailSection />);
    await expect.element(page.getByText('No mail server is set up')).toBeVisible();
    await expect.element(page.getByText(/BANSO_SMTP_URL and BANSO_MAIL_FROM/)).toBeVisible();
    await expect.element(page.getByText('Replies to customers')).not.toBeInTheDocument();
  });

  test('mails a test to the reader, and says when there were too many', async () => {
    let tests = 0;
    aServer({ test: () => (++tests > 1 ? problem(429, 'too_many_requests') : { status: 202 }) });
    onPage(<MailSection />);
    await expect.element(page.getByText(`Mails are sent as ${FROM}.`)).toBeVisible();
    await button('Mail a test to myself').click();
    await expect.element(toast('A test is on its way to mika@example.com.')).toBeVisible();
    await button('Mail a test to myself').click();
    await expect.element(toast(/Five tests an hour are enough/)).toBeVisible();
  });

  test('tells what became of each mail, and why one did not arrive', async () => {
    const nextAt = new Date(Date.now() + 5 * 60_000).toISOString();
    aServer({
      mails: [
        aMail(),
        aMail({
          id: 'mai_2',
          to: 'a@example.com',
          purpose: 'reply',
          state: 'failed',
          attempts: 8,
          error: '550 no',
        }),
        aMail({
          id: 'mai_3',
          to: 'b@example.com',
          purpose: 'digest',
          state: 'waiting',
          attempts: 1,
          error: '421 busy',
          sentAt: null,
          nextAt,
        }),
      ],
    });
    onPage(<MailSection />);
    const says = async (to: string, words: readonly (string | RegExp)[]) => {
      const row = page.getByRole('row').filter({ hasText: to });
      for (const text of words) await expect.element(row.getByText(text)).toBeVisible();
    };
    await says('jun@example.com', ['Invitation', 'Handed over']);
    await says('a@example.com', ['Reply to a customer', 'Not delivered', '550 no · tried 8 times']);
    const again = /^421 busy · tried once · again in [45] min\.$/;
    await says('b@example.com', ['Weekly digest', 'Waiting', again]);
  });

  test('replies are mailed once it is known where the mail leads and after how long', async () => {
    const { saved } = aServer({ textsMayLeave: false });
    onPage(<MailSection />);
    await page.getByLabelText('Mail a reply that was not read in the product').click();
    const address = page.getByLabelText('Address of your product');
    await expect.element(address).toHaveAccessibleDescription(/Enter an address such as/);
    await expect.element(page.getByText(/texts may not leave this workspace/)).toBeVisible();
    await button('Save').click();
    expect(saved()).toEqual([]);

    await address.fill('https://app.kumo.example');
    const minutes = page.getByLabelText('Minutes to read it in the product first');
    await minutes.fill('0');
    await expect.element(minutes).toHaveAccessibleDescription('A whole number from 1 to 1,440.');
    await button('Save').click();
    expect(saved()).toEqual([]);
    await minutes.fill('30');
    await button('Save').click();
    await expect
      .poll(saved)
      .toEqual([{ replyMail: { afterMinutes: 30, productUrl: 'https://app.kumo.example' } }]);
  });

  test('is for administrators, and asks for nothing of others', async () => {
    const { asked } = aServer({});
    onPage(<MailSection />, { role: 'member' });
    await expect.element(page.getByText(/Mails are sent as/)).not.toBeInTheDocument();
    expect(asked.filter(({ path }) => path === '/v1/mail')).toEqual([]);
  });
});
