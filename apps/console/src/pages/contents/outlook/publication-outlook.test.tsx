import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aChecklist, anId, aRecord } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

const ID = anId('chk');
const draft = aChecklist();
const dialog = () => page.getByRole('dialog', { name: /^Publish version/ });
const outlook = () => dialog().getByRole('region', { name: 'The next 14 days with this live' });
const TOLD = {
  from: '2026-11-22T10:00:00.000Z',
  to: '2026-12-06T00:00:00.000Z',
  opens: true,
  people: { looked: 1_000, of: 5_321, expected: 4_200 },
  visits: 21_000,
  asked: { people: 1_200, times: 2_411 },
  held: { tag_budget: 1, audience: 2_999 },
  displaced: [{ id: anId('srv', 4), kind: 'survey', name: 'NPS', before: 400, after: 1 }],
};

let api: StandIn;
beforeEach(() => {
  api = new StandIn().install();
  const live = aChecklist({ title: { en: 'Before' } });
  api.add('checklist', aRecord(draft, { status: 'published', version: 7, edited: true }), live);
});

async function asked(): Promise<void> {
  opened(`checklists/${ID}`);
  await page.getByRole('button', { name: /^Publish v/ }).click();
}

describe('what the next days would be', () => {
  test('is told with who would not be asked, why, and what loses by it', async () => {
    api.outlook = TOLD;
    await asked();
    await expect.element(outlook()).toMatchTextContent(/1,200 of the 4,200 people.*2411 times in all/);
    await expect.element(outlook()).toMatchTextContent(/Not in the audience: 2999 people.*tag: 1 person/);
    await expect.element(outlook()).toMatchTextContent(/NPS: 1 instead of 400 times/);
    await expect.element(outlook()).toMatchTextContent(/Estimated from 1,000 of 5,321 people/);
    await expect
      .element(outlook().getByRole('link', { name: 'NPS' }))
      .toHaveAttribute('href', `/console/surveys/${anId('srv', 4)}`);
  });

  test.each([
    { told: { ...TOLD, opens: false }, words: /never opens by itself/ },
    { told: { ...TOLD, people: { looked: 0, of: 0, expected: 0 } }, words: /Nobody was here/ },
    { told: { ...TOLD, held: {}, displaced: [] }, words: /Nothing else that is live loses by it/ },
  ])('says where there is nothing to tell: $words', async ({ told, words }) => {
    api.outlook = told;
    await asked();
    await expect.element(outlook()).toMatchTextContent(words);
  });

  test('keeps nobody from publishing where it cannot be told, and is asked again', async () => {
    api.outlook = undefined;
    await asked();
    await expect.element(outlook()).toMatchTextContent(/You can publish all the same/);
    api.outlook = TOLD;
    await outlook().getByRole('button', { name: 'Try again' }).click();
    await expect.element(outlook()).toMatchTextContent(/1,200 of the 4,200/);
    await dialog().getByRole('button', { name: 'Publish', exact: true }).click();
    await expect.element(dialog()).not.toBeInTheDocument();
  });
});
