import type { problems as words } from '../en/problems.ts';

/** What is wrong with a field and what to do, in one sentence, in Japanese. */
export const problems: typeof words = {
  no_steps: 'ステップを1つ以上追加してください。',
  no_required_step: '必須のステップを1つ以上にしてください。任意のステップは数に入りません。',
  key_missing: 'キーがありません。削除して追加し直してください。',
  duplicate_key: '同じキーのものがあります。削除して追加し直してください。',
  unknown_requirement: '削除されたステップを待っています。',
  requirement_cycle: '自分自身を待っています。どれかを外してください。',
  never_opens: '開くことがありません。互いに待ち合っています。',
  never_visible: '誰にも表示されません。この条件を満たす人はいません。',
  never_completes: '完了することがありません。この条件を満たす人はいません。',
  text_missing: '公開する前に必要です。',
  link_missing: 'アドレスを入力してください。',
  link_unsafe: 'https://、mailto:、tel: か、製品内のページを示す / で始まるアドレスにしてください。',
  no_questions: '質問を1つ以上追加してください。',
  reserved_key: 'このキーは使えません。質問を削除して追加し直してください。',
  dates_missing: '日時を設定してください。',
  dates_reversed: '終了は開始より後にしてください。',
  audience_never_matches: 'この条件を満たす人はいません。',
  sample_empty: '0 % では誰にも表示されません。1 % 以上にしてください。',
  pattern_empty: 'ページを入力するか、行を削除してください。',
  too_long: '長すぎます。短くしてください。',
  empty: '入力してください。入力するまで保存されません。',
  value_missing: '比べる値を入力してください。',
  invalid: 'この値は保存できません。',
  translation_missing: 'まだありません。',
};
