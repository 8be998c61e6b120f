import { aStep } from '../a-step.ts';
import { type ContentTemplate, both, inStage, teamDid } from './content-template.ts';
import { say } from './words.ts';

/** What has to be done once in an account before its people can work; any admin's work counts for all. */
export const ADMIN_SET_UP: ContentTemplate<'checklist'> = {
  id: 'admin-set-up',
  kind: 'checklist',
  name: say('Admin set-up', '管理者の初期設定', '관리자 초기 설정'),
  purpose: say(
    'Takes the admins of a new account through what must stand before everybody comes: sign-in, people, data, a kick-off.',
    '新しい契約先の管理者に、全員が使い始める前の準備（ログイン、メンバー、データ、キックオフ）を案内します。',
    '새 고객사의 관리자가 모두를 부르기 전에 준비할 것(로그인, 구성원, 데이터, 킥오프)을 안내해요.',
  ),
  adjust: say(
    'The trait role = admin, the events of the steps, and that your team ticks the kick-off call.',
    '属性 role が admin であること、各ステップのイベント名、キックオフは自社のチームが完了にすることをご確認ください。',
    '속성 role이 admin인지, 단계의 이벤트 이름, 킥오프는 우리 팀이 완료한다는 점을 확인하세요.',
  ),
  minutes: 45,
  body: () => ({
    title: say('Get your company ready', '社内展開の準備', '회사 준비하기'),
    intro: say(
      'Most companies finish this within two weeks. Whoever of the admins does a step does it for all.',
      '多くの企業が2週間以内に完了しています。管理者のどなたが進めても、全員の進み具合になります。',
      '대부분의 회사가 2주 안에 끝내요. 관리자 중 누가 하든 모두의 진행으로 계산돼요.',
    ),
    steps: [
      aStep(
        'kick-off',
        say('Kick-off with your contact', '担当者とキックオフをする', '담당자와 킥오프하기'),
        say(
          'Thirty minutes: what should be better in three months, how we would see it, and who helps on your side.',
          '30分で、3か月後に何が良くなっていてほしいか、それをどう確かめるか、どなたが進めるかを決めます。',
          '30분 동안 석 달 뒤에 무엇이 나아져야 하는지, 어떻게 확인할지, 누가 맡을지 정해요.',
        ),
        { owner: 'team', dueInDays: 5 },
      ),
      aStep(
        'sign-in',
        say('Connect your sign-in', 'ログイン方法を設定する', '로그인 연결하기'),
        say(
          'With single sign-on people need no new password, and who leaves your company loses access the same day.',
          'シングルサインオンを使うと新しいパスワードは要りません。退職した方のアクセスも、その日に止まります。',
          '통합 로그인을 쓰면 새 비밀번호가 필요 없고, 퇴사한 분의 접근도 그날 끊겨요.',
        ),
        {
          action: {
            label: say('Open sign-in', 'ログイン設定を開く', '로그인 설정 열기'),
            url: '/settings/sign-in',
          },
          completeWhen: teamDid('sso_connected'),
          optional: true,
          dueInDays: 7,
        },
      ),
      aStep(
        'people',
        say('Invite the first ten people', '最初の10人を招待する', '처음 열 명 초대하기'),
        say(
          'Begin with those who have the problem every day. They will tell the others.',
          'まず、毎日その課題に向き合っている方から始めてください。良さは自然に周りへ伝わります。',
          '매일 그 문제를 겪는 분부터 초대하세요. 나머지는 그분들이 알려 줄 거예요.',
        ),
        {
          action: { label: say('Invite people', 'メンバーを招待', '구성원 초대'), url: '/settings/team' },
          completeWhen: teamDid('member_invited', 10),
          dueInDays: 10,
        },
      ),
      aStep(
        'import',
        say('Bring your data', 'データを取り込む', '데이터 가져오기'),
        say(
          'A spreadsheet is enough. Look at the preview before you import: nothing is stored until you confirm.',
          '表計算ソフトのファイルで始められます。取り込む前に内容を確認できます。確定するまで何も保存されません。',
          '스프레드시트면 충분해요. 가져오기 전에 미리 보고, 확인하기 전에는 아무것도 저장되지 않아요.',
        ),
        {
          action: { label: say('Import', '取り込みを始める', '가져오기 시작'), url: '/settings/import' },
          completeWhen: teamDid('data_imported'),
          requires: ['people'],
          dueInDays: 14,
        },
      ),
    ],
    ordered: false,
    progressOf: 'account',
    celebration: say(
      'Your company is ready. We will look together at how it goes in four weeks.',
      '社内の準備が整いました。4週間後に、使われ方を一緒に確認しましょう。',
      '회사 준비가 끝났어요. 4주 뒤에 어떻게 쓰이는지 함께 살펴봐요.',
    ),
  }),
  delivery: {
    audience: both(inStage('onboarding'), {
      type: 'trait',
      subject: 'contact',
      key: 'role',
      op: 'is',
      value: 'admin',
    }),
  },
};
