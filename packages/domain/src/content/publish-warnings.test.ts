import { describe, expect, test } from 'vitest';
import { defaultDelivery } from '../decide/defaults.ts';
import { anAnnouncement, aResource, aSurvey } from '../testing/bodies.ts';
import { aChecklist, aStep } from '../testing/checklists.ts';
import type { Condition } from '../targeting/condition.ts';
import type { ComparedDraft } from './changes-of.ts';
import type { ContentKind, Delivery } from './delivery.ts';
import type { LiveNeighbour, PublishScene } from './publish-warnings.ts';
import { publishWarnings } from './publish-warnings.ts';

const draft = <K extends ContentKind>(
  kind: K,
  body: ComparedDraft<K>['body'],
  delivery: Partial<Delivery> = {},
): ComparedDraft<K> => ({
  defaultLocale: 'en',
  locales: ['en'],
  delivery: { ...defaultDelivery(kind), ...delivery },
  body,
});
const plan = (value: string): Condition => ({
  type: 'trait',
  subject: 'account',
  key: 'plan',
  op: 'is',
  value,
});
const scene = (over: Partial<PublishScene> = {}): PublishScene => ({
  now: '2026-01-05T10:00:00.000Z',
  theme: {},
  themes: new Map(),
  live: [],
  segments: new Map(),
  ...over,
});
const neighbour = <K extends ContentKind>(kind: K, of: ComparedDraft<K>): LiveNeighbour => ({
  ...of,
  id: 'x_1',
  kind,
  name: 'The other',
});
const about = { id: 'x_1', name: 'The other' };

describe('a segment', () => {
  const segment = (segmentId: string): Condition => ({ type: 'segment', segmentId });
  const segments = new Map<string, Condition>([
    ['pro', plan('pro')],
    ['free', plan('free')],
    ['nobody', { type: 'any', of: [] }],
    ['both', { type: 'all', of: [plan('free'), segment('pro')] }],
  ]);
  const audienceOf = (...of: Condition[]) =>
    publishWarnings(
      'resource',
      draft('resource', aResource(), { audience: { type: 'all', of } }),
      scene({ segments }),
    );

  test.each([
    { of: [segment('pro')], warnings: [] },
    {
      of: [plan('pro'), segment('gone')],
      warnings: [{ path: 'delivery.audience.of.1.segmentId', code: 'segment_gone' }],
    },
    {
      of: [segment('nobody')],
      warnings: [{ path: 'delivery.audience.of.0.segmentId', code: 'segment_impossible' }],
    },
    {
      of: [{ type: 'not' as const, of: segment('both') }],
      warnings: [{ path: 'delivery.audience.of.0.of.segmentId', code: 'segment_impossible' }],
    },
    {
      of: [segment('free'), plan('pro')],
      warnings: [{ path: 'delivery.audience', code: 'audience_excludes_itself' }],
    },
  ])('is looked into: $warnings', ({ of, warnings }) => expect(audienceOf(...of)).toEqual(warnings));

  test('of a step is looked into too', () => {
    const body = aChecklist([aStep('a', { visibleWhen: segment('gone') })]);
    expect(publishWarnings('checklist', draft('checklist', body), scene({ segments }))).toEqual([
      { path: 'steps.0.visibleWhen.segmentId', code: 'segment_gone' },
    ]);
  });
});

test('nothing is to be said of what is fine', () => {
  expect(publishWarnings('checklist', draft('checklist', aChecklist([aStep('a')])), scene())).toEqual([]);
});

test('a step that the audience can never see', () => {
  const body = aChecklist([aStep('a'), aStep('b', { visibleWhen: plan('free') })]);
  expect(publishWarnings('checklist', draft('checklist', body, { audience: plan('pro') }), scene())).toEqual([
    { path: 'steps.1.visibleWhen', code: 'step_excluded_by_audience' },
  ]);
  expect(publishWarnings('checklist', draft('checklist', body, { audience: plan('free') }), scene())).toEqual(
    [],
  );
});

test('an audience in which nobody can be', () => {
  const audience: Condition = { type: 'all', of: [plan('pro'), plan('free')] };
  expect(publishWarnings('resource', draft('resource', aResource(), { audience }), scene())).toEqual([
    { path: 'delivery.audience', code: 'audience_excludes_itself' },
  ]);
});

test('texts that a language lacks, counted by language', () => {
  const of = { ...draft('checklist', aChecklist([aStep('a')])), locales: ['en', 'ja', 'ko'] };
  expect(publishWarnings('checklist', of, scene())).toEqual([
    { path: 'title.ja', code: 'translation_missing', count: 2 },
    { path: 'title.ko', code: 'translation_missing', count: 2 },
  ]);
});

