import { aStep } from '../a-step.ts';
import { type ContentTemplate, both, did, didNot, inStage } from './content-template.ts';
import { say } from './words.ts';

/** For people who use the product and not yet the part of it that makes them stay. */
export const FEATURE_ADOPTION: ContentTemplate<'checklist'> = {
  id: 'feature-adoption',
  kind: 'checklist',
  name: say('Feature adoption', '機能の定着', '기능 정착'),
  purpose: say(
    'Shows people who work with you every week a part that they have not found, here reports.',
    '毎週使っているものの、まだ使っていない機能（ここではレポート）へ案内します。',
    '매주 쓰지만 아직 찾지 못한 기능(여기서는 보고서)으로 안내해요.',
  ),
  adjust: say(
    'Which feature: the events signed_in, report_created, report_shared, and the addresses of the buttons.',
    '対象の機能に合わせて、イベント名（signed_in、report_created、report_shared）とボタンのリンク先をご変更ください。',
    '대상 기능에 맞게 이벤트 이름(signed_in, report_created, report_shared)과 버튼 주소를 바꾸세요.',
  ),
  minutes: 10,
  body: () => ({
    title: say('A report that writes itself', '自動で届くレポートを作る', '저절로 만들어지는 보고서'),
    intro: say(
      'Teams that share one report a week hold shorter meetings. Set it up once, in ten minutes.',
      '週に1度レポートを共有するチームは、会議が短くなっています。設定は1度だけ、10分で終わります。',
      '일주일에 한 번 보고서를 나누는 팀은 회의가 짧아져요. 10분만 들여 한 번 설정하세요.',
    ),
    steps: [
      aStep(
        'create',
        say('Choose a question', '知りたいことを選ぶ', '궁금한 것 고르기'),
        say(
          'Start with one that you are asked every week. The template **Weekly progress** is a good first one.',
          '毎週聞かれることから始めてください。最初は、ひな型の**週次の進捗**がおすすめです。',
          '매주 듣는 질문에서 시작하세요. 처음이라면 **주간 진행** 서식이 좋아요.',
        ),
        {
          action: { label: say('New report', 'レポートを作成', '보고서 만들기'), url: '/reports/new' },
          completeWhen: did('report_created'),
        },
      ),
      aStep(
        'share',
        say('Send it to two people', '2人に送る', '두 사람에게 보내기'),
        say(
          'They need no account to read it. The link shows what is true at that moment.',
          '読む方にアカウントは要りません。リンクを開くと、いつでも最新の数字が表示されます。',
          '읽는 분에게는 계정이 필요 없어요. 링크를 열면 늘 지금의 숫자가 보여요.',
        ),
        { completeWhen: did('report_shared'), requires: ['create'] },
      ),
      aStep(
        'schedule',
        say('Let it come by itself', '定期的に届くようにする', '정기적으로 받기'),
        say(
          'Monday at nine suits most teams. You can pause it at any time.',
          '月曜の9時を選ぶチームが多いです。いつでも止められます。',
          '월요일 아홉 시를 고르는 팀이 많아요. 언제든 멈출 수 있어요.',
        ),
        { optional: true, requires: ['share'] },
      ),
    ],
    ordered: true,
    progressOf: 'contact',
    celebration: say(
      'From now on it writes itself.',
      'これからは自動で届きます。',
      '이제부터는 저절로 만들어져요.',
    ),
  }),
  delivery: {
    audience: both(inStage('adopting', 'established'), did('signed_in', 4, 28), didNot('report_shared')),
    pages: ['*/reports*'],
    delaySeconds: 8,
  },
};
