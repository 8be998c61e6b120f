import { launchOptions } from '@banso/testkit/browser';
import { chromium } from 'playwright';
import type { Row } from '../report.ts';
import { spreadOf } from '../report.ts';
import { CONTENDERS, filesOfAll, NOTHING } from './contenders.ts';
import type { Contender } from './contenders.ts';
import { servePages } from './server.ts';
import { visit } from './visit.ts';
import type { Conditions, Visit } from './visit.ts';

const ROUNDS = 7;
const KIB = 1_024;
const SLOW_PROCESSOR: Conditions = { slowLine: false, cpuTimes: 4 };
const SLOW_LINE: Conditions = { slowLine: true, cpuTimes: 1 };

type Name = Contender['name'];
const PEERS = [
  ['surveyjs', 'SurveyJS'],
  ['posthog', 'PostHog, slim with surveys'],
  ['formbricks', 'the drawing part of Formbricks'],
] as const;

type Visits = Readonly<Record<Name, readonly Visit[]>>;

/**
 * The widget until one NPS question can be seen, beside a trivial widget in Lit and beside peers: SurveyJS, which needs no service;
 * PostHog, whose service is played here; and of Formbricks the part that draws, which is less than a page with it pays. Every round
 * has everybody in it; figures are ratios within a round.
 * @throws {Error} when the widget is not built.
 */
export async function benchWidget(): Promise<Row[]> {
  const server = await servePages(await filesOfAll());
  const browser = await chromium.launch(launchOptions({ whole: true }));
  const rounds = async (conditions: Conditions, count = ROUNDS): Promise<Visits> => {
    const all: Record<Name, Visit[]> = {
      nothing: [],
      lit: [],
      banso: [],
      surveyjs: [],
      posthog: [],
      formbricks: [],
    };
    for (let round = 0; round < count; round++)
      for (const contender of [NOTHING, ...CONTENDERS])
        all[contender.name].push(await visit(browser, server, contender, conditions));
    return all;
  };
  try {
    await rounds({ slowLine: false, cpuTimes: 1 }, 1); // the browser warms up
    return rowsOf(await rounds(SLOW_PROCESSOR), await rounds(SLOW_LINE));
  } finally {
    await browser.close();
    server.stop();
  }
}

function rowsOf(processor: Visits, line: Visits): Row[] {
  const ratio = (visits: Visits, of: (visit: Visit) => number, to: Name) =>
    visits.banso.map((one, round) => of(one) / Math.max(of(visits[to][round] ?? one), 1e-9));
  const visible = ({ visibleMs }: Visit) => visibleMs;
  const beyondNothing = (visits: Visits, name: Name, of: (visit: Visit) => number) =>
    visits[name].map((one, round) => of(one) - of(visits.nothing[round] ?? one));
  const script = beyondNothing(processor, 'banso', ({ scriptMs }) => scriptMs).map(
    (ms, round) =>
      ms / Math.max(beyondNothing(processor, 'lit', ({ scriptMs }) => scriptMs)[round] ?? ms, 1e-9),
  );
  const row = (what: string, values: readonly number[], unit: string, most: number, limit: string): Row => {
    const spread = spreadOf(values);
    return { what, ...spread, unit, limit, within: spread.median <= most };
  };
  const most = (of: (visit: Visit) => number) => [...processor.banso, ...line.banso].map(of);
  return [
    row(
      'NPS visible, processor 4 × slower',
      ratio(processor, visible, 'lit'),
      '× trivial Lit',
      1.5,
      '≤ 1.5 × trivial Lit',
    ),
    row(
      'the same beside SurveyJS',
      ratio(processor, visible, 'surveyjs'),
      '× SurveyJS',
      1 / 3,
      '≤ ⅓ of SurveyJS',
    ),
    row(
      'the same beside PostHog',
      ratio(processor, visible, 'posthog'),
      '× PostHog',
      1 / 3,
      '≤ ⅓ of PostHog',
    ),
    row(
      'the same beside the drawing part of Formbricks',
      ratio(processor, visible, 'formbricks'),
      '× that part',
      Infinity,
      'for comparison',
    ),
    row('NPS visible on slow 4G', ratio(line, visible, 'lit'), '× trivial Lit', 1.3, '≤ 1.3 × trivial Lit'),
    row('the same beside SurveyJS', ratio(line, visible, 'surveyjs'), '× SurveyJS', 0.4, '≤ 0.4 of SurveyJS'),
    row('the same beside PostHog', ratio(line, visible, 'posthog'), '× PostHog', 0.4, '≤ 0.4 of PostHog'),
    row(
      'the same beside the drawing part of Formbricks',
      ratio(line, visible, 'formbricks'),
      '× that part',
      Infinity,
      'for comparison',
    ),
    row('script, beyond an empty page', script, '× trivial Lit', 2.5, '≤ 2.5 × trivial Lit'),
    row(
      'long tasks, beyond 50 ms each',
      most(({ longMs }) => longMs),
      'ms',
      0,
      '0',
    ),
    row(
      'layout shift',
      most(({ shift }) => shift),
      '',
      0,
      '0',
    ),
    row(
      'heap, NPS visible, beyond an empty page',
      beyondNothing(processor, 'banso', ({ heap }) => heap / KIB),
      'KiB',
      300,
      '≤ 300 KiB',
    ),
    row(
      'requests until visible',
      most(({ requests }) => requests),
      '',
      3,
      '≤ 3',
    ),
    row(
      'code until visible, as sent',
      most(({ bytes }) => bytes / KIB),
      'KiB',
      12,
      '≤ 12 KiB',
    ),
    ...PEERS.map(([name, called]) =>
      row(
        `the same of ${called}`,
        processor[name].map(({ bytes }) => bytes / KIB),
        'KiB',
        Infinity,
        'for comparison',
      ),
    ),
  ];
}
