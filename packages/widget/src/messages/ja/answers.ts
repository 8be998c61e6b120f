import type { AnswerMessages } from '../en/answers.ts';

/** What a survey says after its first look, in Japanese: です・ます, short nouns or the dictionary form on buttons. */
export const jaAnswers = {
  lang: 'ja',
  progress: '{n} / {total}',
  next: '次へ',
  send: '送信',
  skip: 'スキップ',
  back: '戻る',
  done: '完了',
  several: 'あてはまるものをすべて選んでください',
  sending: '送信中…',
  tryAgain: 'もう一度試す',
  change: '変更',
  undo: '元に戻す',
  hint: 'ひとことで十分です。',
  empty: '先に入力してください。',
  notAccepted: '受け付けられませんでした。入力内容は残っています。',
  saved: {
    arrived: '回答を保存しました',
    stored: 'この端末に保存しました',
    held: 'まだ保存していません',
    refused: '受け付けられませんでした',
  },
  thanks: 'ありがとうございます',
  refused: '回答を受け付けられませんでした',
  receipt: {
    arrived: '回答が届きました。',
    stored: '回答はこの端末に保存しました。接続が戻ると送信されます。',
    held: '接続がなく、この端末にも保存できません。このページを開いたままにすると送信されます。',
    refused: '回答はどこにも保存されていません。',
  },
  laterTitle: 'また日を改めてうかがいます',
  laterText: '{date}以降に表示します。',
  neverTitle: 'この質問は今後表示しません',
  neverText: '「元に戻す」で質問に戻れます。',
} satisfies AnswerMessages;
