import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { forget } from '../../../data/query.ts';
import { aChecklist, anId, aRecord, aSurvey } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const aoba = (done: number) => ({
  contact: null,
  account: { id: anId('acc'), name: '青葉製作所' },
  version: 1,
  done,
  total: 4,
  steps: [],
  startedAt: '2026-11-01T00:00:00.000Z',
  lastStepAt: null,
  completedAt: done === 4 ? '2026-11-20T00:00:00.000Z' : null,
});

beforeEach(() => {
  api = new StandIn().install();
});

test('a checklist shows who is how far, and steps appear by themselves', async () => {
  const draft = aChecklist({ progressOf: 'account' });
  api.add('checklist', aRecord(draft, { status: 'published', version: 1 }), draft);
  api.participants = [aoba(3)];
  opened(`checklists/${anId('chk')}?tab=results`);
  await expect.element(page.getByRole('row', { name: /青葉製作所/ })).toMatchTextContent(/3 of 4.*Under way/);
  await expect
    .element(page.getByRole('link', { name: '青葉製作所' }))
    .toHaveAttribute('href', `/console/accounts/${anId('acc')}`);
  api.participants = [aoba(4)];
  forget('/v1/checklists'); // what the live feed does on progress
  await expect.element(page.getByRole('row', { name: /青葉製作所/ })).toMatchTextContent(/4 of 4.*Finished/);
});

test('a survey leads to its report and its answers', async () => {
  api.add(
    'survey',
    { ...aRecord(), id: anId('srv'), draft: aSurvey(), version: 1, status: 'published' },
    aSurvey(),
  );
  opened(`surveys/${anId('srv')}?tab=results`);
  await expect
    .element(page.getByRole('link', { name: 'Open the NPS report' }))
    .toHaveAttribute('href', `/console/reports/nps?survey=${anId('srv')}`);
  await expect
    .element(page.getByRole('link', { name: 'Read the answers' }))
    .toHaveAttribute('href', `/console/feedback?survey=${anId('srv')}`);
});

test('what was never published has no results', async () => {
  api.add('checklist', aRecord());
  opened(`checklists/${anId('chk')}?tab=results`);
  await expect.element(page.getByText('No results yet')).toBeVisible();
});
