const en = {
  title: 'Preview on your own page',
  what: 'Opens a page of your product with this draft in it, in your product’s own look. Only who has the link sees the draft. Nothing is sent, counted or remembered.',
  page: 'Page',
  pageHint: 'Any page that has the snippet of this workspace.',
  make: 'Make the link',
  cancel: 'Cancel',
  close: 'Close',
  link: 'Preview link',
  until: (when: string) =>
    `Works until ${when}, for as long as you belong to the team. It shows the draft as it is when the page is opened.`,
  open: 'Open the page',
  badAddress: 'Enter the full address of a page, such as https://app.example.com/start.',
  unsaved: 'The draft is not saved yet. Check your connection and try again.',
  failed: 'That did not work. No link was made.',
};
const ja: typeof en = {
  title: '自社のページでプレビュー',
  what: '自社プロダクトのページを、この下書きを表示した状態で開きます。下書きはリンクを知っている人にだけ表示されます。送信・集計・記録は一切行われません。',
  page: 'ページ',
  pageHint: 'このワークスペースのスニペットを設置したページなら、どれでも使えます。',
  make: 'リンクを作成',
  cancel: 'キャンセル',
  close: '閉じる',
  link: 'プレビューリンク',
  until: (when) =>
    `${when}まで、あなたがチームに所属している間だけ有効です。ページを開いた時点の下書きが表示されます。`,
  open: 'ページを開く',
  badAddress: 'https://app.example.com/start のように、ページの完全なアドレスを入力してください。',
  unsaved: '下書きがまだ保存されていません。接続を確認して、もう一度お試しください。',
  failed: '失敗しました。リンクは作成されていません。',
};
const ko: typeof en = {
  title: '자사 페이지에서 미리보기',
  what: '이 초안이 표시된 상태로 자사 제품의 페이지를 엽니다. 초안은 링크를 가진 사람에게만 보입니다. 아무것도 전송, 집계, 기록되지 않습니다.',
  page: '페이지',
  pageHint: '이 워크스페이스의 스니펫이 설치된 페이지라면 어디든 됩니다.',
  make: '링크 만들기',
  cancel: '취소',
  close: '닫기',
  link: '미리보기 링크',
  until: (when) => `${when}까지, 팀에 속해 있는 동안 유효합니다. 페이지를 여는 시점의 초안이 표시됩니다.`,
  open: '페이지 열기',
  badAddress: 'https://app.example.com/start처럼 페이지의 전체 주소를 입력하세요.',
  unsaved: '초안이 아직 저장되지 않았습니다. 연결을 확인하고 다시 시도하세요.',
  failed: '실패했습니다. 링크가 만들어지지 않았습니다.',
};
export const pagePreviewTexts = { en, ja, ko };
