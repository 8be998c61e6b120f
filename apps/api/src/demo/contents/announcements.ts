import type { AnnouncementBody } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import type { Calendar } from '../calendar.ts';
import { NOTICE } from '../themes.ts';
import { blocks, list, say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

/** What large customers are told about belongs to their own contract. */
const ENTERPRISE: Condition = {
  type: 'trait',
  subject: 'account',
  key: 'plan',
  op: 'is',
  value: 'Enterprise',
};

const COMPARE: AnnouncementBody = {
  mode: 'badge',
  title: say('Compare two versions side by side', '2つの版を並べて比較できます', '두 버전을 나란히 비교해요'),
  body: say(
    blocks(
      'Many of you prepare audits in Kumo Notes and asked for this: choose any two versions in a note’s history, and see them **side by side**.',
      list(
        'Additions and deletions are marked in both',
        'Who changed what stands beside each paragraph',
        'The comparison prints on one page',
      ),
      'Nothing changes for notes that you never compare.',
    ),
    blocks(
      '監査の準備に使っている方々からのご要望です。ノートの履歴で版を2つ選ぶと、**並べて**見比べられるようになりました。',
      list(
        '追加と削除の箇所は、両方の版に表示します',
        '誰が何を変えたかは、段落の横に表示します',
        '比較の結果は、1ページに印刷できます',
      ),
      '比較しないノートは、これまでと変わりません。',
    ),
    blocks(
      '감사를 준비하는 분들이 요청해 주셨어요. 노트 기록에서 버전 두 개를 고르면 **나란히** 볼 수 있어요.',
      list(
        '더해진 곳과 지워진 곳을 양쪽에 표시해요',
        '누가 무엇을 바꿨는지 문단 옆에 보여요',
        '비교한 결과는 한 쪽에 인쇄할 수 있어요',
      ),
      '비교하지 않는 노트는 그대로예요.',
    ),
  ),
  action: { label: say('See how', '使い方を見る', '방법 보기'), url: '/notes?history=compare' },
};

const MAINTENANCE: AnnouncementBody = {
  mode: 'banner',
  title: say(
    'Short maintenance this week',
    '今週、短時間のメンテナンスを行います',
    '이번 주에 짧은 점검이 있어요',
  ),
  body: say(
    'Single sign-on is paused for about 15 minutes, at night in your region. Your notes stay readable.',
    'お住まいの地域の夜間に、シングルサインオンを15分ほど停止します。ノートの閲覧はできます。',
    '계신 지역의 밤 시간에 통합 로그인을 15분쯤 멈춰요. 노트는 그대로 볼 수 있어요.',
  ),
  action: {
    label: say('Times by region', '地域ごとの時間', '지역별 시간'),
    url: 'https://status.kumo-notes.example/',
  },
};

/**
 * One announcement that waits for everybody, and one that will interrupt a few, soon: it begins tomorrow, so that nobody whom the
 * demo lets people be sees a banner where the survey is due.
 */
export function announcements(calendar: Calendar): readonly DemoContent[] {
  return [
    {
      kind: 'announcement',
      slug: 'compare-versions',
      tags: ['News'],
      name: 'Compare two versions side by side',
      createdOn: -14,
      by: 'haruka',
      versions: [
        { day: -12, by: 'haruka', note: '', draft: draftOf('announcement', COMPARE, { priority: 1 }) },
      ],
    },
    {
      kind: 'announcement',
      slug: 'maintenance',
      tags: ['News', 'Operations'],
      name: 'Maintenance of single sign-on',
      createdOn: -2,
      by: 'ren',
      versions: [
        {
          day: -1,
          by: 'ren',
          note: 'For Enterprise, until it is over',
          draft: draftOf('announcement', MAINTENANCE, {
            audience: ENTERPRISE,
            themeId: NOTICE.id,
            priority: 20,
            startsAt: calendar.at(1, 0),
            endsAt: calendar.at(6, 0),
          }),
        },
      ],
    },
  ];
}
