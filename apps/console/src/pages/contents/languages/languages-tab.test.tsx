import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aChecklist, anId, aRecord, aStep } from '../testing/drafts.ts';
import { opened, SOON } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const stored = () => api.contents[0]!.record.draft as ReturnType<typeof aChecklist>;

beforeEach(() => {
  api = new StandIn().install();
  api.add(
    'checklist',
    aRecord(
      aChecklist(
        {
          title: { en: 'Start', ja: '始める' },
          steps: [aStep('a', { title: { en: 'Invite', ja: '招待' } })],
        },
        { locales: ['en', 'ja'] },
      ),
    ),
  );
  opened(`checklists/${anId('chk')}?tab=languages`);
});

test('a language is added with marks where texts are missing, and translated in the table', async () => {
  await page.getByLabelText('Add language').selectOptions('Korean');
  await expect.element(page.getByRole('columnheader', { name: /Korean/ })).toMatchTextContent(/2 missing/);
  const title = page.getByLabelText('Title, Korean', { exact: true });
  await expect.element(title).toHaveAttribute('placeholder', 'Start');
  await title.fill('시작하기');
  await expect.element(page.getByRole('columnheader', { name: /Korean/ })).toMatchTextContent(/1 missing/);
  await expect
    .poll(() => [stored().locales, stored().body.title['ko']], SOON)
    .toEqual([['en', 'ja', 'ko'], '시작하기']);
});

test('a language goes with its texts and comes back with them', async () => {
  await page.getByRole('button', { name: 'Actions for Japanese' }).click();
  await page.getByRole('menuitem', { name: 'Remove with its texts' }).click();
  await expect.poll(() => [stored().locales, stored().body.title], SOON).toEqual([['en'], { en: 'Start' }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => [stored().locales, stored().body.title, stored().body.steps[0]?.title['ja']], SOON)
    .toEqual([['en', 'ja'], { en: 'Start', ja: '始める' }, '招待']);
});

test('another default language: what it lacks keeps from publishing', async () => {
  await page.getByLabelText('Title, Japanese', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Actions for Japanese' }).click();
  await page.getByRole('menuitem', { name: 'Make it the default language' }).click();
  await expect
    .element(page.getByLabelText('Title, Japanese', { exact: true }))
    .toHaveAccessibleDescription('Needed before you publish.');
  await expect
    .element(page.getByRole('button', { name: 'Publish v1' }))
    .toHaveAccessibleDescription('Mend the problems first.');
});
