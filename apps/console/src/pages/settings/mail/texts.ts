import type { Mail } from '@banso/contract/mail';
import { plural } from '../../../texts/use-texts.ts';
import type { Catalogue } from '../../../texts/use-texts.ts';

type Words = Readonly<Record<string, string>>;

const en = {
  server: 'Mail server',
  works: (from: string) => `Mails are sent as ${from}.`,
  none: 'No mail server is set up',
  noneWhat:
    'Everything works without one: invitations are links to send yourself, and customers read replies in the widget. Whoever runs this installation sets BANSO_SMTP_URL and BANSO_MAIL_FROM, then starts it again.',
  test: 'Mail a test to myself',
  tested: (to: string) => `A test is on its way to ${to}.`,
  notTested: 'The test could not be sent.',
  tooMany: 'Five tests an hour are enough. Try again later.',
  replies: 'Replies to customers',
  repliesOn: 'Mail a reply that was not read in the product',
  repliesWhat:
    'Only to addresses that an identity token names: anybody could write any other. In their language, with a link that ends these mails. Once, until they have read something again.',
  textsStay:
    'Customers’ texts may not leave this workspace (Settings → Webhooks), so the mail says that a reply waits, and not what it says.',
  after: 'Minutes to read it in the product first',
  afterWrong: 'A whole number from 1 to 1,440.',
  url: 'Address of your product',
  urlHint: 'Where the mail leads: a page with the widget.',
  urlWrong: 'Enter an address such as https://app.example.com.',
  last: 'Last mails',
  lastWhat: 'of the last 30 days; what they said is not kept',
  nothing: 'Nothing was mailed yet.',
  to: 'To',
  purpose: 'What for',
  state: 'State',
  when: 'When',
  purposes: {
    invitation: 'Invitation',
    password: 'New password',
    reply: 'Reply to a customer',
    alert: 'Alert',
    digest: 'Weekly digest',
    test: 'Test',
  } as Words,
  states: { waiting: 'Waiting', sent: 'Handed over', failed: 'Not delivered' } as Readonly<
    Record<Mail['state'], string>
  >,
  tries: (n: number) => plural(n, { one: 'tried once', other: `tried ${n} times` }),
  again: (when: string) => `again ${when}`,
  failed: 'The mails could not be loaded',
  failedWhat: 'Nothing was lost.',
};
const ja: typeof en = {
  server: 'メールサーバー',
  works: (from) => `差出人：${from}`,
  none: 'メールサーバーが未設定です',
  noneWhat:
    'なくてもすべて利用できます。招待はリンクをご自身で送り、返信はお客様がウィジェットで読みます。設定するには、運用担当者が BANSO_SMTP_URL と BANSO_MAIL_FROM を指定して再起動してください。',
  test: '自分宛にテスト送信',
  tested: (to) => `${to} 宛にテストを送信しています。`,
  notTested: 'テストを送信できませんでした。',
  tooMany: 'テストは1時間に5回までです。しばらくしてからお試しください。',
  replies: 'お客様への返信',
  repliesOn: '製品内で未読の返信をメールでも知らせる',
  repliesWhat:
    '本人確認トークンに含まれるアドレスにのみ送ります（それ以外は誰でも書き換えられるため）。お客様の言語で、配信停止リンク付きで送ります。次に何かを読むまでは1通だけです。',
  textsStay:
    'このワークスペースでは本文を外部に送れない設定のため（設定 → Webhook）、メールには返信があることだけを記載します。',
  after: '製品内で読むのを待つ時間（分）',
  afterWrong: '1〜1,440 の整数で入力してください。',
  url: '製品のアドレス',
  urlHint: 'メールのリンク先です。ウィジェットのあるページを指定してください。',
  urlWrong: 'https://app.example.com のようなアドレスを入力してください。',
  last: '最近のメール',
  lastWhat: '過去30日分。本文は保存しません',
  nothing: 'まだ何も送信していません。',
  to: '宛先',
  purpose: '用途',
  state: '状態',
  when: '日時',
  purposes: {
    invitation: '招待',
    password: 'パスワード再設定',
    reply: 'お客様への返信',
    alert: 'アラート',
    digest: '週次ダイジェスト',
    test: 'テスト',
  },
  states: { waiting: '送信待ち', sent: '送信済み', failed: '配信不可' },
  tries: (n) => `${n}回試行`,
  again: (when) => `再試行 ${when}`,
  failed: 'メールを読み込めませんでした',
  failedWhat: 'データは失われていません。',
};
const ko: typeof en = {
  server: '메일 서버',
  works: (from) => `보내는 사람: ${from}`,
  none: '메일 서버가 없어요',
  noneWhat:
    '없어도 모두 쓸 수 있어요. 초대는 링크를 직접 보내고, 답장은 고객이 위젯에서 읽어요. 설치를 운영하는 사람이 BANSO_SMTP_URL과 BANSO_MAIL_FROM을 정하고 다시 시작하면 돼요.',
  test: '나에게 테스트 보내기',
  tested: (to) => `${to} 주소로 테스트를 보내고 있어요.`,
  notTested: '테스트를 보내지 못했어요.',
  tooMany: '테스트는 한 시간에 다섯 번까지예요. 나중에 다시 해 주세요.',
  replies: '고객에게 보내는 답장',
  repliesOn: '제품에서 읽지 않은 답장을 메일로도 알리기',
  repliesWhat:
    '신원 토큰에 적힌 주소로만 보내요. 다른 주소는 누구나 쓸 수 있기 때문이에요. 고객의 언어로, 그만 받기 링크와 함께 보내요. 다시 무언가를 읽을 때까지 한 번만 보내요.',
  textsStay:
    '이 워크스페이스는 고객의 글을 밖으로 보내지 않아요(설정 → 웹훅). 그래서 메일에는 답장이 있다는 것만 적어요.',
  after: '제품에서 읽기를 기다리는 시간(분)',
  afterWrong: '1부터 1,440까지의 정수여야 해요.',
  url: '제품 주소',
  urlHint: '메일이 안내하는 곳이에요. 위젯이 있는 페이지를 적으세요.',
  urlWrong: 'https://app.example.com 같은 주소를 입력하세요.',
  last: '최근 메일',
  lastWhat: '지난 30일. 내용은 남기지 않아요',
  nothing: '아직 보낸 메일이 없어요.',
  to: '받는 사람',
  purpose: '용도',
  state: '상태',
  when: '시각',
  purposes: {
    invitation: '초대',
    password: '비밀번호 재설정',
    reply: '고객에게 답장',
    alert: '알림',
    digest: '주간 요약',
    test: '테스트',
  },
  states: { waiting: '대기 중', sent: '보냄', failed: '전달 안 됨' },
  tries: (n) => `${n}번 시도`,
  again: (when) => `다시 시도 ${when}`,
  failed: '메일을 불러오지 못했어요',
  failedWhat: '잃은 데이터는 없어요.',
};

/** The words of the section about mail. */
export const mailTexts: Catalogue<typeof en> = { en, ja, ko };
