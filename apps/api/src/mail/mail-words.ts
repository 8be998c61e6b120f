import type { organisation } from '@banso/contract';
import { readerLanguage } from '../reader-language.ts';

interface Words {
  invitation: {
    subject: (team: string) => string;
    title: (team: string) => string;
    what: (by: string, team: string) => string;
    join: string;
    until: string;
    footer: string;
  };
  reset: { subject: string; title: string; what: string; button: string; until: string; footer: string };
  reply: {
    subject: (by: string) => string;
    title: (by: string) => string;
    more: (count: number) => string;
    /** Where nothing that was written may leave. */
    withheld: string;
    open: (product: string) => string;
    footer: (team: string) => string;
    off: string;
  };
  test: { subject: string; title: string; what: string; footer: string };
  /** Why a member is mailed an alert, under it. */
  alert: string;
  off: {
    title: string;
    what: string;
    button: string;
    done: string;
    doneWhat: string;
    again: string;
    on: string;
    onWhat: string;
    unknown: string;
  };
}

const en: Words = {
  invitation: {
    subject: (team) => `Join ${team} on Banso`,
    title: (team) => `You are invited to ${team}`,
    what: (by, team) => `${by} invites you to work with the ${team} team in Banso.`,
    join: 'Join the team',
    until: 'The link works once, for seven days.',
    footer: 'If you do not know who sent this, ignore it: nothing happens.',
  },
  reset: {
    subject: 'A new password for Banso',
    title: 'Choose a new password',
    what: 'Somebody asked for a new password for this address.',
    button: 'Choose a new password',
    until: 'The link works once, for an hour. All your sessions end then.',
    footer: 'If it was not you, ignore this mail: your password stays as it is.',
  },
  reply: {
    subject: (by) => `${by} replied to you`,
    title: (by) => `${by} replied to you`,
    more: (count) =>
      count === 1 ? 'One more message waits for you.' : `${count} more messages wait for you.`,
    withheld: 'For your privacy the message itself stands only in the product.',
    open: (product) => `Read and answer on ${product}`,
    footer: (team) =>
      `You wrote to ${team}, and this answer was not read yet. Mails to this address reach nobody.`,
    off: 'No more mails like this',
  },
  test: {
    subject: 'A test from Banso',
    title: 'Mail works',
    what: 'This is the mail that you asked for in the settings. Invitations, alerts and replies take the same way.',
    footer: 'You get this because you pressed a button in the settings.',
  },
  alert:
    'You get this because an alert rule of your workspace names you. An admin can change it in the settings.',
  off: {
    title: 'No more mails about replies?',
    what: 'Answers of the team still wait for you in the product.',
    button: 'No more mails',
    done: 'You get no more mails about replies',
    doneWhat: 'Answers of the team still wait for you in the product. You can close this page.',
    again: 'Send them again',
    on: 'You get mails about replies again',
    onWhat: 'Only when an answer waits that you have not read. You can close this page.',
    unknown: 'This link is not complete. Copy it once more from the mail.',
  },
};

const ja: Words = {
  invitation: {
    subject: (team) => `${team}からBansoへの招待`,
    title: (team) => `${team}に招待されました`,
    what: (by, team) => `${by}さんが、Bansoの${team}チームにあなたを招待しました。`,
    join: 'チームに参加する',
    until: 'リンクは7日間、1回だけ有効です。',
    footer: '心当たりがない場合は、このメールを破棄してください。何も起こりません。',
  },
  reset: {
    subject: 'Bansoのパスワード再設定',
    title: '新しいパスワードの設定',
    what: 'このメールアドレスのパスワード再設定が申請されました。',
    button: '新しいパスワードを設定する',
    until: 'リンクは1時間、1回だけ有効です。設定すると、すべての端末でサインアウトされます。',
    footer: '心当たりがない場合は、このメールを破棄してください。パスワードは変わりません。',
  },
  reply: {
    subject: (by) => `${by}さんから返信が届きました`,
    title: (by) => `${by}さんからの返信`,
    more: (count) => `ほかに未読のメッセージが${count}件あります。`,
    withheld: 'プライバシー保護のため、本文は製品内でのみご覧いただけます。',
    open: (product) => `${product} で読んで返信する`,
    footer: (team) =>
      `${team}へのお問い合わせへの返信が未読のため、お知らせしています。このメールに返信しても届きません。`,
    off: '今後このお知らせを受け取らない',
  },
  test: {
    subject: 'Bansoのテストメール',
    title: 'メールは正しく届いています',
    what: '設定画面から送信したテストです。招待、通知、返信のお知らせも同じ経路で届きます。',
    footer: '設定画面でテスト送信を行ったため、お送りしています。',
  },
  alert: 'ワークスペースの通知ルールにより、お送りしています。変更は管理者が設定画面で行えます。',
  off: {
    title: '返信のお知らせメールを止めますか',
    what: 'チームからの返信は、これまでどおり製品内で読めます。',
    button: 'メールを止める',
    done: '返信のお知らせメールを止めました',
    doneWhat: 'チームからの返信は、これまでどおり製品内で読めます。このページは閉じてかまいません。',
    again: 'もう一度受け取る',
    on: '返信のお知らせメールを再開しました',
    onWhat: '未読の返信があるときだけお送りします。このページは閉じてかまいません。',
    unknown: 'リンクが途中で切れています。メールからもう一度コピーしてください。',
  },
};

