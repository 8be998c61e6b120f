import type { AnnouncementBody, ResourceBody } from '@banso/domain/content';
import { WEBINAR_INVITATION } from '../../contents/templates/webinar-invitation.ts';
import type { Calendar } from '../calendar.ts';
import { blocks, say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

const PROGRAMME: ResourceBody = {
  type: 'link',
  title: say('Tell others how you work', '活用方法を紹介しませんか', '활용 방법을 소개해 주세요'),
  summary: say(
    'A half-hour talk about how your team uses Kumo Notes. You see the text before anybody else.',
    'チームでの使い方を30分ほどお聞かせください。公開前に必ず原稿をご確認いただきます。',
    '팀에서 어떻게 쓰는지 30분만 들려주세요. 공개하기 전에 먼저 글을 보여 드려요.',
  ),
  body: {},
  section: say('Working together', 'チームで使う', '함께 쓰기'),
  tags: ['reference'],
  url: 'https://kumo-notes.example/stories',
};

const WITH_DATES: ResourceBody = {
  ...PROGRAMME,
  summary: say(
    'A half-hour talk about how your team uses Kumo Notes; dates for next month are open now.',
    'チームでの使い方を30分ほどお聞かせください。来月の日程を受け付けています。',
    '팀에서 어떻게 쓰는지 30분만 들려주세요. 다음 달 일정을 지금 고를 수 있어요.',
  ),
};

const invitation = (at: string): AnnouncementBody => ({
  ...WEBINAR_INVITATION.body(at),
  title: say('Our autumn session: plan a week', '秋のセミナー：1週間の計画', '가을 세미나: 한 주 계획하기'),
  body: say(
    blocks('45 minutes with three teams that plan their week in Kumo Notes, and time for your questions.'),
    blocks('Kumo Notes で1週間を計画している3つのチームのお話を45分で。質問の時間もあります。'),
    blocks('Kumo Notes로 한 주를 계획하는 세 팀의 이야기를 45분 동안 들어요. 질문 시간도 있어요.'),
  ),
});

/**
 * What the team works on with each other: a resource for a saved segment with a version that waits for its day, and an invitation that a
 * colleague has approved and nobody has published yet.
 * @param advocates - Id of the saved segment.
 */
export function references(calendar: Calendar, advocates: string): readonly DemoContent[] {
  const audience = { type: 'segment', segmentId: advocates } as const;
  return [
    {
      kind: 'resource',
      slug: 'reference-programme',
      name: 'Reference programme',
      createdOn: -21,
      by: 'haruka',
      versions: [
        {
          day: -20,
          by: 'haruka',
          note: 'For advocates only',
          draft: draftOf('resource', PROGRAMME, { audience }),
        },
        {
          day: -1,
          by: 'daniel',
          note: 'With the dates of next month, when they are open',
          draft: draftOf('resource', WITH_DATES, { audience, startsAt: calendar.at(4, 0) }),
        },
      ],
    },
    {
      kind: 'announcement',
      slug: 'autumn-session',
      name: 'Autumn session',
      createdOn: -5,
      by: 'seoyeon',
      versions: [],
      draft: {
        day: -3,
        by: 'seoyeon',
        draft: draftOf('announcement', invitation(calendar.at(-3, 0)), WEBINAR_INVITATION.delivery),
      },
    },
  ];
}
