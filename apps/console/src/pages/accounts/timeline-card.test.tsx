import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from './testing/on-page.tsx';
import { anId } from './testing/records.ts';
import { standIn } from './testing/stand-in.ts';
import { TimelineCard } from './timeline-card.tsx';

const of = `/v1/accounts/${anId('acc')}`;
const mika = { id: anId('con'), name: 'Mika', erased: false };
const survey = { id: anId('srv'), name: 'NPS', kind: 'survey' };
const entry = (n: number, type: string, detail: Record<string, unknown> = {}, content: unknown = survey) => ({
  id: `e${n}`,
  at: '2026-01-05T10:00:00.000Z',
  type,
  contact: mika,
  content,
  detail,
});

describe('TimelineCard', () => {
  test.each([
    { type: 'track', detail: { name: 'project_created' }, sentence: /Mika did project_created/ },
    {
      type: 'step_completed',
      detail: { step: 'import', title: 'Import' },
      sentence: /Mika finished “Import”/,
    },
    { type: 'survey_answered', detail: { value: 3 }, sentence: /Mika scored 3/ },
    { type: 'survey_answered', detail: { value: 'Too slow' }, sentence: /Mika wrote.*Too slow/ },
    { type: 'survey_answered', detail: { value: null }, sentence: /Mika skipped a question/ },
    { type: 'content_dismissed', detail: { optOut: true }, sentence: /Mika does not want “NPS”/ },
    { type: 'content_dismissed', detail: {}, sentence: /Mika closed “NPS”/ },
    { type: 'resource_rated', detail: { helpful: false }, sentence: /Mika did not find “NPS” helpful/ },
  ])('says $type in a sentence', async ({ type, detail, sentence }) => {
    standIn({
      [`GET ${of}/timeline`]: () => ({ body: { data: [entry(1, type, detail)], nextCursor: null } }),
    });
    onPage(<TimelineCard of={of} />);
    await expect.element(page.getByRole('listitem')).toMatchTextContent(sentence);
  });

  test('a kind that is rare is looked for on later pages by itself', async () => {
    standIn({
      [`GET ${of}/timeline`]: ({ query }) => {
        const n = Number(query.get('cursor') ?? 0);
        const data = n < 2 ? [entry(n, 'content_shown')] : [entry(n, 'survey_answered', { value: 9 })];
        return { body: { data, nextCursor: n < 2 ? `${n + 1}` : null } };
      },
    });
    onPage(<TimelineCard of={of} />, { path: '/console/accounts/x?show=answers' });
    await expect.element(page.getByText(/scored 9/)).toBeVisible();
    expect(page.getByRole('listitem').elements()).toHaveLength(1);
  });
});
