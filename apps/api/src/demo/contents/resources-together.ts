import type { ResourceBody } from '@banso/domain/content';
import { blocks, list, numbered, say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

const SECTION = say('Working together', 'チームで使う', '함께 쓰기');

const SHARE_FIRST: ResourceBody = {
  type: 'article',
  title: say('Share a folder without surprises', '安心してフォルダを共有する', '걱정 없이 폴더 공유하기'),
  summary: say(
    'What people see the moment they join a folder.',
    'フォルダに入った人に、何が見えるか。',
    '폴더에 들어온 사람이 무엇을 보게 되는지 알려 드려요.',
  ),
  body: say(
    blocks(
      'A shared folder shows everything in it, also what was written before somebody joined. Look through the list once before you press **Share**.',
      '## In this order',
      numbered('move private drafts out', 'choose people or a whole group', 'decide whether they may write'),
      'You can stop sharing at any time. Copies that people made stay theirs.',
    ),
    blocks(
      '共有したフォルダでは、参加する前に書かれたノートも見えます。**共有** を押す前に、一覧をひととおり確認してください。',
      '## この順番で',
      numbered('見せたくない下書きを移す', '人またはグループを選ぶ', '書き込みを許すかを決める'),
      '共有はいつでもやめられます。相手が作った写しは残ります。',
    ),
    blocks(
      '공유한 폴더에서는 들어오기 전에 쓴 노트도 보여요. **공유**를 누르기 전에 목록을 한 번 훑어보세요.',
      '## 이 순서로',
      numbered('보여 주기 싫은 초안은 옮기기', '사람이나 그룹 고르기', '쓰기를 허용할지 정하기'),
      '공유는 언제든 그만둘 수 있어요. 상대가 만든 사본은 남아요.',
    ),
  ),
  section: SECTION,
  tags: ['sharing', 'folders', 'permissions'],
};

const SHARE_SECOND: ResourceBody = {
  ...SHARE_FIRST,
  body: say(
    blocks(
      'A shared folder shows everything in it, also what was written before somebody joined. Look through the list once before you press **Share**.',
      '## In this order',
      numbered('move private drafts out', 'choose people or a whole group', 'decide whether they may write'),
      '## Since the new sharing page',
      'Rights of a folder and of the folders below are on one page now: **Folder → Sharing → All rights**. Changes below are marked, and one button brings them in line again.',
      'You can stop sharing at any time. Copies that people made stay theirs.',
    ),
    blocks(
      '共有したフォルダでは、参加する前に書かれたノートも見えます。**共有** を押す前に、一覧をひととおり確認してください。',
      '## この順番で',
      numbered('見せたくない下書きを移す', '人またはグループを選ぶ', '書き込みを許すかを決める'),
      '## 新しい共有画面では',
      'フォルダとその下の権限が、1つの画面にまとまりました。**フォルダ → 共有 → すべての権限** を開いてください。下の階層で違う設定には印が付き、ボタン1つでそろえられます。',
      '共有はいつでもやめられます。相手が作った写しは残ります。',
    ),
    blocks(
      '공유한 폴더에서는 들어오기 전에 쓴 노트도 보여요. **공유**를 누르기 전에 목록을 한 번 훑어보세요.',
      '## 이 순서로',
      numbered('보여 주기 싫은 초안은 옮기기', '사람이나 그룹 고르기', '쓰기를 허용할지 정하기'),
      '## 새 공유 화면에서는',
      '폴더와 그 아래 폴더의 권한이 한 화면에 모였어요. **폴더 → 공유 → 모든 권한**을 여세요. 아래에서 다른 설정은 표시되고, 버튼 하나로 맞출 수 있어요.',
      '공유는 언제든 그만둘 수 있어요. 상대가 만든 사본은 남아요.',
    ),
  ),
};

const SHARE_EDITED: ResourceBody = {
  ...SHARE_SECOND,
  summary: say(
    'What people see when they join, and how to change it later.',
    'フォルダに入った人に何が見えるか、あとからどう変えるか。',
    '들어온 사람이 무엇을 보는지, 나중에 어떻게 바꾸는지 알려 드려요.',
  ),
};

const MEETINGS: ResourceBody = {
  type: 'article',
  title: say('Meeting notes that end in decisions', '決定で終わる議事録', '결정으로 끝나는 회의록'),
  summary: say(
    'A page that is ready when the meeting is.',
    '会議が終わると同時に仕上がる書き方です。',
    '회의가 끝날 때 함께 끝나는 회의록이에요.',
  ),
  body: say(
    blocks(
      'The best time to write the minutes is during the meeting, by everybody.',
      '## Before',
      'Start the note with the invitation. Write each topic as a question: “Do we move the launch?” is either answered at the end, or it is not.',
      '## During',
      list(
        'one person types, on the screen that all can see',
        'a line that starts with `->` becomes a task with a name and a date',
        'a line that starts with `!` becomes a decision and moves to the top',
      ),
      '## After',
      'Nothing. Who was invited gets the decisions by mail, and open tasks come back in the next note of the series.',
    ),
    blocks(
      '議事録は会議の最中に、全員で書くのがいちばんです。',
      '## 始まる前',
      '招待と同時にノートを作り、議題を質問の形で書きます。「発売を延ばすか？」と書けば、終わったときに答えが出たかどうかが分かります。',
      '## 会議中',
      list(
        '全員に見える画面で、1人が入力する',
        '`->` で始まる行は、担当者と期限のあるタスクになる',
        '`!` で始まる行は決定事項になり、上に移る',
      ),
      '## 終わったあと',
      '何もいりません。招待された人に決定事項がメールで届き、残ったタスクは次回のノートに引き継がれます。',
    ),
    blocks(
      '회의록은 회의하는 동안 모두가 함께 쓰는 게 가장 좋아요.',
      '## 시작하기 전',
      '초대하면서 노트를 만들고 안건을 질문으로 적으세요. “출시를 미룰까?”라고 쓰면 끝났을 때 답이 나왔는지 알 수 있어요.',
      '## 회의 중',
      list(
        '모두가 보는 화면에서 한 사람이 입력하기',
        '`->`로 시작하는 줄은 담당자와 날짜가 있는 할 일이 돼요',
        '`!`로 시작하는 줄은 결정이 되어 맨 위로 올라가요',
      ),
      '## 끝난 뒤',
      '할 일이 없어요. 초대받은 분에게 결정 사항이 메일로 가고 남은 할 일은 다음 노트로 이어져요.',
    ),
  ),
  section: SECTION,
  tags: ['meetings', 'minutes', 'tasks'],
};

const TEMPLATES: ResourceBody = {
  type: 'video',
  title: say('Templates in two minutes', '2分で分かるテンプレート', '2분 만에 배우는 템플릿'),
  summary: say(
    'Turn a good note into a start for the next ones.',
    'よくできたノートを、次のノートのひな型にします。',
    '잘 쓴 노트를 다음 노트의 출발점으로 만들어요.',
  ),
  body: say(
    'Daniel shows how a weekly report becomes a template, which parts to leave blank, and how to offer it to one team only.',
    '週報をテンプレートにする手順、空けておく部分、特定のチームだけに出す方法を紹介します。',
    '주간 보고를 템플릿으로 만드는 법, 비워 둘 부분, 한 팀에만 보이게 하는 법을 보여 드려요.',
  ),
  url: 'https://videos.kumo-notes.example/templates',
  section: SECTION,
  tags: ['templates', 'video'],
};

/** Guides for teams that have settled in. */
export const TOGETHER: readonly DemoContent[] = [
  {
    kind: 'resource',
    slug: 'share-a-folder',
    name: 'Share a folder without surprises',
    createdOn: -275,
    by: 'ren',
    versions: [
      { day: -272, by: 'ren', note: '', draft: draftOf('resource', SHARE_FIRST, { priority: 7 }) },
      {
        day: -74,
        by: 'ren',
        note: 'The new sharing page',
        draft: draftOf('resource', SHARE_SECOND, { priority: 7 }),
      },
    ],
    draft: { day: -1, by: 'haruka', draft: draftOf('resource', SHARE_EDITED, { priority: 7 }) },
  },
  {
    kind: 'resource',
    slug: 'meeting-notes',
    name: 'Meeting notes that end in decisions',
    createdOn: -232,
    by: 'haruka',
    versions: [{ day: -230, by: 'haruka', note: '', draft: draftOf('resource', MEETINGS, { priority: 6 }) }],
  },
  {
    kind: 'resource',
    slug: 'templates-in-two-minutes',
    name: 'Templates in two minutes',
    createdOn: -160,
    by: 'daniel',
    versions: [{ day: -155, by: 'daniel', note: '', draft: draftOf('resource', TEMPLATES, { priority: 5 }) }],
  },
];
