import type { Catalogue } from '../../../texts/use-texts.ts';

const en = {
  gone: 'There is no such content',
  goneWhat: 'It was deleted, or it belongs to another workspace.',
  toList: 'Back to the list',
  failed: 'The editor did not load',
  partFailed: 'This part did not load',
  failedWhat: 'The server did not answer. What you typed in this tab is kept.',
};
const ja: typeof en = {
  gone: 'コンテンツが見つかりません',
  goneWhat: '削除されたか、別のワークスペースのものです。',
  toList: '一覧へ戻る',
  failed: '編集画面を読み込めませんでした',
  partFailed: 'この部分を読み込めませんでした',
  failedWhat: 'サーバーから応答がありません。このタブで入力した内容は残っています。',
};
const ko: typeof en = {
  gone: '콘텐츠를 찾을 수 없어요',
  goneWhat: '삭제되었거나 다른 워크스페이스의 콘텐츠예요.',
  toList: '목록으로 돌아가기',
  failed: '편집 화면을 불러오지 못했어요',
  partFailed: '이 부분을 불러오지 못했어요',
  failedWhat: '서버가 응답하지 않아요. 이 탭에서 입력한 내용은 그대로 있어요.',
};

/** What an editor says before it can be opened. */
export const frameTexts: Catalogue<typeof en> = { en, ja, ko };
