import type { Catalogue } from '../../texts/use-texts.ts';
import type { Outcome } from './outcomes.ts';

interface Shape {
  title: string;
  reports: string;
  what: string;
  looked: (looked: string, of: string) => string;
  estimate: string;
  everybody: (n: string) => string;
  toBudget: string;
  failed: string;
  failedWhat: string;
  nothing: string;
  nothingWhat: string;
  toSurveys: string;
  nobody: string;
  nobodyWhat: string;
  toInstall: string;
  contents: string;
  content: string;
  visits: string;
  outcomes: Record<Outcome, string>;
  outcomeWhat: Record<Outcome, string>;
  chart: (name: string) => string;
  day: string;
  dayLabel: (day: string, asked: number, held: number) => string;
  oneDay: (day: string) => string;
  allDays: string;
  showAll: string;
  why: string;
  door: Record<'budget' | 'editor', string>;
  people: string;
  somebody: string;
}

const en: Shape = {
  title: 'Next 14 days',
  reports: 'Reports',
  what: 'The days ahead, played with the rules that decide. Everybody comes as often as so far, reaches every page, and answers or closes nothing: the busiest that these days can be. Days are in UTC.',
  looked: (looked, of) => `${looked} of the ${of} people who were here in the last 30 days were looked at.`,
  estimate: 'Estimate',
  everybody: (n) => `All ${n} people who were here in the last 30 days were looked at.`,
  toBudget: 'Fatigue budget',
  failed: 'The days ahead could not be loaded',
  failedWhat: 'Nothing was lost.',
  nothing: 'Nothing opens by itself',
  nothingWhat: 'Publish a survey, a checklist, a banner or a popover, and this page says who will see it.',
  toSurveys: 'Go to the surveys',
  nobody: 'Nobody was here in the last 30 days',
  nobodyWhat:
    'The days ahead are played from the visits so far. They begin when people open a page with the widget in it.',
  toInstall: 'How to install it',
  contents: 'What opens by itself',
  content: 'Content',
  visits: 'Visits',
  outcomes: {
    asked: 'Opens',
    budget: 'Held by the budget',
    person: 'Not wanted by the person',
    own: 'Held by its own clocks',
    first: 'Something else goes first',
    outside: 'Not for them',
  },
  outcomeWhat: {
    asked: 'It opens by itself in the visit.',
    budget: 'A rule of the fatigue budget holds it back.',
    person: 'The person said later, less or never.',
    own: 'It was shown, answered or closed, and its clock still runs.',
    first: 'Something with a higher priority opens in the visit.',
    outside: 'The person is not in its audience or sample, or it is not live on that day.',
  },
  chart: (name) => `${name}: visits by day, and what becomes of them`,
  day: 'Day',
  dayLabel: (day, asked, held) => `${day}: ${asked} open, ${held} held back`,
  oneDay: (day) => `On ${day}`,
  allDays: 'In all 14 days',
  showAll: 'All days',
  why: 'What becomes of the visits',
  door: { budget: 'See the rule', editor: 'See its settings' },
  people: 'For example',
  somebody: 'An anonymous visitor',
};

