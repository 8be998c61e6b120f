import type { ChecklistBody } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import { PLAIN_STEP } from '../../contents/a-step.ts';
import type { Calendar } from '../calendar.ts';
import { say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

/** Day of the calendar: people who joined later get it. */
export const FIRST_WEEK_SINCE = -120;

const own = (name: string): Condition => ({
  type: 'event',
  subject: 'contact',
  name,
  op: 'at_least',
  count: 1,
  withinDays: null,
});

const body: ChecklistBody = {
  title: say('Your first week', '最初の1週間', '첫 일주일'),
  intro: say(
    'Three small things, and Kumo Notes feels like yours.',
    '小さなことを3つ。それだけで、使い慣れた場所になります。',
    '작은 일 세 가지면 내 자리처럼 편해져요.',
  ),
  steps: [
    {
      ...PLAIN_STEP,
      key: 'profile',
      title: say('Add your photo and role', '写真と役割を登録する', '사진과 역할 넣기'),
      body: say(
        'Teammates find you faster when they see a face beside your notes.',
        'ノートの横に顔が見えると、誰に聞けばよいかがすぐに分かります。',
        '노트 옆에 얼굴이 보이면 팀원이 더 빨리 찾아요.',
      ),
      action: { label: say('Open settings', '設定を開く', '설정 열기'), url: '/playground/settings' },
      dueInDays: 3,
    },
    {
      ...PLAIN_STEP,
      key: 'own-note',
      title: say('Write a note of your own', '自分のノートを書く', '내 노트 쓰기'),
      body: say(
        'A draft is fine: nobody sees it before you share it.',
        '下書きでかまいません。共有するまで、ほかの人には見えません。',
        '초안이어도 괜찮아요. 공유하기 전에는 아무도 볼 수 없어요.',
      ),
      action: { label: say('Open notes', 'ノートを開く', '노트 열기'), url: '/playground/' },
      completeWhen: own('note_created'),
      dueInDays: 5,
    },
    {
      ...PLAIN_STEP,
      key: 'mention',
      title: say('Mention a teammate', 'メンバーをメンションする', '팀원을 멘션하기'),
      body: say(
        'Type @ and a name. They are told, and the answer stays beside the note.',
        '@ に続けて名前を入力します。相手に通知が届き、返事はノートのそばに残ります。',
        '@와 이름을 입력하세요. 상대에게 알림이 가고 답은 노트 옆에 남아요.',
      ),
      completeWhen: own('mention_sent'),
      dueInDays: 7,
    },
    {
      ...PLAIN_STEP,
      key: 'mobile',
      title: say('Put Kumo Notes on your phone', 'スマートフォンに入れる', '휴대폰에 설치하기'),
      body: say(
        'Notes wait for you offline and are sent when you are back.',
        '電波のない場所でも書けます。つながったときに保存されます。',
        '오프라인에서도 쓸 수 있고 다시 연결되면 저장돼요.',
      ),
      optional: true,
    },
  ],
  ordered: false,
  progressOf: 'contact',
  celebration: say(
    'You know your way around now.',
    'これで基本はひととおりです。',
    '이제 기본은 다 익혔어요.',
  ),
};

/** The checklist that each new person has for themselves. */
export function firstWeek(calendar: Calendar): DemoContent {
  const audience: Condition = {
    type: 'trait',
    subject: 'contact',
    key: 'joined_at',
    op: 'after',
    value: calendar.day(FIRST_WEEK_SINCE),
  };
  const draft = draftOf('checklist', body, { audience, interruptive: false, delaySeconds: 0, priority: 10 });
  return {
    kind: 'checklist',
    slug: 'your-first-week',
    tags: ['Onboarding'],
    name: 'Your first week',
    createdOn: FIRST_WEEK_SINCE - 6,
    by: 'seoyeon',
    versions: [
      {
        day: FIRST_WEEK_SINCE,
        by: 'seoyeon',
        note: 'Three steps only, after the interviews in Seoul',
        draft,
      },
    ],
  };
}
