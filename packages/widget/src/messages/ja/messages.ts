import type { MessageMessages } from '../en/messages.ts';

/** What a thread says, in Japanese. */
export const jaMessages = {
  lang: 'ja',
  title: 'メッセージ',
  withName: '{name}とのメッセージ',
  ask: '何かお手伝いできますか',
  askTeam: '何かお手伝いできますか',
  reads: '{name}が読み、ここでお返事します。',
  teamReads: '担当チームが読み、ここでお返事します。',
  loading: '読み込んでいます',
  failed: 'メッセージを読み込めませんでした。',
  offline: 'オフラインです。書いた内容はこの端末に残り、あとで送信されます。',
  earlier: '以前のメッセージ',
  write: 'メッセージを書く',
  send: 'メッセージを送信',
  you: '自分：',
  team: '担当チーム',
  byAt: '{name}、{time}',
  yourScore: 'ご回答：10点中{score}点',
  yourAnswer: 'ご回答',
  tryAgain: '再試行',
  drop: '削除',
  sent: 'メッセージが届きました。',
  fates: {
    sending: '送信中',
    arrived: '{time} · 送信済み',
    read: '{time} · 既読',
    stored: 'この端末に保存しました。自動で送信されます。',
    held: 'まだ送信されていません。このページを開いたままにしてください。',
    refused: '送信できませんでした。',
  },
} satisfies MessageMessages;
