/** Numbers from 0 to 1, the same every time. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const KANJI =
  '請求書検索通知共有会議録設定管理者権限出力入力編集削除保存読込印刷画面色文字表示操作手順動作速度遅延接続認証登録退会契約更新料金値段割引支払返金領収明細一覧分類整理移動複製公開非公開予定締切担当連絡返信質問回答相談窓口電話資料添付画像動画音声翻訳日本英語端末携帯電波回線障害復旧';
const HANGUL =
  '결제청구서검색알림공유회의록설정관리자권한출력입력편집삭제저장인쇄화면색글자표시조작순서동작속도지연접속인증등록탈퇴계약갱신요금가격할인지불환불영수증명세목록분류정리이동복제공개예정마감담당연락답장질문답변상담창구전화자료첨부그림영상음성번역단말휴대전파회선장애복구';
const LATIN =
  'ba be bi co da de fi ga in la ma no pe ra re ri sa se ta ti to va ve ex port im ment ing er al on'.split(
    ' ',
  );

const JA_ENDS = [
  'がわかりにくいです。',
  'を使っています。',
  'が遅いと感じます。',
  'ができると助かります。',
  'に困っています。',
];
const KO_ENDS = [
  '이 불편해요. ',
  '을 자주 써요. ',
  '이 느려요. ',
  '이 있으면 좋겠어요. ',
  '때문에 힘들어요. ',
];
const EN_ENDS = ['is hard to find. ', 'works well. ', 'is slow. ', 'would help us. ', 'does not work. '];

/** Words that are looked for: how many texts in a thousand have them. */
export const PLANTED = [
  { word: '解約', perThousand: 8, locale: 'ja' },
  { word: '해지', perThousand: 8, locale: 'ko' },
  { word: '稀有', perThousand: 0.02, locale: 'ja' },
] as const;

/** Short comments in Japanese, Korean and English whose words are as unevenly frequent as in a language. */
export function* comments(count: number): Generator<{ locale: string; text: string }> {
  const chance = chanceOf(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const wordsOf = (parts: readonly string[], length: number, size: number) =>
    Array.from({ length: size }, () =>
      Array.from({ length: length + Math.floor(chance() * 2) }, () => pick(parts)).join(''),
    );
  const words = {
    ja: wordsOf(KANJI.split(''), 2, 6_000),
    ko: wordsOf(HANGUL.split(''), 2, 6_000),
    en: wordsOf(LATIN, 2, 6_000),
  };
  const ends = { ja: JA_ENDS, ko: KO_ENDS, en: EN_ENDS };
  const glue = { ja: 'の', ko: ' ', en: ' ' };
  // Zipf: the word at rank r comes about 1/r as often as the first
  const zipf = (from: readonly string[]) => from[Math.floor(from.length ** chance()) - 1] as string;
  for (let at = 0; at < count; at++) {
    const locale = (['ja', 'ko', 'en'] as const)[at % 3] as 'ja' | 'ko' | 'en';
    let text = '';
    for (let sentence = 0; sentence < 2; sentence++)
      text += `${zipf(words[locale])}${glue[locale]}${zipf(words[locale])}${pick(ends[locale])}`;
    for (const { word, perThousand, locale: its } of PLANTED)
      if (its === locale && chance() * 1_000 < perThousand * 3) text = `${word}${text}`;
    yield { locale, text };
  }
}
