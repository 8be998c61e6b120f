import { type Catalogue, plural } from '../../../texts/use-texts.ts';

const en = {
  titleOf: (name: string) => `Tags of “${name}”`,
  titleOfMany: (n: number) => plural(n, { one: 'Tags of 1 content', other: `Tags of ${n} contents` }),
  tags: 'Tags',
  hint: (most: number) =>
    `Words of your team, to find contents and to limit how often they interrupt. Customers never see them. Up to ${most}.`,
  add: 'Add',
  take: 'Take away',
  takeHint: 'Contents that do not carry them stay as they are.',
  placeholder: 'Word, then Enter',
  full: (most: number) => `${most} tags, no more`,
  remove: (tag: string) => `Take ${tag} away`,
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Tags saved. They hold at once.',
  needed: 'Enter a tag to add or to take away.',
  tooMany: (most: number) => `One of these contents would carry more than ${most} tags.`,
  forbidden:
    'A limit of the workspace names one of these tags, and customers see the content. Somebody who may publish can change them.',
  overtaken: 'Somebody else changed this meanwhile. Nothing was overwritten. Try again.',
  notDone: 'That did not work. Nothing was changed.',
};
const ja: typeof en = {
  titleOf: (name) => `「${name}」のタグ`,
  titleOfMany: (n) => `${n}件のコンテンツのタグ`,
  tags: 'タグ',
  hint: (most) =>
    `コンテンツを探したり、表示の回数を制限したりするための、チームの言葉です。顧客には表示されません。${most}個まで。`,
  add: '追加',
  take: '外す',
  takeHint: 'そのタグが付いていないコンテンツは変わりません。',
  placeholder: '言葉を入力して Enter',
  full: (most) => `${most}個までです`,
  remove: (tag) => `${tag}を外す`,
  save: '保存',
  cancel: 'キャンセル',
  saved: 'タグを保存しました。すぐに有効になります。',
  needed: '追加するタグか、外すタグを入力してください。',
  tooMany: (most) => `タグが${most}個を超えるコンテンツがあります。`,
  forbidden:
    'ワークスペースの上限がこのタグを使っていて、コンテンツは公開中です。公開の権限がある人が変更できます。',
  overtaken: 'ほかの人が変更しました。何も上書きしていません。もう一度お試しください。',
  notDone: 'うまくいきませんでした。何も変わっていません。',
};
const ko: typeof en = {
  titleOf: (name) => `‘${name}’의 태그`,
  titleOfMany: (n) => `콘텐츠 ${n}개의 태그`,
  tags: '태그',
  hint: (most) =>
    `콘텐츠를 찾고 얼마나 자주 열릴지 제한하는 팀의 말이에요. 고객에게는 보이지 않아요. ${most}개까지예요.`,
  add: '더하기',
  take: '빼기',
  takeHint: '그 태그가 없는 콘텐츠는 그대로예요.',
  placeholder: '낱말을 쓰고 Enter',
  full: (most) => `${most}개까지예요`,
  remove: (tag) => `${tag} 빼기`,
  save: '저장',
  cancel: '취소',
  saved: '태그를 저장했어요. 바로 적용돼요.',
  needed: '더하거나 뺄 태그를 입력하세요.',
  tooMany: (most) => `태그가 ${most}개를 넘는 콘텐츠가 있어요.`,
  forbidden:
    '워크스페이스의 한도가 이 태그를 쓰고 있고, 고객이 이 콘텐츠를 보고 있어요. 게시 권한이 있는 사람이 바꿀 수 있어요.',
  overtaken: '그사이 다른 사람이 바꿨어요. 덮어쓰지 않았어요. 다시 시도하세요.',
  notDone: '잘되지 않았어요. 바뀐 것은 없어요.',
};

/** The words of tags, where they are edited. */
export const tagTexts: Catalogue<typeof en> = { en, ja, ko };
