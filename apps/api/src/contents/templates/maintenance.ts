import type { ContentTemplate } from './content-template.ts';
import { say } from './words.ts';

/** A line over the page for everybody, until it is over. */
export const MAINTENANCE: ContentTemplate<'announcement'> = {
  id: 'maintenance',
  kind: 'announcement',
  name: say('Maintenance notice', 'メンテナンスのお知らせ', '점검 안내'),
  purpose: say(
    'A banner for everybody: when, how long, what still works, and where the state can be read. It ends by itself.',
    '全員に表示するバナーです。日時、所要時間、その間に使えるもの、状況の確認先を伝え、自動的に終わります。',
    '모두에게 보이는 배너예요. 언제, 얼마나, 무엇은 되는지, 어디서 확인하는지 알리고 저절로 끝나요.',
  ),
  adjust: say(
    'The day and hours in the text, the address of your status page, and when the banner ends (in seven days).',
    '本文の日時、ステータスページのアドレス、バナーの終了日時（仮に7日後）をご変更ください。',
    '글 안의 날짜와 시간, 상태 페이지 주소, 배너가 끝나는 때(7일 뒤)를 바꾸세요.',
  ),
  minutes: 1,
  body: () => ({
    mode: 'banner',
    title: say(
      'Short maintenance on Sunday night',
      '日曜の夜に短時間のメンテナンスを行います',
      '일요일 밤에 짧은 점검이 있어요',
    ),
    body: say(
      'Editing pauses for about 20 minutes. Everything can still be read, and nothing that you have written is lost.',
      '20分ほど編集を停止します。閲覧はこれまでどおりでき、入力済みの内容が失われることはありません。',
      '20분쯤 편집을 멈춰요. 읽는 것은 그대로 되고, 적어 둔 내용은 사라지지 않아요.',
    ),
    action: {
      label: say('See the exact times', '正確な時間を見る', '정확한 시간 보기'),
      url: 'https://status.example.com/',
    },
  }),
  endsAfterDays: 7,
  delivery: {
    priority: 100,
    delaySeconds: 0,
    recurrence: { afterShownDays: 1, afterDismissedDays: null, afterAnsweredDays: null, maxAttempts: 3 },
  },
};