const ko: Words = {
  invitation: {
    subject: (team) => `${team}에서 Banso로 초대했어요`,
    title: (team) => `${team} 팀에 초대되었어요`,
    what: (by, team) => `${by} 님이 Banso의 ${team} 팀에 초대했어요.`,
    join: '팀에 참여하기',
    until: '링크는 7일 동안 한 번만 쓸 수 있어요.',
    footer: '보낸 사람을 모르면 무시하세요. 아무 일도 일어나지 않아요.',
  },
  reset: {
    subject: 'Banso 비밀번호 재설정',
    title: '새 비밀번호 정하기',
    what: '이 주소의 비밀번호를 다시 정하겠다는 요청을 받았어요.',
    button: '새 비밀번호 정하기',
    until: '링크는 1시간 동안 한 번만 쓸 수 있어요. 바꾸면 모든 기기에서 로그아웃돼요.',
    footer: '직접 요청하지 않았다면 무시하세요. 비밀번호는 그대로예요.',
  },
  reply: {
    subject: (by) => `${by} 님이 답장했어요`,
    title: (by) => `${by} 님의 답장`,
    more: (count) => `읽지 않은 메시지가 ${count}개 더 있어요.`,
    withheld: '개인정보 보호를 위해 내용은 제품 안에서만 볼 수 있어요.',
    open: (product) => `${product}에서 읽고 답하기`,
    footer: (team) =>
      `${team}에 남긴 글의 답장을 아직 읽지 않아 알려 드려요. 이 메일에 답장하면 전달되지 않아요.`,
    off: '이런 메일 그만 받기',
  },
  test: {
    subject: 'Banso 테스트 메일',
    title: '메일이 잘 도착해요',
    what: '설정에서 보낸 테스트예요. 초대, 알림, 답장도 같은 길로 도착해요.',
    footer: '설정에서 테스트를 보냈기 때문에 보내 드려요.',
  },
  alert: '워크스페이스의 알림 규칙에 따라 보내 드려요. 관리자가 설정에서 바꿀 수 있어요.',
  off: {
    title: '답장 알림 메일을 그만 받을까요?',
    what: '팀의 답장은 지금처럼 제품 안에서 읽을 수 있어요.',
    button: '메일 그만 받기',
    done: '이제 답장 알림 메일을 보내지 않아요',
    doneWhat: '팀의 답장은 지금처럼 제품 안에서 읽을 수 있어요. 이 페이지는 닫아도 돼요.',
    again: '다시 받기',
    on: '답장 알림 메일을 다시 보내 드려요',
    onWhat: '읽지 않은 답장이 있을 때만 보내요. 이 페이지는 닫아도 돼요.',
    unknown: '링크가 완전하지 않아요. 메일에서 다시 복사해 주세요.',
  },
};

const WORDS: Readonly<Record<organisation.Language, Words>> = { en, ja, ko };

/** The language among ours for somebody with this locale, and its words; English for all others. */
export function mailWords(locale: string | null): { language: organisation.Language; words: Words } {
  const language = readerLanguage(locale);
  return { language, words: WORDS[language] };
}
