import type { DemoLocale } from '../words.ts';

/** One answer of somebody who is known by name. */
export interface CastAnswer {
  /** Day of the calendar. */
  day: number;
  /** Hour of the UTC day. */
  hour: number;
  score: number;
  comment?: string;
  /** The page on which it was asked. */
  path: string;
}

/** Somebody whose history is told by hand. */
export interface CastMember {
  externalId: string;
  /** The account's external id. */
  account: string;
  name: string;
  email: string;
  locale: DemoLocale;
  role: 'admin' | 'editor' | 'viewer';
  department: string;
  answers: readonly CastAnswer[];
}

/** People whose latest answers nobody at the company has read yet. */
export const CAST: readonly CastMember[] = [
  {
    externalId: 'kn-u-1001',
    account: 'aoba',
    name: '田中 由紀',
    email: 'yuki.tanaka@aoba.example',
    locale: 'ja',
    role: 'admin',
    department: '生産IT',
    answers: [
      { day: -190, hour: 2.4, score: 7, path: '/notes' },
      {
        day: -95,
        hour: 5.1,
        score: 8,
        comment: '現場の引き継ぎに使い始めました。表がもう少し軽いと助かります。',
        path: '/notes',
      },
      {
        day: -1,
        hour: 2.87,
        score: 3,
        comment:
          '共有の権限を変えるたびに設定画面を三つ開く必要があり、現場の管理者が使わなくなりました。共有画面が新しくなる前は、一つの画面で済んでいました。',
        path: '/folders/sharing',
      },
    ],
  },
  {
    externalId: 'kn-u-1002',
    account: 'larkfield',
    name: 'Dana Whitfield',
    email: 'dana.whitfield@larkfield.example',
    locale: 'en',
    role: 'admin',
    department: 'IT',
    answers: [
      {
        day: -150,
        hour: 16.2,
        score: 7,
        comment: 'Solid. Reports for our plant managers are still manual.',
        path: '/notes',
      },
      {
        day: -1,
        hour: 17.4,
        score: 5,
        comment: 'Login keeps sending us round in circles since the SSO change. Otherwise fine.',
        path: '/settings/login',
      },
    ],
  },
  {
    externalId: 'kn-u-1003',
    account: 'fjord',
    name: 'Marta Lindqvist',
    email: 'marta.lindqvist@fjord.example',
    locale: 'en',
    role: 'editor',
    department: 'Finance',
    answers: [
      { day: -112, hour: 9.6, score: 8, path: '/notes' },
      {
        day: -3,
        hour: 10.3,
        score: 6,
        comment: 'Export is missing half of the columns we need for the board report.',
        path: '/notes/export',
      },
    ],
  },
  {
    externalId: 'kn-u-1004',
    account: 'neulsol',
    name: '이서준',
    email: 'seojun.lee@neulsol.example',
    locale: 'ko',
    role: 'editor',
    department: '프로덕트',
    answers: [
      { day: -230, hour: 3.2, score: 10, path: '/notes' },
      {
        day: -128,
        hour: 6.1,
        score: 10,
        comment: '템플릿을 팀에 맞게 바꿀 수 있어서 정착이 빨랐어요.',
        path: '/notes',
      },
      {
        day: -1,
        hour: 1.6,
        score: 10,
        comment: '모바일에서 회의록을 바로 공유할 수 있어서 팀 전체가 쓰고 있습니다.',
        path: '/notes',
      },
    ],
  },
  {
    externalId: 'kn-u-1005',
    account: 'shirakaba',
    name: '森田 さくら',
    email: 'sakura.morita@shirakaba.example',
    locale: 'ja',
    role: 'admin',
    department: '宿泊',
    answers: [
      { day: -175, hour: 4.5, score: 8, path: '/notes' },
      { day: -82, hour: 0.8, score: 9, path: '/team' },
    ],
  },
  {
    externalId: 'kn-u-1006',
    account: 'shirakaba',
    name: '大森 健',
    email: 'ken.omori@shirakaba.example',
    locale: 'ja',
    role: 'editor',
    department: 'フロント',
    answers: [
      { day: -140, hour: 5.7, score: 9, path: '/notes' },
      {
        day: -3,
        hour: 3.5,
        score: 9,
        comment: 'フロントの引き継ぎノートがとても楽になりました。夜勤明けの口頭説明がほぼ要りません。',
        path: '/notes',
      },
    ],
  },
  {
    externalId: 'kn-u-1007',
    account: 'harbor',
    name: 'Owen Pemberton',
    email: 'owen.pemberton@harbor.example',
    locale: 'en',
    role: 'admin',
    department: 'Operations',
    answers: [
      { day: -101, hour: 18.3, score: 9, path: '/team' },
      {
        day: -2,
        hour: 19.1,
        score: 10,
        comment: 'Forty-eight of fifty seats in daily use. We will need more before the next quarter.',
        path: '/team',
      },
    ],
  },
  {
    externalId: 'kn-u-1008',
    account: 'shinonome',
    name: '小川 直樹',
    email: 'naoki.ogawa@shinonome.example',
    locale: 'ja',
    role: 'editor',
    department: '品質保証',
    answers: [
      { day: -136, hour: 6.4, score: 7, path: '/notes' },
      {
        day: -2,
        hour: 7.2,
        score: 8,
        comment: '監査の準備がとても楽になりました。版の比較がもう少し見やすいと完璧です。',
        path: '/notes',
      },
    ],
  },
  {
    externalId: 'kn-u-1009',
    account: 'haneul',
    name: '최유진',
    email: 'yujin.choi@haneul.example',
    locale: 'ko',
    role: 'editor',
    department: '품질관리',
    answers: [{ day: -2, hour: 4.8, score: 7, path: '/notes' }],
  },
];
