import { type ContentTemplate, both, didNot, inStage } from './content-template.ts';
import { blocks, list, say } from './words.ts';

/** A card that invites to a session, once, to people who are free to come. */
export const WEBINAR_INVITATION: ContentTemplate<'announcement'> = {
  id: 'webinar-invitation',
  kind: 'announcement',
  name: say('Webinar invitation', 'ウェビナーへの招待', '웨비나 초대'),
  purpose: say(
    'A card in the corner that invites to the next session, with what people will take home; not for those who have signed up.',
    '次回のウェビナーに誘うカードです。何を持ち帰れるかを伝え、申し込み済みの方には表示しません。',
    '다음 웨비나에 초대하는 카드예요. 무엇을 얻는지 알리고, 이미 신청한 분에게는 나오지 않아요.',
  ),
  adjust: say(
    'The day, the link to sign up, and the event webinar_registered.',
    '開催日、申し込みのリンク、イベント webinar_registered の名前をご確認ください。',
    '날짜, 신청 링크, 이벤트 webinar_registered의 이름을 확인하세요.',
  ),
  minutes: 1,
  body: () => ({
    mode: 'popover',
    title: say(
      'How three teams plan their week',
      '3つのチームに学ぶ、1週間の計画の立て方',
      '세 팀은 한 주를 어떻게 계획할까요',
    ),
    body: say(
      blocks(
        '45 minutes, live, with time for your questions:',
        list('Plan a week in 20 minutes', 'Hold one meeting less', 'Take a ready-made plan home'),
        'If you cannot come, sign up anyway: you get the recording.',
      ),
      blocks(
        '45分のライブ配信です。質問の時間もあります。',
        list('1週間の計画を20分で立てる', '会議を1つ減らす', 'すぐに使える計画表を持ち帰る'),
        '当日参加できない方も、お申し込みいただければ録画をお届けします。',
      ),
      blocks(
        '45분 동안 생방송으로 진행하고 질문 시간도 있어요.',
        list('20분 만에 한 주 계획하기', '회의 하나 줄이기', '바로 쓸 수 있는 계획표 받기'),
        '못 오시더라도 신청해 두면 녹화를 보내 드려요.',
      ),
    ),
    action: {
      label: say('Save a seat', '参加を申し込む', '자리 신청하기'),
      url: 'https://example.com/webinars',
    },
  }),
  delivery: {
    audience: both(inStage('adopting', 'established'), didNot('webinar_registered', 30)),
    delaySeconds: 15,
    recurrence: { afterShownDays: 7, afterDismissedDays: null, afterAnsweredDays: null, maxAttempts: 2 },
  },
};
