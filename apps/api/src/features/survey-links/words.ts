/** What the page of a shared survey says around the survey's own words. */
export interface HostedWords {
  next: string;
  send: string;
  skip: string;
  back: string;
  optional: string;
  progress: (step: number, of: number) => string;
  /** Beside a score that stands chosen already. */
  chosen: string;
  missing: string;
  other: string;
  language: string;
  /** Who asks. */
  from: (workspace: string) => string;
  thanks: { title: string; text: string };
  answered: { title: string; text: string };
  expired: { title: string; text: string };
  revoked: { title: string; text: string };
  closed: { title: string; text: string };
  unknown: { title: string; text: string };
  failed: { title: string; text: string; again: string };
  /** Said where nobody vouches for who answers. */
  open: string;
  private: string;
}

const en: HostedWords = {
  next: 'Next',
  send: 'Send',
  skip: 'Leave it empty to skip this question.',
  back: 'Back',
  optional: 'optional',
  progress: (step, of) => `Question ${step} of ${of}`,
  chosen: 'You can still change your score.',
  missing: 'Please answer this question.',
  other: 'Your own words',
  language: 'Language',
  from: (workspace) => `${workspace} would like to hear from you`,
  thanks: { title: 'Thank you', text: 'Your answer has arrived.' },
  answered: { title: 'Thank you', text: 'We already have your answer. There is nothing left to do.' },
  expired: { title: 'This link has ended', text: 'The time to answer is over. Thank you for wanting to.' },
  revoked: { title: 'This link no longer works', text: 'The team that sent it has taken it back.' },
  closed: {
    title: 'This survey is not open now',
    text: 'It takes no answers at the moment. Please try again later.',
  },
  unknown: {
    title: 'This link leads nowhere',
    text: 'Perhaps a part of the address is missing. Please open it again from the message.',
  },
  failed: {
    title: 'That did not work',
    text: 'Your answer has not been saved. Please try again in a moment.',
    again: 'Try again',
  },
  open: 'You answer without a name: nobody can tell who you are.',
  private: 'This address is yours. Please do not pass it on: whoever opens it answers for you.',
};

const ja: HostedWords = {
  next: '次へ',
  send: '送信',
  skip: '空欄のまま進むと、この質問をスキップします。',
  back: '戻る',
  optional: '任意',
  progress: (step, of) => `質問 ${step} / ${of}`,
  chosen: '点数はまだ変更できます。',
  missing: 'この質問にお答えください。',
  other: 'ご自由にお書きください',
  language: '言語',
  from: (workspace) => `${workspace} からのアンケート`,
  thanks: { title: 'ありがとうございました', text: '回答を受け取りました。' },
  answered: {
    title: 'ありがとうございました',
    text: '回答はすでに届いています。これ以上の操作は必要ありません。',
  },
  expired: {
    title: 'このリンクの期限が切れました',
    text: '回答の受付は終了しました。ご協力ありがとうございます。',
  },
  revoked: { title: 'このリンクは使えなくなりました', text: '送信した担当者がリンクを取り消しました。' },
  closed: { title: 'このアンケートは現在受け付けていません', text: '時間をおいてもう一度お試しください。' },
  unknown: {
    title: 'リンク先が見つかりません',
    text: 'アドレスの一部が欠けているようです。メッセージからもう一度開いてください。',
  },
  failed: {
    title: '送信できませんでした',
    text: '回答は保存されていません。少し待ってからもう一度お試しください。',
    again: 'もう一度試す',
  },
  open: '名前なしで回答できます。どなたの回答かは分かりません。',
  private: 'このアドレスはあなた専用です。ほかの人が開くと、あなたの回答として記録されます。',
};

const ko: HostedWords = {
  next: '다음',
  send: '보내기',
  skip: '비워 두고 넘어가면 이 질문을 건너뜁니다.',
  back: '이전',
  optional: '선택',
  progress: (step, of) => `질문 ${step} / ${of}`,
  chosen: '점수는 아직 바꿀 수 있습니다.',
  missing: '이 질문에 답해 주세요.',
  other: '직접 입력',
  language: '언어',
  from: (workspace) => `${workspace}의 설문입니다`,
  thanks: { title: '감사합니다', text: '답변이 전달되었습니다.' },
  answered: { title: '감사합니다', text: '이미 답변해 주셨습니다. 더 하실 일은 없습니다.' },
  expired: { title: '링크가 만료되었습니다', text: '응답 기간이 끝났습니다. 관심을 가져 주셔서 감사합니다.' },
  revoked: { title: '더 이상 사용할 수 없는 링크입니다', text: '보낸 팀에서 링크를 취소했습니다.' },
  closed: { title: '지금은 설문을 받지 않습니다', text: '잠시 후 다시 시도해 주세요.' },
  unknown: {
    title: '링크를 찾을 수 없습니다',
    text: '주소의 일부가 빠진 것 같습니다. 메시지에서 다시 열어 주세요.',
  },
  failed: {
    title: '보내지 못했습니다',
    text: '답변이 저장되지 않았습니다. 잠시 후 다시 시도해 주세요.',
    again: '다시 시도',
  },
  open: '이름 없이 답할 수 있으며, 누구의 답변인지 알 수 없습니다.',
  private: '이 주소는 본인 전용입니다. 다른 사람이 열면 본인의 답변으로 기록됩니다.',
};

/** By primary language. */
export const HOSTED_WORDS: Readonly<Record<string, HostedWords>> = { en, ja, ko };
/** Where a language has no words. */
export const ENGLISH = en;
