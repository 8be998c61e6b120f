import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aVariantReadout, PLAN } from '../../experiments/testing/readouts.ts';
import type { Draft } from '../model/content-draft.ts';
import { aChecklist, anId, aRecord, aStep, aSurvey } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
beforeEach(() => {
  api = new StandIn().install();
});
const stored = () => api.contents[0]!.record.draft as Draft<'checklist'>;
const plan = {
  ...PLAN,
  unit: 'account' as const,
  controlPercent: 0,
  variants: { base: { name: 'Short', weight: 1 }, b: { name: 'Long', weight: 1 } },
};
const long = aChecklist({ title: { en: 'The long way' }, steps: [aStep('a'), aStep('z')] }).body;
const withTwo = (b = long): Draft<'checklist'> => {
  const draft = aChecklist();
  return { ...draft, delivery: { ...draft.delivery, experiment: plan }, variants: { b } };
};

test('variants begin as copies of the base, are named and weighted, and go with one click and undo', async () => {
  api.add('checklist', aRecord());
  opened(`checklists/${anId('chk')}?tab=experiment`);
  const add = page.getByRole('button', { name: 'Add a variant' });
  await add.click();
  await expect.element(page.getByText('50 % of all').first()).toBeVisible();
  await expect
    .element(page.getByLabelText('Name of B'))
    .toHaveAccessibleDescription('This variant is the same as another one. Change something in it.');
  await page.getByLabelText('Name of B').fill('Long');
  await page.getByLabelText('Weight of B').fill('3');
  await expect.element(page.getByText('75 % of all')).toBeVisible();
  await expect
    .poll(() => stored().delivery.experiment)
    .toMatchObject({
      unit: 'account',
      controlPercent: 0,
      variants: { base: { name: 'Base', weight: 1 }, b: { name: 'Long', weight: 3 } },
    });
  await expect.poll(() => stored().variants?.b).toEqual(stored().body);
  await add.click();
  await add.click();
  await expect.element(add).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Remove “Long”' }).click();
  await expect.poll(() => Object.keys(stored().variants ?? {})).toEqual(['c', 'd']);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(() => Object.keys(stored().variants ?? {})).toEqual(['b', 'c', 'd']);
  await page.getByRole('button', { name: 'End the experiment' }).click();
  await expect.poll(() => [stored().variants, stored().delivery.experiment]).toEqual([undefined, undefined]);
});

test('a variant is edited in the same editor, with its own preview, and the base stays what it is', async () => {
  api.add('checklist', aRecord(withTwo()));
  opened(`checklists/${anId('chk')}?tab=experiment`);
  await page.getByRole('button', { name: 'Edit “Long”' }).click();
  const title = page.getByLabelText('Title', { exact: true });
  await expect.element(title).toHaveValue('The long way');
  await title.fill('The longer way');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect.element(preview.getByText('The longer way').first()).toBeVisible();
  await expect.poll(() => stored().variants?.b?.title).toEqual({ en: 'The longer way' });
  expect(stored().body.title).toEqual({ en: 'Start' });
  expect(stored().delivery.experiment).toEqual(plan);
  await page.getByRole('combobox', { name: 'Variant that is shown' }).selectOptions('A (base): Short');
  await expect.element(title).toHaveValue('Start');
  await expect.element(preview.getByText('Start').first()).toBeVisible();
});

test('what is missing in a variant keeps from publishing, and the way leads there', async () => {
  api.add('checklist', aRecord(withTwo({ ...long, steps: [aStep('a'), aStep('z', { title: { en: '' } })] })));
  opened(`checklists/${anId('chk')}?tab=delivery`);
  await page.getByRole('button', { name: /1 problem/ }).click();
  await expect.element(page.getByRole('combobox', { name: 'Variant that is shown' })).toHaveValue('b');
  await expect.element(page.getByLabelText('Title', { exact: true }).last()).toHaveFocus();
});

test('translations of a variant stand beside its own source', async () => {
  const draft = withTwo({ ...long, title: { en: 'The long way', ja: '長い道' } });
  api.add('checklist', aRecord({ ...draft, locales: ['en', 'ja'] }));
  opened(`checklists/${anId('chk')}?tab=languages&variant=b`);
  await expect.element(page.getByRole('textbox', { name: /^Title.*Japanese/ })).toHaveValue('長い道');
  await expect.element(page.getByRole('combobox', { name: 'Variant that is shown' })).toHaveValue('b');
});

test('the winner becomes the draft after a question, and undo brings all of them back', async () => {
  api.add('checklist', aRecord(withTwo()));
  opened(`checklists/${anId('chk')}?tab=experiment`);
  await page.getByRole('button', { name: 'Choose “Long” as the winner' }).click();
  const dialog = page.getByRole('dialog', { name: '“Long” for everybody?' });
  await dialog.getByRole('button', { name: 'Choose it' }).click();
  await expect.element(page.getByText(/The draft is “Long” now/).first()).toBeVisible();
  await expect.poll(() => stored().body.title).toEqual({ en: 'The long way' });
  expect([stored().variants, stored().delivery.experiment]).toEqual([undefined, undefined]);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(() => stored().variants?.b?.title).toEqual({ en: 'The long way' });
});

test('each variant is read against the base, with intervals for all of them together', async () => {
  const three = { ...plan, variants: { ...plan.variants, c: { name: 'Other', weight: 1 } } };
  api.experiment = {
    ...api.experiment,
    experiment: three,
    startedAt: '2026-09-01T00:00:00.000Z',
    scale: { question: 'score', type: 'nps' },
    readout: aVariantReadout(three, { content: [40, 120], b: [70, 120], c: [41, 120] }),
  };
  const draft = aSurvey();
  const record = aRecord(aChecklist(), { status: 'published', version: 1 });
  api.add('survey', { ...record, id: anId('srv'), draft });
  opened(`surveys/${anId('srv')}?tab=experiment`);
  await expect.element(page.getByText('“Long” against “Short”')).toBeVisible();
  await expect.element(page.getByText(/first one leads to the goal more often: \+25 points/)).toBeVisible();
  await expect.element(page.getByText(/No difference can be seen/)).toBeVisible();
  await expect.element(page.getByText(/each interval is widened to 97.5 %/)).toBeVisible();
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect.element(row('NPS')).toMatchTextContent(/-33.3.*16.7.*against Short: \+50 points/);
  await expect
    .element(row('Reached the goal'))
    .toMatchTextContent(/40 of 120.*70 of 120.*against Short: \+25/);
});
