import type { ChecklistBody, ChecklistStep } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import { PLAIN_STEP } from '../../contents/a-step.ts';
import type { Calendar } from '../calendar.ts';
import { blocks, list, say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

const PUBLISHED_ON = -276;

/** Something that anybody of the company does in the product. */
const byTeammates = (name: string, count: number): Condition => ({
  type: 'event',
  subject: 'account',
  name,
  op: 'at_least',
  count,
  withinDays: null,
});

const step = (
  key: string,
  words: Pick<ChecklistStep, 'title' | 'body'>,
  over: Partial<ChecklistStep> = {},
): ChecklistStep => ({ ...PLAIN_STEP, key, ...words, ...over });

const body: ChecklistBody = {
  title: say('Set up your team space', 'チームスペースの準備', '팀 공간 준비하기'),
  intro: say(
    'A short way to a space that your whole team uses. What a teammate does counts for all of you.',
    'チーム全員で使えるスペースができるまでの、短い道のりです。どなたが進めても、チーム全体の進み具合になります。',
    '팀 모두가 쓰는 공간을 만드는 짧은 과정이에요. 누가 하든 팀 전체의 진행으로 계산돼요.',
  ),
  steps: [
    step(
      'kick-off',
      {
        title: say('Kick-off call', 'キックオフの打ち合わせ', '킥오프 미팅'),
        body: say(
          'Half an hour with your contact at Kumo Notes: what you want to be better at in three months, and who helps.',
          'Kumo Notes の担当者と30分、3か月後にどうなっていたいか、どなたが進めるかを確認します。',
          'Kumo Notes 담당자와 30분 동안 3개월 뒤의 목표와 함께할 분을 정해요.',
        ),
      },
      { owner: 'team', dueInDays: 7 },
    ),
    step(
      'first-note',
      {
        title: say('Write your first note', '最初のノートを書く', '첫 노트 쓰기'),
        body: say(
          'Anything will do: the agenda of your next meeting is a good start. You can move it later.',
          '内容は何でもかまいません。次の会議の議題から始めるのがおすすめです。あとから移動できます。',
          '무엇이든 괜찮아요. 다음 회의의 안건부터 적어 보세요. 나중에 옮길 수 있어요.',
        ),
      },
      {
        action: { label: say('Open notes', 'ノートを開く', '노트 열기'), url: '/playground/' },
        completeWhen: byTeammates('note_created', 1),
        dueInDays: 7,
      },
    ),
    step(
      'invite-teammates',
      {
        title: say('Invite two teammates', 'メンバーを2人招待する', '팀원 두 명 초대하기'),
        body: say(
          'Notes are worth more when somebody answers. Start with the two people you meet most often.',
          '読む人がいてこそ、ノートは役に立ちます。よく話す2人から始めてください。',
          '노트는 함께 볼 때 더 쓸모 있어요. 자주 만나는 두 분부터 초대해 보세요.',
        ),
      },
      {
        action: { label: say('Open team', 'チームを開く', '팀 열기'), url: '/playground/team' },
        completeWhen: byTeammates('member_invited', 2),
        dueInDays: 35,
      },
    ),
    step(
      'connect-calendar',
      {
        title: say('Connect your calendar', 'カレンダーを連携する', '캘린더 연결하기'),
        body: say(
          'Every meeting then gets its note by itself, with the people who were invited.',
          '予定ごとに、参加者の入ったノートが自動で用意されます。',
          '일정마다 참석자가 들어간 노트가 저절로 만들어져요.',
        ),
      },
      {
        action: { label: say('Open settings', '設定を開く', '설정 열기'), url: '/playground/settings' },
        completeWhen: byTeammates('calendar_connected', 1),
        optional: true,
      },
    ),
    step(
      'share-folder',
      {
        title: say('Share your first folder', '最初のフォルダを共有する', '첫 폴더 공유하기'),
        body: say(
          'Whoever joins the folder sees its old notes too, so begin with one where that is fine.',
          'フォルダに入った人には過去のノートも見えます。見られて困らないフォルダから始めてください。',
          '폴더에 들어온 사람은 예전 노트도 볼 수 있어요. 보여도 괜찮은 폴더부터 공유하세요.',
        ),
      },
      {
        action: { label: say('Open folders', 'フォルダを開く', '폴더 열기'), url: '/playground/folders' },
        completeWhen: byTeammates('folder_shared', 1),
        requires: ['invite-teammates'],
        dueInDays: 40,
      },
    ),
    step(
      'agree-where',
      {
        title: say('Agree where meeting notes live', '議事録の置き場所を決める', '회의록을 둘 곳 정하기'),
        body: say(
          blocks(
            'Ten minutes with your team are enough. Settle three things:',
            list(
              'which folder meeting notes go to',
              'who starts the note',
              'where decisions stand: we like the top',
            ),
          ),
          blocks(
            'チームで10分あれば十分です。次の3つを決めてください。',
            list(
              '議事録を入れるフォルダ',
              'ノートを作る人',
              '決定事項を書く場所（いちばん上がおすすめです）',
            ),
          ),
          blocks(
            '팀과 10분이면 충분해요. 세 가지만 정하세요.',
            list('회의록을 넣을 폴더', '노트를 시작할 사람', '결정을 적을 자리 (맨 위를 추천해요)'),
          ),
        ),
      },
      { dueInDays: 42 },
    ),
  ],
  ordered: false,
  progressOf: 'account',
  celebration: say(
    'Your team space is ready. From here on it only gets easier.',
    'チームスペースの準備ができました。ここからは使うほど楽になります。',
    '팀 공간이 준비됐어요. 이제부터는 쓸수록 편해져요.',
  ),
};

/** The checklist that a new company shares: any teammate's work counts. */
export function gettingStarted(calendar: Calendar): DemoContent {
  const audience: Condition = {
    type: 'trait',
    subject: 'account',
    key: 'signed_up',
    op: 'after',
    value: calendar.day(PUBLISHED_ON),
  };
  const draft = draftOf('checklist', body, { audience, interruptive: false, delaySeconds: 0, priority: 20 });
  return {
    kind: 'checklist',
    slug: 'getting-started',
    tags: ['Onboarding'],
    name: 'Getting started',
    createdOn: PUBLISHED_ON - 2,
    by: 'haruka',
    versions: [{ day: PUBLISHED_ON, by: 'mika', note: 'For everybody who signs up from today', draft }],
  };
}