const ja: Shape = {
  title: 'これからの14日間',
  reports: 'レポート',
  what: '実際の判定と同じルールで、これからの日々を先に試算します。全員がこれまでの頻度で訪れ、すべてのページを開き、回答も閉じる操作もしないと仮定した、最も多い場合の数です。日付は UTC です。',
  looked: (looked, of) => `直近30日に訪れた${of}人のうち${looked}人で試算しました。`,
  estimate: '推定',
  everybody: (n) => `直近30日に訪れた${n}人全員で試算しました。`,
  toBudget: '表示頻度のルール',
  failed: '試算を読み込めませんでした',
  failedWhat: 'データは失われていません。',
  nothing: '自動で開くものがありません',
  nothingWhat: 'アンケート・チェックリスト・バナー・ポップオーバーを公開すると、誰に表示されるかを示します。',
  toSurveys: 'アンケートへ',
  nobody: '直近30日に訪れた人がいません',
  nobodyWhat: 'これまでの訪問をもとに試算します。ウィジェットを設置したページが開かれると始まります。',
  toInstall: '設置方法',
  contents: '自動で開くもの',
  content: 'コンテンツ',
  visits: '訪問',
  outcomes: {
    asked: '開く',
    budget: '頻度のルールで停止',
    person: '本人の希望',
    own: 'コンテンツ自身の間隔',
    first: 'ほかを優先',
    outside: '対象外',
  },
  outcomeWhat: {
    asked: 'その訪問で自動的に開きます。',
    budget: '表示頻度のルールで止まります。',
    person: '本人が「後で」「少なめに」「表示しない」を選んでいます。',
    own: '表示・回答・閉じた後の間隔がまだ終わっていません。',
    first: '優先度の高いものがその訪問で開きます。',
    outside: '対象や抽出に含まれないか、その日は公開されていません。',
  },
  chart: (name) => `${name}：日ごとの訪問とその結果`,
  day: '日付',
  dayLabel: (day, asked, held) => `${day}：開く${asked}回、止まる${held}回`,
  oneDay: (day) => day,
  allDays: '14日間の合計',
  showAll: 'すべての日',
  why: '訪問の結果',
  door: { budget: 'ルールを見る', editor: '設定を見る' },
  people: '例',
  somebody: '匿名の訪問者',
};

const ko: Shape = {
  title: '앞으로 14일',
  reports: '리포트',
  what: '실제 판단과 같은 규칙으로 앞으로의 날을 미리 돌려 봤어요. 모두 지금까지처럼 오고, 모든 페이지에 가고, 답하거나 닫지 않는다고 본 가장 많은 경우예요. 날짜는 UTC예요.',
  looked: (looked, of) => `지난 30일에 온 ${of}명 가운데 ${looked}명으로 계산했어요.`,
  estimate: '추정',
  everybody: (n) => `지난 30일에 온 ${n}명 모두로 계산했어요.`,
  toBudget: '표시 빈도 규칙',
  failed: '앞으로의 날을 불러오지 못했어요',
  failedWhat: '잃은 데이터는 없어요.',
  nothing: '자동으로 열리는 것이 없어요',
  nothingWhat: '설문, 체크리스트, 배너나 팝오버를 게시하면 누가 보게 될지 여기에 나와요.',
  toSurveys: '설문으로 가기',
  nobody: '지난 30일에 온 사람이 없어요',
  nobodyWhat: '지금까지의 방문으로 계산해요. 위젯이 있는 페이지를 누군가 열면 시작돼요.',
  toInstall: '설치 방법',
  contents: '자동으로 열리는 것',
  content: '콘텐츠',
  visits: '방문',
  outcomes: {
    asked: '열림',
    budget: '빈도 규칙에 막힘',
    person: '본인이 원치 않음',
    own: '자체 간격에 막힘',
    first: '다른 것이 먼저',
    outside: '대상 아님',
  },
  outcomeWhat: {
    asked: '그 방문에서 자동으로 열려요.',
    budget: '표시 빈도 규칙이 막아요.',
    person: '본인이 나중에, 덜, 또는 묻지 않기를 골랐어요.',
    own: '보이거나 답하거나 닫은 뒤의 간격이 아직 남았어요.',
    first: '우선순위가 높은 것이 그 방문에서 열려요.',
    outside: '대상이나 표본이 아니거나 그날 게시되어 있지 않아요.',
  },
  chart: (name) => `${name}: 날짜별 방문과 그 결과`,
  day: '날짜',
  dayLabel: (day, asked, held) => `${day}: 열림 ${asked}번, 막힘 ${held}번`,
  oneDay: (day) => day,
  allDays: '14일 전체',
  showAll: '모든 날',
  why: '방문의 결과',
  door: { budget: '규칙 보기', editor: '설정 보기' },
  people: '예',
  somebody: '익명 방문자',
};

/** The words of the days ahead. */
export const listeningTexts: Catalogue<Shape> = { en, ja, ko };
