import type { PublishProblemCode } from '@banso/domain/content';
import { type Catalogue, textsOf } from '../../../texts/use-texts.ts';
import type { DraftProblem } from '../model/draft-problems.ts';

type Words = Readonly<
  Record<
    PublishProblemCode | 'too_long' | 'empty' | 'value_missing' | 'invalid' | 'translation_missing',
    string
  >
>;

const en: Words = {
  no_steps: 'Add at least one step.',
  no_required_step: 'Make at least one step required: optional steps do not count.',
  key_missing: 'This has no key. Remove it and add it again.',
  duplicate_key: 'Something else has the same key. Remove it and add it again.',
  unknown_requirement: 'It waits for a step that is gone.',
  requirement_cycle: 'It waits for itself. Take one of the steps off.',
  never_opens: 'It can never open: it waits for a step that waits for this one.',
  never_visible: 'Nobody can see it: no one can meet this condition.',
  never_completes: 'It can never be done: no one can meet this condition.',
  text_missing: 'Needed before you publish.',
  link_missing: 'Give an address.',
  link_unsafe:
    'Use an address that starts with https://, mailto:, tel:, or with / for a page in your product.',
  no_questions: 'Add at least one question.',
  reserved_key: 'This key is taken. Remove the question and add it again.',
  dates_missing: 'Set the time.',
  dates_reversed: 'The end has to be later than the start.',
  audience_never_matches: 'Nobody can meet this condition.',
  sample_empty: 'At 0 % nobody sees it. Set at least 1 %.',
  pattern_empty: 'Write a page, or remove the line.',
  too_long: 'Too long. Shorten it.',
  empty: 'Fill this in. It is not saved until then.',
  value_missing: 'Say what to compare with.',
  invalid: 'This cannot be saved like this.',
  translation_missing: 'Not written yet.',
};
const ja: Words = {
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
const ko: Words = {
  no_steps: '단계를 하나 이상 추가하세요.',
  no_required_step: '필수 단계를 하나 이상 두세요. 선택 단계는 세지 않아요.',
  key_missing: '키가 없어요. 삭제하고 다시 추가하세요.',
  duplicate_key: '같은 키가 있어요. 삭제하고 다시 추가하세요.',
  unknown_requirement: '없어진 단계를 기다리고 있어요.',
  requirement_cycle: '자기 자신을 기다려요. 하나를 빼세요.',
  never_opens: '열릴 수 없어요. 서로를 기다리고 있어요.',
  never_visible: '아무에게도 보이지 않아요. 이 조건에 맞는 사람이 있을 수 없어요.',
  never_completes: '완료될 수 없어요. 이 조건에 맞는 사람이 있을 수 없어요.',
  text_missing: '게시하기 전에 필요해요.',
  link_missing: '주소를 입력하세요.',
  link_unsafe: 'https://, mailto:, tel: 또는 제품 안의 페이지를 뜻하는 /로 시작하는 주소를 쓰세요.',
  no_questions: '질문을 하나 이상 추가하세요.',
  reserved_key: '쓸 수 없는 키예요. 질문을 삭제하고 다시 추가하세요.',
  dates_missing: '시간을 정하세요.',
  dates_reversed: '끝은 시작보다 뒤여야 해요.',
  audience_never_matches: '이 조건에 맞는 사람이 있을 수 없어요.',
  sample_empty: '0 %면 아무에게도 보이지 않아요. 1 % 이상으로 정하세요.',
  pattern_empty: '페이지를 쓰거나 줄을 지우세요.',
  too_long: '너무 길어요. 줄여 주세요.',
  empty: '입력하세요. 그 전에는 저장되지 않아요.',
  value_missing: '비교할 값을 입력하세요.',
  invalid: '이대로는 저장할 수 없어요.',
  translation_missing: '아직 없어요.',
};

const problemTexts: Catalogue<Words> = { en, ja, ko };

/** What is wrong and what to do, in one sentence. */
export function problemWords({ code }: DraftProblem): string {
  const words = textsOf(problemTexts);
  return code in words ? words[code as keyof Words] : words.invalid;
}
