import type { FunnelStage } from '@banso/domain/onboarding';
import type { Catalogue } from '../../../texts/use-texts.ts';

type Stage = 'eligible' | FunnelStage | 'dismissed' | 'snoozed';
type Unit = 'account' | 'contact';

interface Shape {
  title: string;
  counting: string;
  checklist: string;
  unit: string;
  units: Record<Unit, string>;
  people: string;
  verified: string;
  everybody: string;
  began: (period: string) => string;
  failed: string;
  none: string;
  noneWhat: string;
  toChecklists: string;
  funnel: string;
  funnelWhat: Record<Unit, string>;
  stage: string;
  share: string;
  stages: Record<Stage, string>;
  definitions: Record<Stage | 'step', string>;
  optional: (title: string) => string;
  toAudience: string;
  toRows: string;
  toWaiting: string;
  activation: string;
  noGoal: string;
  noGoalWhat: string;
  chooseGoal: string;
  changeGoal: string;
  removeGoal: string;
  goal: (event: string, days: number) => string;
  goalFrom: Record<'question' | 'checklist' | 'workspace', string>;
  left: (started: string, had: string, waiting: string) => string;
  rate: (days: number) => string;
  rateWhat: (days: number) => string;
  lowSample: string;
  median: string;
  medianWhat: string;
  notYet: string;
  open: string;
  percentiles: string;
  percentilesWhat: string;
  ofReached: (n: string) => string;
  asOf: string;
  cohorts: string;
  month: string;
  had: string;
  waiting: string;
  rows: Record<'activated' | 'not-activated', string>;
  rowsOf: (units: string, which: string) => string;
  rowsFailed: string;
  noRows: string;
  close: string;
  startedOn: string;
  steps: string;
  activatedOn: string;
  before: string;
  event: string;
  eventHint: string;
  eventWrong: string;
  withinDays: string;
  daysWrong: string;
  scope: string;
  scopes: Record<'workspace' | 'checklist', string>;
  save: string;
  cancel: string;
  notSaved: string;
  goalSaved: string;
  goalRemoved: string;
}

