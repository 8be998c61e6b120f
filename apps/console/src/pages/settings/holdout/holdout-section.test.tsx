import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { aReadout, PLAN } from '../../experiments/testing/readouts.ts';
import { HoldoutSection } from './holdout-section.tsx';

/** A workspace without a control group, or with one. */
function aServer(start: typeof PLAN | null = null) {
  let holdout = start;
  let revision = 1;
  const answer = () => ({
    body: { holdout, asOf: '2026-11-22', readout: holdout && aReadout([1, 20], [3, 20]) },
    etag: `"r${revision}"`,
  });
  standIn({
    'GET /v1/holdout': answer,
    'PUT /v1/holdout': ({ etag, body }) => {
      if (etag !== `"r${revision}"`) return problem(412, 'precondition_failed');
      ({ holdout } = body as { holdout: typeof PLAN | null });
      revision += 1;
      return answer();
    },
  });
  return { holdout: () => holdout, touch: () => void (revision += 1) };
}

const keep = () => page.getByRole('checkbox', { name: 'Keep a control group' });
const save = () => page.getByRole('button', { name: 'Save' });

describe('HoldoutSection', () => {
  test('begins a control group, and not without what it is compared by', async () => {
    const server = aServer();
    onPage(<HoldoutSection />);
    await keep().click();
    await save().click();
    await expect.element(page.getByText('Name the event.')).toBeVisible();
    expect(server.holdout()).toBeNull();
    await page.getByLabelText('What counts as success').fill('report_exported');
    await save().click();
    await expect.poll(server.holdout).toMatchObject({
      unit: 'account',
      controlPercent: 5,
      goal: { event: 'report_exported', withinDays: 14 },
    });
    await expect.element(page.getByText('Too early: these numbers can mislead')).toBeVisible();
  });

  test('ends one, and says what is lost with it', async () => {
    const server = aServer(PLAN);
    onPage(<HoldoutSection />);
    await keep().click();
    await expect.element(page.getByText(/can not be compared any more/)).toBeVisible();
    await save().click();
    await expect.poll(server.holdout).toBeNull();
    await expect.element(page.getByText('Too early: these numbers can mislead')).not.toBeInTheDocument();
  });

  test('keeps what was typed when somebody else was first', async () => {
    const server = aServer(PLAN);
    onPage(<HoldoutSection />);
    await page.getByLabelText('Control group, %').fill('20');
    server.touch();
    await save().click();
    await expect.element(page.getByText(/Somebody else changed it meanwhile/)).toBeVisible();
    await expect.element(page.getByLabelText('Control group, %')).toHaveValue(20);
    await save().click();
    await expect.poll(() => server.holdout()?.controlPercent).toBe(20);
  });
});
