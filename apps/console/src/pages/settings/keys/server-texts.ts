import type { Catalogue } from '../../../texts/use-texts.ts';

const en = {
  title: 'Send events from your server',
  what: 'What happens behind your pages, such as a ticket that is closed or a plan that changes. Surveys, checklists and audiences can use it. The key needs the right “Write”.',
  how: 'How',
  ways: { curl: 'curl', segment: 'Segment', rudder: 'RudderStack' },
  snippet: 'Server code',
  again:
    'An event that is sent again under the same messageId counts once. The two clients for Node see to that themselves.',
  waiting: 'Waiting for your server',
  waitingWhat: 'Run the lines below with a secret key. This changes by itself.',
  saw: (when: string) => `We heard your server ${when}`,
  arrived: 'Your server has been heard.',
  last: 'Last things your server told us',
  failed: 'What your server told us could not be loaded',
  failedWhat: 'Nothing was lost.',
};
const ja: typeof en = {
  title: 'サーバーからイベントを送る',
  what: '問い合わせの完了やプランの変更など、ページの裏側で起きたことを送れます。アンケート、チェックリスト、対象者の条件に使えます。キーには「編集」の権限が必要です。',
  how: '方法',
  ways: { curl: 'curl', segment: 'Segment', rudder: 'RudderStack' },
  snippet: 'サーバーのコード',
  again:
    '同じ messageId で再送されたイベントは1回だけ数えます。Node 用の2つのクライアントは自動で対応します。',
  waiting: 'サーバーからの通信を待っています',
  waitingWhat: 'シークレットキーを使って下のコードを実行してください。この表示は自動で変わります。',
  saw: (when) => `${when}にサーバーからの通信を確認しました`,
  arrived: 'サーバーからの通信が届きました。',
  last: 'サーバーからの最近の受信',
  failed: 'サーバーからの受信を読み込めませんでした',
  failedWhat: 'データは失われていません。',
};
const ko: typeof en = {
  title: '서버에서 이벤트 보내기',
  what: '문의 종료나 요금제 변경처럼 페이지 뒤에서 일어난 일을 보내요. 설문, 체크리스트, 대상 조건에 쓸 수 있어요. 키에 “쓰기” 권한이 필요해요.',
  how: '방법',
  ways: { curl: 'curl', segment: 'Segment', rudder: 'RudderStack' },
  snippet: '서버 코드',
  again: '같은 messageId로 다시 보낸 이벤트는 한 번만 세요. Node용 클라이언트 두 가지는 알아서 처리해요.',
  waiting: '서버 신호를 기다리고 있어요',
  waitingWhat: '비밀 키로 아래 코드를 실행하세요. 이 화면은 자동으로 바뀌어요.',
  saw: (when) => `${when}에 서버 신호를 확인했어요`,
  arrived: '서버에서 신호가 왔어요.',
  last: '서버에서 최근에 받은 것',
  failed: '서버에서 받은 것을 불러오지 못했어요',
  failedWhat: '잃은 데이터는 없어요.',
};

/** The words about events from a server. */
export const serverTexts: Catalogue<typeof en> = { en, ja, ko };
