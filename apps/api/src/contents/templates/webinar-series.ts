import { addMs, DAY_MS, HOUR_MS, hourOf } from '@banso/domain/time';
import { type ContentTemplate, inStage } from './content-template.ts';
import { blocks, list, say } from './words.ts';

/** The next hour of a series; the page stays and gets its recording afterwards. */
export const WEBINAR_SERIES: ContentTemplate<'resource'> = {
  id: 'webinar-series',
  kind: 'resource',
  name: say('Webinar series', 'ウェビナーシリーズ', '웨비나 시리즈'),
  purpose: say(
    'A page for the next session of a monthly series, with what will be shown and for whom; later it holds the recording.',
    '毎月開催するシリーズの次回ページです。内容と対象者を載せ、終了後は録画を置きます。',
    '매달 여는 시리즈의 다음 회 페이지예요. 내용과 대상을 싣고, 끝난 뒤에는 녹화를 올려요.',
  ),
  adjust: say(
    'The link to your webinar and its hours; they stand two weeks from today.',
    'ウェビナーの参加リンクと日時をご変更ください。日時は仮に2週間後としています。',
    '웨비나 참여 링크와 시간을 바꾸세요. 시간은 우선 2주 뒤로 되어 있어요.',
  ),
  minutes: 45,
  body: (at) => {
    const startsAt = addMs(hourOf(at), 14 * DAY_MS);
    return {
      type: 'webinar',
      title: say(
        'From a list to a rhythm: planning the week as a team',
        '一覧から習慣へ：チームで1週間を計画する',
        '목록에서 리듬으로: 팀이 함께 한 주 계획하기',
      ),
      summary: say(
        'Part 1 of our monthly series: 30 minutes by a customer, 15 for your questions.',
        '毎月開催シリーズの第1回です。お客様の事例30分と、質疑応答15分です。',
        '매달 여는 시리즈의 첫 회예요. 고객 사례 30분, 질문 15분이에요.',
      ),
      section: say('Webinars', 'ウェビナー', '웨비나'),
      tags: ['webinar', 'planning'],
      url: 'https://example.com/webinars/planning',
      startsAt,
      endsAt: addMs(startsAt, HOUR_MS),
      body: say(
        blocks(
          'A team of twelve shows how it plans its week in twenty minutes, and what it stopped doing.',
          list(
            'For: people who lead a team',
            'You will take home: a plan that you can copy',
            'The recording is here the day after',
          ),
        ),
        blocks(
          '12人のチームが、20分で1週間を計画する方法と、やめたことを紹介します。',
          list(
            '対象：チームをまとめている方',
            '持ち帰れるもの：そのまま使える計画表',
            '録画は翌日ここに掲載します',
          ),
        ),
        blocks(
          '열두 명의 팀이 20분 만에 한 주를 계획하는 방법과 그만둔 일을 보여 드려요.',
          list('대상: 팀을 이끄는 분', '가져갈 것: 그대로 쓸 수 있는 계획표', '녹화는 다음 날 여기에 올려요'),
        ),
      ),
    };
  },
  delivery: { audience: inStage('adopting', 'established') },
};
