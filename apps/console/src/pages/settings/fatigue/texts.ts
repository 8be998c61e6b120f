import type { Catalogue } from '../../../texts/use-texts.ts';
import { plural } from '../../../texts/use-texts.ts';

/** In a sentence `{0}` and `{1}` are where its numbers stand. */
const en = {
  what: 'Rules for everything that opens by itself. What people open themselves is never held back, and who asked to be asked less, or never, goes before every rule.',
  groups: {
    person: 'One person',
    kind: 'By kind',
    tag: 'By tag',
    company: 'One company',
    time: 'Quiet times',
  },
  rules: {
    minDaysBetween: ['Time between', 'At least {0} days between any two.'],
    perPerson: ['Over a longer time', 'At most {0} in {1} days.'],
    perSession: ['In one visit', 'At most {0} in one visit.'],
    skipFirstSession: ['First visit', 'Nothing in a person’s first visit.'],
    survey: ['Surveys', 'At most {0} in {1} days.'],
    checklist: ['Checklists', 'At most {0} in {1} days.'],
    announcement: ['Announcements', 'At most {0} in {1} days.'],
    npsReserveDays: [
      'Room for the NPS',
      'No other survey in the {0} days before a person’s next NPS is due.',
    ],
    accountDailyPercent: [
      'Share of its people',
      'At most {0} % of its people on one day (UTC). One is always allowed.',
    ],
    quietHours: ['Quiet hours', 'Nothing between {0} and {1}, by the person’s clock.'],
    quietDays: ['Quiet days', 'Nothing on these days, by the person’s calendar.'],
  },
  inputs: { count: 'times', days: 'days', percent: 'per cent', from: 'from', to: 'to', tag: 'tag' },
  tagWhat:
    'Contents of every kind that carry a tag count together, by the tags that they carry now. What carries several tags is held by each of their limits.',
  tagSentence: 'At most {0} in {1} days with the tag {2}.',
  tagRule: (tag: string) => `Tag ${tag}`,
  addTag: 'Limit by tag',
  removeTag: (name: string) => `Remove: ${name}`,
  zone: 'Where a person’s time zone is not known, that of the workspace holds.',
  wrong: {
    number: (max: number) => `Enter a whole number from 1 to ${max}.`,
    time: 'Enter two different times.',
    days: 'Choose one to six days.',
    tag: 'Enter a tag.',
    twice: 'Another limit names this tag.',
  },
  preview: 'What a person experiences',
  most: (n: number) =>
    `Who comes every day sees at most ${plural(n, { one: 'one thing', other: `${n} things` })} open by themselves in 30 days.`,
  endless: 'No rule limits how much somebody who comes often sees over time.',
  ofFifty: (n: number) => `Of 50 people in a company at most ${n} are asked on one day.`,
  ahead: 'See the next 14 days',
  aheadWhat: 'Who will be asked under the saved rules, and what holds back the others.',
  conflictWhat: 'Nothing was overwritten. What you entered is kept. Look again, then save.',
  failed: 'The rules could not be loaded',
  failedWhat: 'Nothing was lost.',
} as const satisfies Shape;

const ja: Shape = {
  what: '自動で開くものすべてに適用するルールです。本人が自分で開くものは制限しません。「少なめに」「表示しない」という本人の希望は、どのルールよりも優先します。',
  groups: {
    person: '1人あたり',
    kind: '種類ごと',
    tag: 'タグごと',
    company: '1社あたり',
    time: '表示しない時間',
  },
  rules: {
    minDaysBetween: ['間隔', '次に開くまで、少なくとも {0} 日あけます。'],
    perPerson: ['長い期間の上限', '{1} 日間に {0} 回まで。'],
    perSession: ['1回の訪問', '1回の訪問で {0} 回まで。'],
    skipFirstSession: ['初めての訪問', '初めての訪問では何も開きません。'],
    survey: ['アンケート', '{1} 日間に {0} 回まで。'],
    checklist: ['チェックリスト', '{1} 日間に {0} 回まで。'],
    announcement: ['お知らせ', '{1} 日間に {0} 回まで。'],
    npsReserveDays: ['NPS のための余白', '次の NPS の時期までの {0} 日間は、ほかのアンケートを開きません。'],
    accountDailyPercent: ['人数の割合', '1日（UTC）に、その会社の {0} % の人まで。1人は必ず対象になります。'],
    quietHours: ['休止時間', '本人の時計で {0} から {1} までは開きません。'],
    quietDays: ['休止日', '本人の暦で、選んだ曜日には開きません。'],
  },
  inputs: { count: '回数', days: '日数', percent: 'パーセント', from: '開始', to: '終了', tag: 'タグ' },
  tagWhat:
    '同じタグが付いたコンテンツを、種類に関係なくまとめて数えます（今のタグで数えます）。複数のタグが付いたものには、それぞれの上限が適用されます。',
  tagSentence: 'タグ {2} は {1} 日間に {0} 回まで。',
  tagRule: (tag) => `タグ ${tag}`,
  addTag: 'タグの上限を追加',
  removeTag: (name) => `削除：${name}`,
  zone: '本人のタイムゾーンが分からない場合は、ワークスペースのタイムゾーンを使います。',
  wrong: {
    number: (max) => `1から${max}までの整数を入力してください。`,
    time: '異なる2つの時刻を入力してください。',
    days: '1日から6日を選んでください。',
    tag: 'タグを入力してください。',
    twice: '同じタグの上限がほかにもあります。',
  },
  preview: '本人から見ると',
  most: (n) => `毎日使う人に自動で開くのは、30日間で最大${n}回です。`,
  endless: '長い期間の回数を制限するルールはありません。',
  ofFifty: (n) => `50人の会社なら、1日に最大${n}人に表示します。`,
  ahead: 'これから14日間を見る',
  aheadWhat: '保存済みのルールで誰に表示され、ほかの人は何で止まるかを示します。',
  conflictWhat: '何も上書きしていません。入力した内容は残っています。確認してから保存してください。',
  failed: 'ルールを読み込めませんでした',
  failedWhat: 'データは失われていません。',
};

