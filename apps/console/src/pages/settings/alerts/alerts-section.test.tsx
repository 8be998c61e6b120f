import type { AlertRule } from '@banso/contract/alert';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { anId } from '../../accounts/testing/records.ts';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { AlertsSection } from './alerts-section.tsx';

const AT = '2026-01-05T10:00:00.000Z';

const aRule = (over: Partial<AlertRule> = {}): AlertRule => ({
  id: anId('alr', 1),
  name: 'Detractors',
  status: 'active',
  when: {
    type: 'answer',
    surveyId: null,
    score: { kind: 'nps', low: 0, high: 6 },
    words: ['解約', 'cancel'],
    topicId: null,
    segmentId: null,
  },
  receivers: { members: { type: 'all' }, byMail: false, webhookIds: [] },
  hours: null,
  perHour: 20,
  told: { lastAt: null, waiting: 0 },
  createdAt: AT,
  updatedAt: AT,
  ...over,
});

function aServer(rules: AlertRule[], etag = '"a1"') {
  const asked = standIn({
    'GET /v1/alert-rules': () => ({ body: { data: rules } }),
    'POST /v1/alert-rules': ({ body }) => {
      const made = aRule({ ...(body as Partial<AlertRule>), id: anId('alr', rules.length + 1) });
      rules.push(made);
      return { status: 201, body: made };
    },
    'GET /v1/alert-rules/:id': (_, id) => ({ body: rules.find((one) => one.id === id), etag: '"a1"' }),
    'PATCH /v1/alert-rules/:id': ({ body, etag: seen }, id) => {
      if (seen !== etag) return problem(412, 'precondition_failed');
      const at = rules.findIndex((one) => one.id === id);
      rules[at] = { ...rules[at]!, ...(body as Partial<AlertRule>) };
      return { body: rules[at] };
    },
    'DELETE /v1/alert-rules/:id': (_, id) => {
      rules.splice(
        rules.findIndex((one) => one.id === id),
        1,
      );
      return { status: 204 };
    },
    'POST /v1/alert-rules/:id/test': () => ({ status: 204 }),
  });
  return { asked, rules };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('AlertsSection', () => {
  test('tells of each rule what it is about, whom it tells, and when it last did', async () => {
    const lastAt = new Date(Date.now() - 2 * 3_600_000).toISOString();
    aServer([
      aRule({ told: { lastAt, waiting: 3 } }),
      aRule({ id: anId('alr', 2), name: 'Silent', status: 'paused' }),
    ]);
    onPage(<AlertsSection />);
    const rules = page.getByRole('list', { name: 'Alert rules' }).getByRole('listitem');
    const first = rules.nth(0);
    await expect.element(first.getByText('NPS 0–6 · with “解約, cancel”')).toBeVisible();
    await expect.element(first.getByText('→ Everybody · at most 20 an hour')).toBeVisible();
    await expect.element(first.getByText(/^Last told 2 hr\. ago · 3 alerts wait to go out$/)).toBeVisible();
    await expect.element(rules.nth(1).getByText('Paused')).toBeVisible();
    await expect.element(rules.nth(1).getByText('Has told nobody yet')).toBeVisible();
  });

  test('makes a rule, and says at each field what is wrong with it', async () => {
    const { rules } = aServer([]);
    onPage(<AlertsSection />);
    await expect.element(page.getByText('No alert rules yet')).toBeVisible();
    await button('New rule').click();
    const dialog = page.getByRole('dialog', { name: 'New rule' });
    await dialog.getByLabelText('To', { exact: true }).fill('11');
    await dialog.getByLabelText('At most in an hour').fill('0');
    await button('Create rule').click();
    await expect.element(dialog.getByLabelText('Name')).toHaveAccessibleDescription('Give the rule a name.');
    await expect.element(dialog.getByText('Whole numbers from 0 to 10, the lower one first.')).toBeVisible();
    await expect
      .element(dialog.getByLabelText('At most in an hour'))
      .toHaveAccessibleDescription(/A whole number from 1 to 1,000/);
    expect(rules).toEqual([]);

    await dialog.getByLabelText('Name').fill('They leave');
    await dialog.getByLabelText('To', { exact: true }).fill('3');
    await dialog.getByLabelText('Words').fill('解約、 cancel ,');
    await dialog.getByLabelText('At most in an hour').fill('5');
    await button('Create rule').click();
    await expect.element(button('Edit: They leave')).toBeVisible();
    expect(rules).toMatchObject([
      {
        name: 'They leave',
        when: { type: 'answer', score: { kind: 'nps', low: 0, high: 3 }, words: ['解約', 'cancel'] },
        receivers: { members: { type: 'all' } },
        hours: null,
        perHour: 5,
      },
    ]);
  });

  test('a rule that asks for nothing, or watches the score of no survey, is not sent', async () => {
    const { rules } = aServer([]);
    onPage(<AlertsSection />);
    await button('New rule').click();
    const dialog = page.getByRole('dialog', { name: 'New rule' });
    await dialog.getByLabelText('Name').fill('Anything');
    await dialog.getByLabelText('Score', { exact: true }).selectOptions('Whatever the score');
    await button('Create rule').click();
    await expect.element(dialog.getByText(/Ask for something/)).toBeVisible();
    await dialog.getByRole('radio', { name: 'A score falls' }).click();
    await expect
      .element(dialog.getByLabelText('Survey', { exact: true }))
      .toHaveAccessibleDescription('Choose the survey whose score is watched.');
    expect(rules).toEqual([]);
  });

  test('does not overwrite what a colleague has changed', async () => {
    const { rules } = aServer([aRule()], '"a2"');
    onPage(<AlertsSection />);
    await button('Edit: Detractors').click();
    const dialog = page.getByRole('dialog', { name: 'Edit' });
    await dialog.getByLabelText('Name').fill('Mine');
    await button('Save').click();
    await expect.element(dialog.getByText(/Somebody else has changed this rule/)).toBeVisible();
    await expect.element(dialog.getByLabelText('Name')).toHaveValue('Mine');
    expect(rules).toMatchObject([{ name: 'Detractors' }]);
  });

  test('is tried, paused and deleted', async () => {
    const { asked, rules } = aServer([aRule()]);
    onPage(<AlertsSection />);
    await button('Send a test: Detractors').click();
    await expect.element(toast('The test is on its way.')).toBeVisible();
    expect(asked.filter(({ path }) => path.endsWith('/test'))).toHaveLength(1);
    await button('Pause: Detractors').click();
    await expect.element(button('Switch on: Detractors')).toBeVisible();
    expect(rules).toMatchObject([{ status: 'paused' }]);
    await button('Delete: Detractors').click();
    const dialog = page.getByRole('dialog', { name: 'Delete “Detractors”?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(rules).toHaveLength(1);
    await button('Delete: Detractors').click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.element(page.getByText('No alert rules yet')).toBeVisible();
  });

  test('is for administrators, and says so', async () => {
    const { asked } = aServer([aRule()]);
    onPage(<AlertsSection />, { role: 'member' });
    await expect.element(page.getByText('Detractors')).not.toBeInTheDocument();
    expect(asked).toEqual([]);
  });
});
