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
  needsAdmin: {
    keys: 'Keys are shown to admins only.',
    audit: 'The audit log is shown to admins only.',
    identity: 'You see how it is. Only an admin can change who gets in.',
    workspace: 'You see how it is. Only an admin can change it.',
    members: 'You see who is here. Only an admin can invite or change roles.',
  },
  ask: (who: string) => `Ask ${who}.`,
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
  needsAdmin: {
    keys: 'キーは管理者にのみ表示します。',
    audit: '監査ログは管理者にのみ表示します。',
    identity: '現在の設定です。変更できるのは管理者のみです。',
    workspace: '現在の設定です。変更できるのは管理者のみです。',
    members: '現在のメンバーです。招待や権限の変更は管理者のみ可能です。',
  },
  ask: (who) => `${who}に依頼してください。`,
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
  needsAdmin: {
    keys: '키는 관리자에게만 보여요.',
    audit: '감사 기록은 관리자에게만 보여요.',
    identity: '지금 설정이에요. 관리자만 바꿀 수 있어요.',
    workspace: '지금 설정이에요. 관리자만 바꿀 수 있어요.',
    members: '지금 멤버예요. 초대와 역할 변경은 관리자만 할 수 있어요.',
  },
  ask: (who) => `${who}에게 요청하세요.`,
  anAdmin: '팀의 관리자',
  and: ' 또는 ',
};

/** The words around every section of the settings. */
export const settingsTexts: Catalogue<typeof en> = { en, ja, ko };
