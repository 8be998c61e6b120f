import type { AnnouncementBody } from '@banso/domain/content';
import { say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

/** Day of the calendar: half of the companies get it from then on. */
export const TRIAL_SINCE = -75;

const BODY: AnnouncementBody = {
  mode: 'badge',
  title: say('Start a report from a template', 'レポートをひな形から始める', '템플릿으로 보고서 시작하기'),
  body: say(
    'Six templates for the reports that teams write every week. Choose one, and the numbers of your notes are in it.',
    '毎週のレポートに使えるひな形を6つ用意しました。選ぶだけで、ノートの数字が入ります。',
    '매주 쓰는 보고서 템플릿 여섯 가지예요. 고르면 노트의 숫자가 들어가요.',
  ),
  action: {
    label: say('See the templates', 'ひな形を見る', '템플릿 보기'),
    url: '/reports/templates',
  },
};

/** An announcement of which the team wants to know whether it does anything: it runs against a control group. */
export const REPORT_TEMPLATES: DemoContent = {
  kind: 'announcement',
  slug: 'report-templates',
  name: 'Start a report from a template',
  createdOn: TRIAL_SINCE - 3,
  by: 'haruka',
  versions: [
    {
      day: TRIAL_SINCE,
      by: 'haruka',
      note: 'Half of the companies, until we know whether it helps',
      draft: draftOf('announcement', BODY, {
        pages: ['/reports/*'],
        experiment: {
          unit: 'account',
          controlPercent: 50,
          goal: { event: 'report_exported', withinDays: 14 },
          plannedPerArm: 93,
        },
      }),
    },
  ],
};
