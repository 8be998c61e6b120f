import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aReadout, PLAN } from '../../experiments/testing/readouts.ts';
import { aChecklist, anId, aRecord } from '../testing/drafts.ts';
import { opened, signIn } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
beforeEach(() => {
  api = new StandIn().install();
});

const report = (over: object) => ({ ...api.experiment, startedAt: '2026-09-01T00:00:00.000Z', ...over });
/** A published checklist with an experiment. */
function published(over: object): void {
  const draft = aChecklist();
  api.add('checklist', aRecord(draft, { status: 'published', version: 1 }), draft);
  api.experiment = report({ experiment: PLAN, ...over });
  opened(`checklists/${anId('chk')}?tab=experiment`);
}
const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

test('an experiment is planned with a size from what is known before, and is not ready without a goal', async () => {
  api.add('checklist', aRecord());
  opened(`checklists/${anId('chk')}?tab=experiment`);
  await page.getByRole('button', { name: 'Plan an experiment' }).click();
  await expect.element(page.getByLabelText('What counts as success')).toBeVisible();
  expect(page.getByText('Name the event.').elements()).toHaveLength(0);
  await page.getByLabelText('What counts as success').click();
  await page.getByLabelText('Control group, %').click();
  await expect.element(page.getByText('Name the event.')).toBeVisible();
  await page.getByLabelText('What counts as success').fill('report_exported');
  await expect.element(page.getByText('Name the event.')).not.toBeInTheDocument();
  await page.getByRole('radio', { name: 'People' }).click();
  await page.getByLabelText('Control group, %').fill('50');
  await page.getByLabelText('Reach it without the content, %').fill('10');
  await page.getByLabelText('Smallest difference worth seeing, points').fill('5');
  await expect.element(page.getByText('683 in each group show it in 4 of 5 experiments.')).toBeVisible();
  await page.getByRole('button', { name: 'Use as planned size' }).click();
  await expect
    .poll(() => api.contents[0]?.record.draft.delivery.experiment)
    .toEqual({
      unit: 'contact',
      controlPercent: 50,
      goal: { event: 'report_exported', withinDays: 14 },
      plannedPerArm: 683,
    });
  await page.getByRole('switch', { name: 'Also for the control group of the workspace' }).click();
  await page.getByRole('button', { name: 'End the experiment' }).click();
  await expect
    .poll(() => {
      const { experiment, everyone } = api.contents[0]?.record.draft.delivery ?? {};
      return [experiment, everyone];
    })
    .toEqual([undefined, true]);
});

test('before the planned size nothing takes the warning away, and nothing is concluded', async () => {
  published({ readout: aReadout([10, 60], [30, 60]) });
  await expect.element(page.getByText('Too early: these numbers can mislead')).toBeVisible();
  await expect.element(page.getByText(/has 60 of the 100 planned/)).toBeVisible();
  await expect.element(page.getByText(/more often/)).not.toBeInTheDocument();
  await expect.element(row('Reached the goal')).toMatchTextContent(/16.7 % \(.*\).*10 of 60.*50 %.*30 of 60/);
});

test('with the planned size the difference is told with its interval', async () => {
  published({ readout: aReadout([30, 100], [50, 100]) });
  await expect
    .element(page.getByText(/reach the goal more often: \+20 points, from \+6.4 to \+32.6 with 95 %/))
    .toBeVisible();
  await expect.element(row('Days to the goal, median')).toMatchTextContent(/3 \(3 to 3\)/);
  await expect
    .element(row('Days to the goal, mean'))
    .toMatchTextContent(/10.7 \(.*n 100.*8.5 \(.*n 100.*−2.2 days \(−3.\d to −0.\d\)/);
  await expect.element(page.getByText('No renewal has come due since.')).toBeVisible();
});

test('renewals are told with what they stand on, and as too early until enough are decided', async () => {
  const readout = aReadout([30, 100], [50, 100], { decided: { dueOn: '2026-10-01', outcome: 'renewed' } });
  if (readout.arms.content) readout.arms.content.undecided = 7;
  readout.renewalState = 'too_early';
  published({ readout });
  await expect.element(row('Renewed, of those')).toMatchTextContent(/100 of 100.*100 of 100.*0 points/);
  await expect
    .element(
      page.getByText('Too early for renewals: the smaller group has 93 decided ones of the 100 planned.'),
    )
    .toBeVisible();
  await expect.element(page.getByText(/7 that came due have no outcome yet/)).toBeVisible();
});

test('a difference that may be none is told as none', async () => {
  published({ readout: aReadout([40, 100], [45, 100]), endedAt: '2026-11-01T00:00:00.000Z', isMixed: true });
  await expect.element(page.getByText(/No difference can be seen/)).toBeVisible();
  await expect.element(page.getByText(/one group is of several contents together/)).toBeVisible();
});

test('arms of the wrong size are not to be trusted', async () => {
  published({ readout: aReadout([40, 300], [60, 180]) });
  await expect.element(page.getByText('The groups are not as large as they should be')).toBeVisible();
  await expect.element(page.getByText(/more often/)).not.toBeInTheDocument();
});

test('of a few only counts are told', async () => {
  published({ readout: aReadout([1, 3], [2, 4]) });
  await expect.element(row('Reached the goal')).toMatchTextContent(/1 of 3.*2 of 4.*–/);
});

test('an experiment that nobody is in says how they come into it', async () => {
  published({ readout: aReadout([0, 0], [0, 0]) });
  await expect.element(page.getByText('Nobody is in it yet')).toBeVisible();
  await expect.element(page.getByText(/identity token that names their account/)).toBeVisible();
});

test('who may only look sees the plan and cannot change it', async () => {
  signIn(['read']);
  const draft = aChecklist();
  api.add('checklist', aRecord({ ...draft, delivery: { ...draft.delivery, experiment: PLAN } }));
  opened(`checklists/${anId('chk')}?tab=experiment`);
  await expect.element(page.getByLabelText('What counts as success')).toBeDisabled();
  await expect.element(page.getByRole('button', { name: 'End the experiment' })).toBeDisabled();
});
