import { aStep } from '../a-step.ts';
import { type ContentTemplate, both, did, didNot, inStage } from './content-template.ts';
import { blocks, list, say } from './words.ts';

/** What each new person does in the first days, whatever the team does. */
export const FIRST_WEEK: ContentTemplate<'checklist'> = {
  id: 'first-week',
  kind: 'checklist',
  name: say('First week', '最初の1週間', '첫 일주일'),
  purpose: say(
    'Leads each new person to a first result of their own within seven days.',
    '新しく使い始めた方を、7日以内に最初の成果まで案内します。',
    '새로 시작한 분이 7일 안에 첫 성과를 얻도록 안내해요.',
  ),
  adjust: say(
    'The events that tick the steps (profile_completed, project_created, comment_added) and where the buttons lead.',
    'ステップを完了にするイベント名（profile_completed、project_created、comment_added）と、ボタンのリンク先をご確認ください。',
    '단계를 완료하는 이벤트 이름(profile_completed, project_created, comment_added)과 버튼이 여는 주소를 확인하세요.',
  ),
  minutes: 20,
  body: () => ({
    title: say('Your first week', 'はじめの1週間にすること', '첫 일주일에 할 일'),
    intro: say(
      'Four small steps, about five minutes each. After the last one you have something to show to your team.',
      '1つ5分ほどの小さなステップが4つあります。最後まで進むと、チームに見せられるものが出来上がります。',
      '하나에 5분쯤 걸리는 작은 단계 네 개예요. 끝까지 하면 팀에 보여 줄 결과가 생겨요.',
    ),
    steps: [
      aStep(
        'profile',
        say('Say who you are', 'プロフィールを登録する', '프로필 채우기'),
        say(
          'A name and a photo are enough. Teammates answer faster when they know who is asking.',
          '名前と写真だけで十分です。誰からの質問か分かると、返事が早くなります。',
          '이름과 사진이면 충분해요. 누가 묻는지 알면 팀원이 더 빨리 답해요.',
        ),
        {
          action: {
            label: say('Open profile', 'プロフィールを開く', '프로필 열기'),
            url: '/settings/profile',
          },
          completeWhen: did('profile_completed'),
          dueInDays: 1,
        },
      ),
      aStep(
        'project',
        say('Create your first project', '最初のプロジェクトを作る', '첫 프로젝트 만들기'),
        say(
          'Take one that is going on anyway. A real one teaches more than a test, and you can rename it later.',
          '今まさに進めているものを選んでください。試しに作るより実際のもののほうが身につきます。名前は後から変えられます。',
          '지금 하고 있는 일로 만들어 보세요. 연습용보다 많이 배우고, 이름은 나중에 바꿀 수 있어요.',
        ),
        {
          action: {
            label: say('New project', 'プロジェクトを作成', '프로젝트 만들기'),
            url: '/projects/new',
          },
          completeWhen: did('project_created'),
          dueInDays: 3,
        },
      ),
      aStep(
        'share',
        say('Bring in one teammate', 'メンバーを1人誘う', '팀원 한 명 초대하기'),
        say(
          blocks(
            'It gets useful when two people look at the same page. Good first questions:',
            list('Is anything missing here?', 'Who else should know?'),
          ),
          blocks(
            '2人が同じ画面を見るようになると、便利さを実感できます。最初のやり取りの例です。',
            list('足りないものはありますか', 'ほかに知らせておく人はいますか'),
          ),
          blocks(
            '두 사람이 같은 화면을 보면 쓸모가 커져요. 처음에는 이렇게 물어보세요.',
            list('빠진 것이 있나요?', '또 누가 알아야 할까요?'),
          ),
        ),
        {
          action: { label: say('Invite', '招待する', '초대하기'), url: '/settings/team' },
          completeWhen: did('comment_added'),
          requires: ['project'],
          dueInDays: 5,
        },
      ),
      aStep(
        'reminder',
        say('Choose what we tell you about', '通知を選ぶ', '받을 알림 고르기'),
        say(
          'Turn off what you do not need. What is left is worth reading.',
          '要らない通知は切ってください。残ったものだけを読めば足ります。',
          '필요 없는 알림은 꺼 두세요. 남은 것만 읽으면 돼요.',
        ),
        {
          action: { label: say('Notifications', '通知の設定', '알림 설정'), url: '/settings/notifications' },
          optional: true,
          dueInDays: 7,
        },
      ),
    ],
    ordered: false,
    progressOf: 'contact',
    celebration: say(
      'That was the first week. The next step is yours to choose.',
      '最初の1週間が終わりました。次に何をするかは、自由に決めてください。',
      '첫 일주일을 마쳤어요. 다음은 원하는 대로 골라 보세요.',
    ),
  }),
  delivery: { audience: both(inStage('onboarding', 'adopting'), didNot('project_archived')) },
};