const ko: Shape = {
  what: '자동으로 열리는 모든 것에 적용되는 규칙이에요. 본인이 직접 여는 것은 막지 않아요. “덜 묻기”나 “묻지 않기”를 고른 사람의 뜻은 모든 규칙보다 앞서요.',
  groups: { person: '한 사람', kind: '종류별', tag: '태그별', company: '한 회사', time: '쉬는 시간' },
  rules: {
    minDaysBetween: ['간격', '다음에 열릴 때까지 적어도 {0}일을 둬요.'],
    perPerson: ['긴 기간의 한도', '{1}일 동안 {0}번까지예요.'],
    perSession: ['한 번의 방문', '한 번 방문에 {0}번까지예요.'],
    skipFirstSession: ['첫 방문', '첫 방문에는 아무것도 열리지 않아요.'],
    survey: ['설문', '{1}일 동안 {0}번까지예요.'],
    checklist: ['체크리스트', '{1}일 동안 {0}번까지예요.'],
    announcement: ['공지', '{1}일 동안 {0}번까지예요.'],
    npsReserveDays: ['NPS를 위한 여유', '다음 NPS 시기 전 {0}일 동안은 다른 설문을 열지 않아요.'],
    accountDailyPercent: ['사람 비율', '하루(UTC)에 그 회사 사람의 {0} %까지예요. 한 명은 언제나 가능해요.'],
    quietHours: ['쉬는 시간', '그 사람의 시계로 {0}부터 {1}까지는 열리지 않아요.'],
    quietDays: ['쉬는 날', '그 사람의 달력으로 고른 요일에는 열리지 않아요.'],
  },
  inputs: { count: '횟수', days: '일수', percent: '퍼센트', from: '시작', to: '끝', tag: '태그' },
  tagWhat:
    '같은 태그가 붙은 콘텐츠를 종류와 관계없이 함께 세어요(지금 붙은 태그로 세요). 태그가 여럿이면 그 한도가 모두 적용돼요.',
  tagSentence: '태그 {2} 은(는) {1}일 동안 {0}번까지예요.',
  tagRule: (tag) => `태그 ${tag}`,
  addTag: '태그 한도 추가',
  removeTag: (name) => `삭제: ${name}`,
  zone: '그 사람의 시간대를 모르면 워크스페이스의 시간대를 따라요.',
  wrong: {
    number: (max) => `1부터 ${max}까지의 정수를 입력하세요.`,
    time: '서로 다른 두 시각을 입력하세요.',
    days: '하루에서 엿새까지 고르세요.',
    tag: '태그를 입력하세요.',
    twice: '같은 태그의 한도가 또 있어요.',
  },
  preview: '사용자가 겪는 모습',
  most: (n) => `매일 오는 사람에게 자동으로 열리는 것은 30일 동안 최대 ${n}번이에요.`,
  endless: '긴 기간의 횟수를 제한하는 규칙이 없어요.',
  ofFifty: (n) => `50명인 회사라면 하루에 최대 ${n}명에게 물어요.`,
  ahead: '앞으로 14일 보기',
  aheadWhat: '저장된 규칙으로 누구에게 열리고, 나머지는 무엇에 막히는지 보여줘요.',
  conflictWhat: '아무것도 덮어쓰지 않았어요. 입력한 내용은 그대로예요. 다시 보고 저장하세요.',
  failed: '규칙을 불러오지 못했어요',
  failedWhat: '잃은 데이터는 없어요.',
};

/** A rule's name, and its sentence. */
type Rule = readonly [name: string, sentence: string];
/** Rules that the form shows, by what they are called in its texts. */
export type RuleName =
  | 'minDaysBetween'
  | 'perPerson'
  | 'perSession'
  | 'skipFirstSession'
  | 'survey'
  | 'checklist'
  | 'announcement'
  | 'npsReserveDays'
  | 'accountDailyPercent'
  | 'quietHours'
  | 'quietDays';
interface Shape {
  what: string;
  groups: Record<'person' | 'kind' | 'tag' | 'company' | 'time', string>;
  rules: Record<RuleName, Rule>;
  inputs: Record<'count' | 'days' | 'percent' | 'from' | 'to' | 'tag', string>;
  tagWhat: string;
  tagSentence: string;
  tagRule: (tag: string) => string;
  addTag: string;
  removeTag: (name: string) => string;
  zone: string;
  wrong: {
    number: (max: number) => string;
    time: string;
    days: string;
    tag: string;
    twice: string;
  };
  preview: string;
  most: (n: number) => string;
  endless: string;
  ofFifty: (n: number) => string;
  ahead: string;
  aheadWhat: string;
  conflictWhat: string;
  failed: string;
  failedWhat: string;
}

/** The words of the fatigue budget. */
export const fatigueTexts: Catalogue<Shape> = { en, ja, ko };