test.each([
  { url: 'https://banso.dev/guide', code: undefined },
  { url: '/settings', code: undefined },
  { url: 'mailto:a@example.com', code: undefined },
  { url: 'http://banso.dev', code: 'link_insecure' },
  { url: 'https://example.com/x', code: 'link_dead' },
  { url: 'https://www.example.org', code: 'link_dead' },
  { url: 'http://localhost:3000/', code: 'link_dead' },
  { url: 'https://192.168.0.4/', code: 'link_dead' },
  { url: 'https://172.20.1.1/', code: 'link_dead' },
  { url: 'https://172.40.1.1/', code: undefined },
  { url: 'https://intranet/x', code: 'link_dead' },
  { url: 'https://staging.test', code: 'link_dead' },
])('a link to $url: $code', ({ url, code }) => {
  const body = anAnnouncement({ action: { label: { en: 'Go' }, url } });
  expect(publishWarnings('announcement', draft('announcement', body), scene())).toEqual(
    code === undefined ? [] : [{ path: 'action.url', code }],
  );
});

describe('what is live already', () => {
  const survey = draft('survey', aSurvey(), { audience: plan('pro') });
  const first = draft('checklist', aChecklist([aStep('a')]), { audience: plan('pro') });

  test('another NPS for the same people, or for everybody', () => {
    const warned = [{ path: 'delivery.audience', code: 'second_nps', about: { ...about, kind: 'survey' } }];
    const forAll = draft('survey', aSurvey());
    const free = draft('survey', aSurvey(), { audience: plan('free') });
    const said = (other: ComparedDraft<'survey'>) =>
      publishWarnings('survey', survey, scene({ live: [neighbour('survey', other)] }));
    expect(said(survey)).toEqual(warned);
    expect(said(forAll)).toEqual(warned);
    expect(said(free)).toEqual([]);
  });

  test('something else that opens by itself for the same people with the same priority', () => {
    const said = (over: Partial<Delivery>) =>
      publishWarnings(
        'checklist',
        first,
        scene({
          live: [
            neighbour(
              'announcement',
              draft('announcement', anAnnouncement({ mode: 'banner' }), { ...first.delivery, ...over }),
            ),
          ],
        }),
      );
    expect(said({})).toEqual([
      { path: 'delivery.priority', code: 'same_moment', about: { ...about, kind: 'announcement' } },
    ]);
    expect(said({ priority: 7 })).toEqual([]);
    expect(said({ audience: plan('free') })).toEqual([]);
    expect(said({ pages: ['/x'] })).toHaveLength(1);
  });

  test('what waits in the panel is in nobody’s way', () => {
    const badge = draft('announcement', anAnnouncement(), { audience: plan('pro') });
    expect(publishWarnings('checklist', first, scene({ live: [neighbour('announcement', badge)] }))).toEqual(
      [],
    );
  });
});

test('an end that is over, and a look that cannot be read', () => {
  const of = draft('resource', aResource(), { endsAt: '2026-01-05T10:00:00.000Z' });
  expect(publishWarnings('resource', of, scene({ theme: { surface: '#777777' } }))).toEqual([
    { path: 'delivery.endsAt', code: 'over_already' },
    { path: 'theme.surface', code: 'contrast' },
  ]);
});

test('waves that never come, a clock that lets nobody be asked again, and a quota that is full', () => {
  const said = (over: Partial<Delivery>, answered?: PublishScene['answered']) =>
    publishWarnings('survey', draft('survey', aSurvey(), over), scene({ answered }));
  const waves = { from: '2027-01-01', months: 3, percent: 100 };
  expect(said({ waves, endsAt: '2027-01-01T09:00:00.000Z' })).toEqual([
    { path: 'delivery.waves.from', code: 'waves_after_end' },
  ]);
  expect(said({ waves, endsAt: '2027-01-02T00:00:00.000Z' })).toEqual([]);
  const recurrence = { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: null, maxAttempts: null };
  const transaction = { event: 'ticket_closed', property: 'ticketId', withinDays: 7 };
  expect(said({ recurrence, transaction })).toEqual([
    { path: 'delivery.recurrence.afterAnsweredDays', code: 'asked_about_one' },
  ]);
  expect(said({ recurrence })).toEqual([]);
  const quota = { answers: 50, per: 'total' as const };
  expect(said({ quota }, { total: 50 })).toEqual([
    { path: 'delivery.quota.answers', code: 'quota_reached', count: 50 },
  ]);
  expect(said({ quota }, { total: 49 })).toEqual([]);
});
