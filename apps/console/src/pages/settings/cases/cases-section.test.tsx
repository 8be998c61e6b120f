import type { CaseSettings } from '@banso/contract/cases';
import { DEFAULT_CASE_SETTINGS } from '@banso/domain/cases';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { anId } from '../../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../../accounts/testing/stand-in.ts';
import { aSurveySummary } from '../../scores/testing/surveys.ts';
import { CasesSection } from './cases-section.tsx';

const WRONG_SURVEY = [{ path: 'recovery.surveyId', code: 'unknown', message: 'must ask NPS' }];

function aServer() {
  let settings = DEFAULT_CASE_SETTINGS as CaseSettings;
  let revision = 1;
  const answer = () => ({ body: settings, etag: `"r${revision}"` });
  standIn({
    'GET /v1/case-settings': answer,
    'GET /v1/surveys': () => pageOf([aSurveySummary(anId('srv', 1), 'nps')]),
    'PUT /v1/case-settings': ({ etag, body }) => {
      const { recovery } = body as CaseSettings;
      if (recovery?.afterDays === 90) return problem(400, 'invalid', WRONG_SURVEY);
      if (etag !== `"r${revision}"`) return problem(412, 'precondition_failed');
      settings = body as CaseSettings;
      revision += 1;
      return answer();
    },
  });
  return { settings: () => settings, touch: () => void (revision += 1) };
}

const save = () => page.getByRole('button', { name: 'Save' });
const days = (cause: RegExp) => page.getByLabelText(cause);

describe('CasesSection', () => {
  test('changes targets, hours, days off and the order of the rules', async () => {
    const server = aServer();
    onPage(<CasesSection />);
    await page.getByRole('checkbox', { name: 'An NPS score of 7 or 8' }).click();
    await days(/An NPS score of 7 or 8: business days/).fill('2.5');
    await page.getByRole('checkbox', { name: 'Sat' }).click();
    await page.getByLabelText('To', { exact: true }).fill('17:30');
    await page.getByLabelText('Days off').fill('2027-01-02\n2027-01-01');
    await page.getByRole('button', { name: 'Move up: The least busy of the team' }).click();
    await save().click();
    await expect.poll(server.settings).toMatchObject({
      targets: { passive: { opens: true, days: 2.5 }, detractor: { opens: true, days: 1 } },
      hours: {
        days: [1, 2, 3, 4, 5, 6],
        to: '17:30',
        closedOn: ['2027-01-01', '2027-01-02'],
        timeZone: null,
      },
      assign: ['account_owner', 'least_load', 'language'],
    });
  });

  test('has the score asked again by a survey that can, and says so where one cannot', async () => {
    const server = aServer();
    onPage(<CasesSection />);
    await expect.element(page.getByRole('link', { name: /template “Score after a case”/ })).toBeVisible();
    await page.getByLabelText('Survey that asks').selectOptions(anId('srv', 1));
    const after = page.getByLabelText('Days after closing');
    await expect.element(after).toHaveValue(14);
    await after.fill('91');
    await expect.element(page.getByText('Whole days, 0 to 90.')).toBeVisible();
    await after.fill('90');
    await save().click();
    await expect.element(page.getByText(/Choose a survey with an NPS question/)).toBeVisible();
    await after.fill('0');
    await save().click();
    await expect
      .poll(server.settings)
      .toMatchObject({ recovery: { surveyId: anId('srv', 1), afterDays: 0 } });
  });

  test('says what is wrong beside it and saves nothing, and keeps what was entered when somebody was faster', async () => {
    const server = aServer();
    onPage(<CasesSection />);
    await page.getByLabelText('Days off').fill('2027-02-30');
    await days(/A low NPS score/)
      .nth(1)
      .fill('0.1');
    await expect.element(page.getByText('Not a day: 2027-02-30')).toBeVisible();
    await expect.element(page.getByText('From 0.25 to 60, in quarters.')).toBeVisible();
    await save().click();
    expect(server.settings()).toEqual(DEFAULT_CASE_SETTINGS);
    await page.getByLabelText('Days off').fill('');
    await days(/A low NPS score/)
      .nth(1)
      .fill('3');
    server.touch();
    await save().click();
    await expect.element(page.getByText(/Somebody else changed this meanwhile/)).toBeVisible();
    await expect.element(days(/A low NPS score/).nth(1)).toHaveValue(3);
  });
});
