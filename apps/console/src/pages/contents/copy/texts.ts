import { type Catalogue, plural } from '../../../texts/use-texts.ts';

const en = {
  title: 'Copy to another workspace',
  to: 'Workspace',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  created: (there: string) =>
    `“${there}” does not have this yet. It is created there as a draft; customers see nothing of it until it is published there.`,
  changed: (there: string) => `“${there}” has this already. Its draft there becomes like this one.`,
  blanks: (there: string) =>
    `“${there}” has this already. Only blanks and texts that nobody sees are different there.`,
  unchanged: (there: string) => `“${there}” has exactly this draft. There is nothing to copy.`,
  seen: 'Customers go on to see the published version until the draft is published there.',
  renamed: (before: string, name: string) => `Its name there, “${before}”, becomes “${name}”.`,
  retagged: (before: string, tags: string) => `Its tags there, ${before || '–'}, become ${tags || '–'}.`,
  changes: 'What changes there',
  along: (n: number) => plural(n, { one: '1 thing goes along', other: `${n} things go along` }),
  alongWhat: (n: number) =>
    plural(n, {
      one: 'It is asked for, and is not there yet. A content is created there as a draft, a segment is saved.',
      other:
        'They are asked for, and are not there yet. Contents are created there as drafts, segments are saved.',
    }),
  segment: 'Segment',
  theme: 'Theme',
  segmentsStay: 'Segments and contents that are there already stay as they are.',
  conflict: (there: string) => `Somebody worked on this draft in “${there}”`,
  conflictWhat: (who: string, when: string) =>
    `${who} changed it there, last on ${when}, and that work did not come from here. Copying replaces what is listed below.`,
  somebody: 'Somebody',
  replace: 'Replace the draft there',
  conflictFirst: 'The draft there was changed. Tick “Replace the draft there” first.',
  notLooked: 'It could not be compared',
  unsaved: 'The draft here is not saved yet, so nothing was compared.',
  offline: 'The server could not be reached.',
  lost: 'It asks for a content or a segment that was deleted. Correct its audience or its steps first.',
  ownIds:
    'A list in its audience, its steps or a segment holds ids that only this workspace knows. List the ids that your product uses.',
  taken: 'A segment that goes along has the name of another one there. Rename one of the two first.',
  again: 'Try again',
  notDone: 'That did not work. Nothing was changed.',
  overtaken: 'Somebody changed the draft there meanwhile.',
  lookAgain: 'Compare again',
  done: (there: string) => `Copied to “${there}”`,
  doneWhat: 'It is a draft there. Customers see it once it is published there.',
  open: (there: string) => `Open it in “${there}”`,
};
const ja: typeof en = {
  title: '別のワークスペースにコピー',
  to: 'ワークスペース',
  cancel: 'キャンセル',
  close: '閉じる',
  copy: 'コピー',
  created: (there) =>
    `「${there}」にはまだありません。下書きとして作成され、コピー先で公開するまで顧客には表示されません。`,
  changed: (there) => `「${there}」にはすでにあります。コピー先の下書きがこの下書きと同じ内容になります。`,
  blanks: (there) => `「${there}」にはすでにあります。違いは空白と、誰にも表示されないテキストだけです。`,
  unchanged: (there) => `「${there}」の下書きはこれと同じです。コピーするものはありません。`,
  seen: 'コピー先で下書きを公開するまで、顧客には公開中のバージョンが表示されます。',
  renamed: (before, name) => `コピー先での名前「${before}」は「${name}」に変わります。`,
  retagged: (before, tags) => `コピー先のタグ（${before || '–'}）は「${tags || '–'}」に変わります。`,
  changes: 'コピー先で変わること',
  along: (n) => `一緒にコピーするもの（${n}件）`,
  alongWhat: () =>
    'このコンテンツに必要で、コピー先にまだありません。コンテンツは下書きとして作成され、セグメントは保存されます。',
  segment: 'セグメント',
  theme: 'テーマ',
  segmentsStay: 'コピー先にすでにあるセグメントとコンテンツは変わりません。',
  conflict: (there) => `「${there}」でこの下書きが編集されています`,
  conflictWhat: (who, when) =>
    `${who}がコピー先で編集しました（最終 ${when}）。ここからコピーした内容ではありません。コピーすると、下の内容が置き換わります。`,
  somebody: '他のメンバー',
  replace: 'コピー先の下書きを置き換える',
  conflictFirst: 'コピー先の下書きが編集されています。先に「置き換える」を選んでください。',
  notLooked: '比較できませんでした',
  unsaved: 'この下書きがまだ保存されていないため、比較していません。',
  offline: 'サーバーに接続できませんでした。',
  lost: 'すでに存在しないコンテンツまたはセグメントを条件に使っています。先に対象者またはステップを直してください。',
  ownIds:
    '対象者、ステップ、またはセグメントのリストに、このワークスペースでしか通用しないIDがあります。お使いの製品のIDを指定してください。',
  taken:
    '一緒にコピーされるセグメントと同じ名前のセグメントがコピー先にあります。先にどちらかの名前を変更してください。',
  again: '再試行',
  notDone: 'コピーできませんでした。何も変更されていません。',
  overtaken: 'その間に、コピー先の下書きが変更されました。',
  lookAgain: 'もう一度比較',
  done: (there) => `「${there}」にコピーしました`,
  doneWhat: 'コピー先では下書きです。公開すると顧客に表示されます。',
  open: (there) => `「${there}」で開く`,
};
const ko: typeof en = {
  title: '다른 워크스페이스로 복사',
  to: '워크스페이스',
  cancel: '취소',
  close: '닫기',
  copy: '복사',
  created: (there) =>
    `‘${there}’에는 아직 없어요. 초안으로 만들어지고, 그 워크스페이스에서 게시하기 전에는 고객에게 보이지 않아요.`,
  changed: (there) => `‘${there}’에 이미 있어요. 그 초안이 이 초안과 같아져요.`,
  blanks: (there) => `‘${there}’에 이미 있어요. 공백과 아무에게도 보이지 않는 텍스트만 달라요.`,
  unchanged: (there) => `‘${there}’의 초안이 이것과 똑같아요. 복사할 것이 없어요.`,
  seen: '복사한 초안을 게시하기 전까지 고객은 게시된 버전을 계속 봐요.',
  renamed: (before, name) => `대상 워크스페이스의 이름 ‘${before}’이(가) ‘${name}’(으)로 바뀌어요.`,
  retagged: (before, tags) => `대상 워크스페이스의 태그(${before || '–'})가 ‘${tags || '–'}’(으)로 바뀌어요.`,
  changes: '대상 워크스페이스에서 바뀌는 것',
  along: (n) => `함께 복사되는 것 ${n}개`,
  alongWhat: () =>
    '이 콘텐츠의 조건에 쓰이는데 대상 워크스페이스에 아직 없어요. 콘텐츠는 초안으로 만들어지고 세그먼트는 저장돼요.',
  segment: '세그먼트',
  theme: '테마',
  segmentsStay: '대상 워크스페이스에 이미 있는 세그먼트와 콘텐츠는 그대로 두어요.',
  conflict: (there) => `‘${there}’에서 이 초안을 누군가 수정했어요`,
  conflictWhat: (who, when) =>
    `${who} 님이 대상 워크스페이스에서 수정했고(마지막 ${when}), 여기에서 복사한 내용이 아니에요. 복사하면 아래 내용이 대체돼요.`,
  somebody: '다른 멤버',
  replace: '대상 초안 대체하기',
  conflictFirst: '대상 초안이 수정되었어요. 먼저 ‘대상 초안 대체하기’를 선택해 주세요.',
  notLooked: '비교할 수 없었어요',
  unsaved: '여기의 초안이 아직 저장되지 않아 비교하지 않았어요.',
  offline: '서버에 연결할 수 없었어요.',
  lost: '더 이상 없는 콘텐츠나 세그먼트를 조건으로 쓰고 있어요. 먼저 대상이나 단계를 고쳐 주세요.',
  ownIds:
    '대상, 단계 또는 세그먼트의 목록에 이 워크스페이스에서만 쓰는 ID가 있어요. 사용 중인 제품의 ID로 지정해 주세요.',
  taken:
    '함께 복사되는 세그먼트와 이름이 같은 세그먼트가 대상 워크스페이스에 있어요. 먼저 둘 중 하나의 이름을 바꿔 주세요.',
  again: '다시 시도',
  notDone: '복사하지 못했어요. 아무것도 바뀌지 않았어요.',
  overtaken: '그사이 누군가 대상 초안을 바꿨어요.',
  lookAgain: '다시 비교',
  done: (there) => `‘${there}’(으)로 복사했어요`,
  doneWhat: '아직 초안이에요. 게시하면 고객에게 보여요.',
  open: (there) => `‘${there}’에서 열기`,
};

/** The words of copying a content into another workspace. */
export const copyTexts: Catalogue<typeof en> = { en, ja, ko };
