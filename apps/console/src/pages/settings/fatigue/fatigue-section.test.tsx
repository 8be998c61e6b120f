import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { aWorkspace } from '../../accounts/testing/records.ts';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { FatigueSection } from './fatigue-section.tsx';
import type { Budget } from './rules.ts';

function aServer() {
  let workspace = aWorkspace();
  let revision = 1;
  const asked = standIn({
    'GET /v1/content-tags': () => ({ body: { data: [{ tag: 'Feedback', contents: 3 }] } }),
    'GET /v1/workspaces/:id': () => ({ body: workspace, etag: `"r${revision}"` }),
    'PATCH /v1/workspaces/:id': ({ etag, body }) => {
      if (etag !== `"r${revision}"`) return problem(412, 'precondition_failed');
      workspace = { ...workspace, ...(body as Partial<typeof workspace>) };
      revision += 1;
      return { body: workspace, etag: `"r${revision}"` };
    },
  });
  return { asked, budget: (): Budget => workspace.fatigue, touch: () => void (revision += 1) };
}

const rule = (name: string) => page.getByRole('group', { name, exact: true });
const toggle = (name: string) => rule(name).getByRole('checkbox', { name, exact: true });
const save = () => page.getByRole('button', { name: 'Save' });
const experience = () => page.getByRole('region', { name: 'What a person experiences' });

describe('FatigueSection', () => {
  test('shows each rule as a sentence with its numbers, and what they come to', async () => {
    aServer();
    onPage(<FatigueSection />);
    await expect.element(page.getByLabelText('Time between: days')).toHaveValue(7);
    await expect.element(rule('Time between')).toMatchTextContent(/At least\s*days between any two/);
    await expect.element(toggle('Quiet hours')).not.toBeChecked();
    await expect.element(page.getByLabelText('Quiet hours: from')).toBeDisabled();
    await expect.element(experience()).toMatchTextContent(/at most 5 things open by themselves in 30 days/);
    await expect.element(experience()).toMatchTextContent(/at most 10 are asked on one day/);
  });

  test('saves numbers, limits, hours and days, and undo brings the rules back', async () => {
    const server = aServer();
    onPage(<FatigueSection />);
    await page.getByLabelText('Time between: days').fill('14');
    await toggle('Surveys').click();
    await page.getByLabelText('Surveys: days').fill('30');
    await toggle('Quiet hours').click();
    await page.getByLabelText('Quiet hours: to').fill('09:30');
    await toggle('Quiet days').click();
    await rule('Quiet days').getByRole('checkbox', { name: 'Mon' }).click();
    await toggle('First visit').click();
    await expect.element(experience()).toMatchTextContent(/at most 3 things/);
    const before = server.budget();
    await save().click();
    await expect.poll(server.budget).toEqual({
      ...before,
      minDaysBetween: 14,
      perKind: { survey: { count: 1, days: 30 }, checklist: null, announcement: null },
      quietHours: { from: '20:00', to: '09:30' },
      quietDays: [1, 6, 7],
      skipFirstSession: false,
    });
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect.poll(server.budget).toEqual(before);
  });

  test('a rule that is off has no number, and without rules over time it says so', async () => {
    const server = aServer();
    onPage(<FatigueSection />);
    await toggle('Time between').click();
    await expect.element(experience()).toMatchTextContent(/No rule limits/);
    await save().click();
    await expect.poll(() => server.budget().minDaysBetween).toBe(null);
  });

  test('what is no rule is said where it stands, and not sent', async () => {
    const server = aServer();
    onPage(<FatigueSection />);
    await page.getByLabelText('Time between: days').fill('');
    await expect.element(rule('Time between')).toMatchTextContent(/Enter a whole number from 1 to 365/);
    await toggle('Quiet hours').click();
    await page.getByLabelText('Quiet hours: to').fill('20:00');
    await expect.element(rule('Quiet hours')).toMatchTextContent(/Enter two different times/);
    await save().click();
    expect(server.asked.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  test('limits by tag are added with suggestions, mended where they are none, and taken away', async () => {
    const server = aServer();
    onPage(<FatigueSection />);
    await page.getByRole('button', { name: 'Limit by tag' }).click();
    await expect.element(rule('Tag 1')).toMatchTextContent(/Enter a tag/);
    await expect
      .poll(() => document.querySelector('datalist option')?.getAttribute('value'))
      .toBe('Feedback');
    await page.getByLabelText('Tag 1: tag').fill('feedback');
    await page.getByLabelText('Tag feedback: days').fill('14');
    await page.getByRole('button', { name: 'Limit by tag' }).click();
    await page.getByLabelText('Tag 2: tag').fill('Feedback ');
    await expect.element(page.getByText('Another limit names this tag.')).toBeVisible();
    await page.getByRole('button', { name: 'Remove: Tag Feedback' }).click();
    await save().click();
    await expect.poll(() => server.budget().perTag).toEqual([{ tag: 'feedback', count: 1, days: 14 }]);
  });

  test('a conflict keeps what was entered', async () => {
    const server = aServer();
    onPage(<FatigueSection />);
    await page.getByLabelText('In one visit: times').fill('2');
    server.touch();
    await save().click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Somebody changed the workspace/);
    await expect.element(page.getByLabelText('In one visit: times')).toHaveValue(2);
    await save().click();
    await expect.poll(() => server.budget().perSession).toBe(2);
  });

  test('a member sees the rules and can change none', async () => {
    aServer();
    onPage(<FatigueSection />, { role: 'member' });
    await expect.element(page.getByText(/Only an admin can change it/)).toBeVisible();
    await expect.element(page.getByLabelText('Time between: days')).toBeDisabled();
  });

  test('says that it failed, and tries again', async () => {
    standIn({ 'GET /v1/workspaces/:id': () => problem(503, 'unavailable') });
    onPage(<FatigueSection />);
    await expect.element(page.getByText('The rules could not be loaded')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
