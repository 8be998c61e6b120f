import type { Catalogue } from '../../texts/use-texts.ts';

const en = {
  title: 'Settings',
  all: 'All settings',
  groups: { product: 'Product', team: 'Team', you: 'You' },
  sections: {
    install: 'Install',
    identity: 'Identity',
    keys: 'Keys',
    workspace: 'Workspace',
    members: 'Members',
    audit: 'Audit log',
    profile: 'Profile',
  },
  loadFailed: 'This page could not be loaded',
  failedWhat: 'Nothing was lost.',
  retry: 'Try again',
  needsAdmin: 'Only an admin can do this',
  needsAdminWhat: (who: string) => `Your role does not include it. Ask ${who}.`,
  anAdmin: 'an admin of your team',
  and: ' or ',
};
const ja: typeof en = {
  title: '設定',
  all: 'すべての設定',
  groups: { product: '製品', team: 'チーム', you: '自分' },
  sections: {
    install: '設置',
    identity: '本人確認',
    keys: 'キー',
    workspace: 'ワークスペース',
    members: 'メンバー',
    audit: '監査ログ',
    profile: 'プロフィール',
  },
  loadFailed: 'このページを読み込めませんでした',
  failedWhat: 'データは失われていません。',
  retry: '再試行',
  needsAdmin: '管理者のみ操作できます',
  needsAdminWhat: (who) => `この権限には含まれていません。${who}に依頼してください。`,
  anAdmin: 'チームの管理者',
  and: 'または',
};
const ko: typeof en = {
  title: '설정',
  all: '모든 설정',
  groups: { product: '제품', team: '팀', you: '나' },
  sections: {
    install: '설치',
    identity: '신원 확인',
    keys: '키',
    workspace: '워크스페이스',
    members: '멤버',
    audit: '감사 기록',
    profile: '프로필',
  },
  loadFailed: '이 페이지를 불러오지 못했어요',
  failedWhat: '잃은 데이터는 없어요.',
  retry: '다시 시도',
  needsAdmin: '관리자만 할 수 있어요',
  needsAdminWhat: (who) => `이 역할에는 권한이 없어요. ${who}에게 요청하세요.`,
  anAdmin: '팀의 관리자',
  and: ' 또는 ',
};

/** The words around every section of the settings. */
export const settingsTexts: Catalogue<typeof en> = { en, ja, ko };