const en: Shape = {
  title: 'Onboarding',
  counting: 'Whoever began in the period, by how far they have come since',
  checklist: 'Checklist',
  unit: 'Counted by',
  units: { account: 'Accounts', contact: 'People' },
  people: 'People',
  verified: 'verified only',
  everybody: 'everybody',
  began: (period) => `began ${period}`,
  failed: 'The onboarding could not be loaded',
  none: 'No checklist has been published yet',
  noneWhat: 'Publish one, and this page says who begins it, where they stop, and who gets to value.',
  toChecklists: 'Go to the checklists',
  funnel: 'How far they come',
  funnelWhat: {
    account:
      'An account has done what any of its people has done. Only people for whom an identity token vouches count. A step can be done by an event without the checklist being opened.',
    contact:
      'A step can be done by an event, or by a teammate where the account shares the checklist, without it being opened.',
  },
  stage: 'Stage',
  share: 'Share of those who began',
  stages: {
    eligible: 'Eligible',
    started: 'Began',
    seen: 'Saw it',
    opened: 'Opened it',
    stepped: 'Did a first step',
    done: 'Done',
    dismissed: 'Closed it',
    snoozed: 'Put it off',
  },
  definitions: {
    eligible: 'Began in the period, or are in the audience today and were never given it.',
    started:
      'Were given it first in the period: it was shown or opened, or a step was done. The share is of those eligible.',
    seen: 'It was visible for a second at least once.',
    opened: 'Opened it at least once.',
    stepped: 'Did one step at least.',
    step: 'Did this step.',
    done: 'Did every required step that they can see.',
    dismissed: 'Closed it at least once.',
    snoozed: 'Put it off at least once.',
  },
  optional: (title) => `${title} (optional)`,
  toAudience: 'Click for the audience',
  toRows: 'Click for the list',
  toWaiting: 'Click for those who are still waiting',
  activation: 'Activation',
  noGoal: 'What counts as activated?',
  noGoalWhat:
    'Name the event with which a customer first gets what they came for. It is an event of your product, not the end of the checklist.',
  chooseGoal: 'Choose the event',
  changeGoal: 'Change',
  removeGoal: 'Remove',
  goal: (event, days) => `“${event}” within ${days} days`,
  goalFrom: {
    question: 'as the address asks',
    checklist: 'chosen for this checklist',
    workspace: 'chosen for all checklists',
  },
  left: (started, had, waiting) =>
    `Of ${started} who began, ${had} had the event on an earlier day and are counted nowhere here, and the days of ${waiting} are not over: they are not in the rate yet.`,
  rate: (days) => `Activated in ${days} days`,
  rateWhat: (days) =>
    `Had the event within ${days} days of their start, of those whose ${days} days have fully elapsed.`,
  lowSample: 'low sample',
  median: 'Time to value',
  medianWhat:
    'Kaplan–Meier median: by then half have had the event, those who are still waiting counted as long as they were watched.',
  notYet: 'not half yet',
  open: 'open',
  percentiles: 'P50 / P75 of the activated',
  percentilesWhat:
    'Of those who had the event only: half, and three quarters, had it by then. Whoever is slow or never comes is not in it.',
  ofReached: (n) => `${n} activated so far`,
  asOf: 'As of',
  cohorts: 'By the month of the start',
  month: 'Month',
  had: 'Had it before',
  waiting: 'Not over yet',
  rows: { activated: 'activated', 'not-activated': 'not activated so far' },
  rowsOf: (units, which) => `${units}: ${which}`,
  rowsFailed: 'The list could not be loaded',
  noRows: 'Nobody',
  close: 'Close the list',
  startedOn: 'Began on',
  steps: 'Steps done',
  activatedOn: 'Activated on',
  before: 'before',
  event: 'Event',
  eventHint: 'The name under which your product tracks it, such as report_exported.',
  eventWrong: 'Write the name of an event.',
  withinDays: 'Days after the start in which it counts',
  daysWrong: 'Write a whole number from 1 to 365.',
  scope: 'For',
  scopes: { workspace: 'All checklists', checklist: 'This checklist' },
  save: 'Save',
  cancel: 'Cancel',
  notSaved: 'It was not saved. Try again.',
  goalSaved: 'The event was saved',
  goalRemoved: 'The event was removed',
};
const ja: Shape = {
  title: 'オンボーディング',
  counting: '期間内に始めた対象が、その後どこまで進んだか',
  checklist: 'チェックリスト',
  unit: '集計単位',
  units: { account: 'アカウント', contact: '利用者' },
  people: '利用者',
  verified: '本人確認済みのみ',
  everybody: '全員',
  began: (period) => `${period}に開始`,
  failed: 'オンボーディングを読み込めませんでした',
  none: '公開されたチェックリストがまだありません',
  noneWhat: '公開すると、誰が始め、どこで止まり、誰が価値に届いたかがここに表示されます。',
  toChecklists: 'チェックリストへ',
  funnel: '進み具合',
  funnelWhat: {
    account:
      'アカウントの誰か1人が行えば、そのアカウントが行ったと数えます。対象は本人確認済みの利用者だけです。手順は、チェックリストを開かなくてもイベントで完了することがあります。',
    contact:
      '手順は、チェックリストを開かなくても、イベントや（共有の場合は）同僚によって完了することがあります。',
  },
  stage: '段階',
  share: '開始した対象に占める割合',
  stages: {
    eligible: '対象',
    started: '開始',
    seen: '表示された',
    opened: '開いた',
    stepped: '最初の手順を完了',
    done: 'すべて完了',
    dismissed: '閉じた',
    snoozed: '後回しにした',
  },
  definitions: {
    eligible: '期間内に開始したか、今日の対象条件に合い、まだ一度も渡されていない数です。',
    started: '期間内に初めて渡された数です（表示、開封、または手順の完了）。割合の分母は対象の数です。',
    seen: '1秒以上見えたことが1回以上あります。',
    opened: '1回以上開きました。',
    stepped: '1つ以上の手順を完了しました。',
    step: 'この手順を完了しました。',
    done: '表示される必須の手順をすべて完了しました。',
    dismissed: '1回以上閉じました。',
    snoozed: '1回以上後回しにしました。',
  },
  optional: (title) => `${title}（任意）`,
  toAudience: 'クリックで対象条件へ',
  toRows: 'クリックで一覧を表示',
  toWaiting: 'クリックでまだ届いていない対象を表示',
  activation: '利用開始',
  noGoal: '何をもって利用開始としますか',
  noGoalWhat:
    'お客様が目的の価値を初めて得たときのイベントを指定します。チェックリストの完了ではなく、製品のイベントです。',
  chooseGoal: 'イベントを選ぶ',
  changeGoal: '変更',
  removeGoal: '解除',
  goal: (event, days) => `${days}日以内の「${event}」`,
  goalFrom: {
    question: 'アドレスで指定',
    checklist: 'このチェックリストの設定',
    workspace: '全チェックリスト共通の設定',
  },
  left: (started, had, waiting) =>
    `開始した${started}件のうち、${had}件は開始前にイベントがあり、ここでは数えません。${waiting}件は期限前で、まだ率に含まれません。`,
  rate: (days) => `${days}日以内の利用開始率`,
  rateWhat: (days) => `開始から${days}日がすべて過ぎた対象のうち、${days}日以内にイベントがあった割合です。`,
  lowSample: '標本が少ない',
  median: '価値に届くまで',
  medianWhat:
    'カプラン・マイヤー法の中央値です。半数にイベントが起きるまでの日数で、まだの対象も観察した期間だけ数えます。',
  notYet: '半数に未到達',
  open: '上限なし',
  percentiles: '届いた対象のP50 / P75',
  percentilesWhat:
    'イベントがあった対象だけで、その半数と4分の3に起きるまでの日数です。遅い対象や届かない対象は含みません。',
  ofReached: (n) => `これまでに${n}件`,
  asOf: '時点',
  cohorts: '開始した月ごと',
  month: '月',
  had: '開始前に済み',
  waiting: '期限前',
  rows: { activated: '利用開始済み', 'not-activated': 'まだ利用を開始していない' },
  rowsOf: (units, which) => `${units}：${which}`,
  rowsFailed: '一覧を読み込めませんでした',
  noRows: '該当なし',
  close: '一覧を閉じる',
  startedOn: '開始日',
  steps: '完了した手順',
  activatedOn: '利用開始日',
  before: '開始前',
  event: 'イベント',
  eventHint: '製品が記録する名前です。例：report_exported',
  eventWrong: 'イベントの名前を入力してください。',
  withinDays: '開始から何日以内を数えるか',
  daysWrong: '1から365までの整数を入力してください。',
  scope: '適用先',
  scopes: { workspace: 'すべてのチェックリスト', checklist: 'このチェックリスト' },
  save: '保存',
  cancel: 'キャンセル',
  notSaved: '保存できませんでした。もう一度お試しください。',
  goalSaved: 'イベントを保存しました',
  goalRemoved: 'イベントを解除しました',
};
const ko: Shape = {
  title: '온보딩',
  counting: '기간 안에 시작한 대상이 그 뒤 어디까지 갔는지',
  checklist: '체크리스트',
  unit: '집계 단위',
  units: { account: '고객사', contact: '사용자' },
  people: '사용자',
  verified: '인증된 사용자만',
  everybody: '모두',
  began: (period) => `${period}에 시작`,
  failed: '온보딩을 불러오지 못했어요',
  none: '아직 게시한 체크리스트가 없어요',
  noneWhat: '게시하면 누가 시작하고 어디서 멈추고 누가 가치를 얻는지 여기에 나와요.',
  toChecklists: '체크리스트로 이동',
  funnel: '어디까지 갔는지',
  funnelWhat: {
    account:
      '고객사의 누구라도 한 일은 그 고객사가 한 것으로 세요. 인증된 사용자만 세요. 단계는 체크리스트를 열지 않아도 이벤트로 끝날 수 있어요.',
    contact: '단계는 체크리스트를 열지 않아도 이벤트나 (공유하는 경우) 동료 덕분에 끝날 수 있어요.',
  },
  stage: '단계',
  share: '시작한 대상 중 비율',
  stages: {
    eligible: '대상',
    started: '시작',
    seen: '봄',
    opened: '열어 봄',
    stepped: '첫 단계 완료',
    done: '모두 완료',
    dismissed: '닫음',
    snoozed: '나중으로 미룸',
  },
  definitions: {
    eligible: '기간 안에 시작했거나, 오늘 대상 조건에 맞지만 아직 한 번도 받지 않은 수예요.',
    started: '기간 안에 처음 받은 수예요(표시, 열기, 단계 완료). 비율의 분모는 대상이에요.',
    seen: '한 번 이상 1초 넘게 보였어요.',
    opened: '한 번 이상 열었어요.',
    stepped: '단계를 하나 이상 끝냈어요.',
    step: '이 단계를 끝냈어요.',
    done: '보이는 필수 단계를 모두 끝냈어요.',
    dismissed: '한 번 이상 닫았어요.',
    snoozed: '한 번 이상 나중으로 미뤘어요.',
  },
  optional: (title) => `${title} (선택)`,
  toAudience: '클릭하면 대상 조건으로 이동',
  toRows: '클릭하면 목록 보기',
  toWaiting: '클릭하면 아직 기다리는 대상 보기',
  activation: '활성화',
  noGoal: '무엇을 활성화로 볼까요?',
  noGoalWhat: '고객이 원하던 것을 처음 얻는 이벤트를 정하세요. 체크리스트의 끝이 아니라 제품의 이벤트예요.',
  chooseGoal: '이벤트 선택',
  changeGoal: '변경',
  removeGoal: '해제',
  goal: (event, days) => `${days}일 안의 ‘${event}’`,
  goalFrom: {
    question: '주소에서 지정',
    checklist: '이 체크리스트의 설정',
    workspace: '모든 체크리스트 공통 설정',
  },
  left: (started, had, waiting) =>
    `시작한 ${started} 중 ${had}은(는) 그 전에 이벤트가 있어 여기서 세지 않고, ${waiting}은(는) 기간이 끝나지 않아 아직 비율에 없어요.`,
  rate: (days) => `${days}일 안 활성화율`,
  rateWhat: (days) => `시작 후 ${days}일이 모두 지난 대상 중 ${days}일 안에 이벤트가 있었던 비율이에요.`,
  lowSample: '표본 적음',
  median: '가치까지 걸린 시간',
  medianWhat:
    '카플란–마이어 중앙값이에요. 절반에게 이벤트가 일어날 때까지의 날이며, 아직인 대상도 지켜본 만큼 세요.',
  notYet: '아직 절반 미만',
  open: '상한 없음',
  percentiles: '활성화된 대상의 P50 / P75',
  percentilesWhat:
    '이벤트가 있었던 대상만으로, 절반과 4분의 3에게 일어날 때까지의 날이에요. 느리거나 오지 않은 대상은 빠져 있어요.',
  ofReached: (n) => `지금까지 ${n}`,
  asOf: '기준일',
  cohorts: '시작한 달별',
  month: '달',
  had: '그 전에 있음',
  waiting: '기간 전',
  rows: { activated: '활성화됨', 'not-activated': '아직 활성화되지 않음' },
  rowsOf: (units, which) => `${units}: ${which}`,
  rowsFailed: '목록을 불러오지 못했어요',
  noRows: '아무도 없음',
  close: '목록 닫기',
  startedOn: '시작일',
  steps: '끝낸 단계',
  activatedOn: '활성화일',
  before: '그 전',
  event: '이벤트',
  eventHint: '제품이 기록하는 이름이에요. 예: report_exported',
  eventWrong: '이벤트 이름을 입력하세요.',
  withinDays: '시작 후 며칠까지 셀지',
  daysWrong: '1부터 365까지의 정수를 입력하세요.',
  scope: '적용 범위',
  scopes: { workspace: '모든 체크리스트', checklist: '이 체크리스트' },
  save: '저장',
  cancel: '취소',
  notSaved: '저장하지 못했어요. 다시 시도하세요.',
  goalSaved: '이벤트를 저장했어요',
  goalRemoved: '이벤트를 해제했어요',
};

/** Words of the report on onboarding. */
export const onboardingTexts: Catalogue<Shape> = { en, ja, ko };
