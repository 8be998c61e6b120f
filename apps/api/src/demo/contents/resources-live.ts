import type { ResourceBody } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import type { Calendar } from '../calendar.ts';
import { blocks, list, numbered, say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

const LIVE = say('Live and recorded', 'ライブと録画', '라이브와 녹화');
const ADMINS_ONLY: Condition = { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' };
const FOR_ADMINS = say('For admins', '管理者向け', '관리자용');

/** Sessions begin at 15:00 in Tokyo and Seoul. */
const BEGINS = 6;
const LASTS = 0.75;

/** The next day on which people work; before it, when it lies in the past. */
function workday(calendar: Calendar, offset: number): number {
  const step = offset < 0 ? -1 : 1;
  let day = offset;
  while (calendar.isWeekend(day)) day += step;
  return day;
}

const growing = (calendar: Calendar): ResourceBody => ({
  type: 'webinar',
  title: say('Live: organise a growing team', 'ライブ：増えるチームの整理術', '라이브: 커지는 팀 정리하기'),
  summary: say(
    'Folders, groups and roles from ten to two hundred people, with your questions.',
    '10人から200人まで、フォルダ・グループ・役割の考え方。ご質問にもお答えします。',
    '10명에서 200명까지 폴더, 그룹, 역할을 정리하는 법이에요. 질문도 받아요.',
  ),
  body: say(
    blocks(
      'Haruka Sato and a customer show how a company moved from one shared folder to a structure that holds.',
      list(
        '20 minutes: the way there, mistakes included',
        '10 minutes: live in an empty space',
        '15 minutes: your questions',
      ),
      'Held in Japanese with English and Korean subtitles.',
    ),
    blocks(
      '佐藤とお客様が、1つの共有フォルダから無理のない構成に移るまでをお見せします。',
      list('20分：移行の道のり（失敗も含めて）', '10分：空のスペースで実演', '15分：質疑応答'),
      '日本語で行い、英語と韓国語の字幕が付きます。',
    ),
    blocks(
      '사토와 고객이 공유 폴더 하나에서 오래가는 구조로 옮긴 과정을 보여 드려요.',
      list('20분: 실수까지 포함한 과정', '10분: 빈 공간에서 시연', '15분: 질문과 답변'),
      '일본어로 진행하고 한국어와 영어 자막이 있어요.',
    ),
  ),
  url: 'https://live.kumo-notes.example/growing-team',
  section: LIVE,
  tags: ['webinar', 'structure'],
  startsAt: calendar.at(workday(calendar, 12), BEGINS),
  endsAt: calendar.at(workday(calendar, 12), BEGINS + LASTS),
});

const paper = (calendar: Calendar): ResourceBody => ({
  type: 'webinar',
  title: say(
    'From paper hand-over to shared notes',
    '紙の引き継ぎから共有ノートへ',
    '종이 인수인계에서 공유 노트로',
  ),
  summary: say(
    'How three shifts of a factory came to write in one place.',
    '3交代の工場で、引き継ぎを1か所にまとめるまで。',
    '3교대 공장이 인수인계를 한곳에 쓰게 된 이야기예요.',
  ),
  body: say(
    blocks(
      'A plant with three shifts had 1,200 sheets of hand-over a month. We talk about the first week, the two templates that stayed, and what was left on paper on purpose.',
      'With the head of production IT of 青葉製作所.',
    ),
    blocks(
      '3交代の工場では、引き継ぎの紙が月に1,200枚ありました。最初の1週間、残った2つのテンプレート、あえて紙のままにしたものについて話します。',
      '青葉製作所の生産IT責任者をお迎えします。',
    ),
    blocks(
      '3교대 공장에서는 인수인계 종이가 한 달에 1,200장이었어요. 첫 일주일, 끝까지 남은 템플릿 두 개, 일부러 종이로 남긴 것을 이야기해요.',
      '青葉製作所의 생산 IT 책임자와 함께해요.',
    ),
  ),
  url: 'https://live.kumo-notes.example/paper-to-notes',
  section: LIVE,
  tags: ['webinar', 'hand-over', 'templates'],
  startsAt: calendar.at(workday(calendar, -38), BEGINS),
  endsAt: calendar.at(workday(calendar, -38), BEGINS + LASTS),
});

const SECURITY: ResourceBody = {
  type: 'document',
  title: say('Security and data handling', 'セキュリティとデータの取り扱い', '보안과 데이터 처리'),
  summary: say(
    'Where notes are kept, who can read them, and what our auditors found. PDF, 14 pages.',
    '保管場所、閲覧できる人、監査の結果をまとめました。PDF、14ページ。',
    '노트를 어디에 보관하고 누가 읽을 수 있으며 감사 결과가 어땠는지 담았어요. PDF, 14쪽.',
  ),
  body: say('', '', ''),
  url: 'https://files.kumo-notes.example/security.pdf',
  section: FOR_ADMINS,
  tags: ['security', 'audit'],
};

const SINGLE_SIGN_ON: ResourceBody = {
  type: 'article',
  title: say(
    'Single sign-on in an afternoon',
    '半日で始めるシングルサインオン',
    '반나절이면 되는 통합 로그인',
  ),
  summary: say(
    'What to prepare, in which order, and how to keep a way back.',
    '準備するもの、進める順番、元に戻せるようにしておく方法。',
    '준비할 것, 순서, 되돌릴 길을 남기는 법이에요.',
  ),
  body: say(
    blocks(
      'You need an admin of your identity provider and about two hours.',
      '## In this order',
      numbered(
        'Verify your mail domain: one TXT record.',
        'Enter issuer and client id, then test with **one** person.',
        'Let new sign-ins go through single sign-on for a week.',
        'Only then switch passwords off.',
      ),
      '## Keep a way back',
      'One admin account with a password and a second factor stays outside. Put its recovery codes where two people can reach them.',
    ),
    blocks(
      '社内の認証基盤の管理者と、2時間ほどの時間が必要です。',
      '## この順番で',
      numbered(
        'メールのドメインを確認する（TXTレコードを1つ追加）',
        '発行元とクライアントIDを入力し、まず **1人** で試す',
        '1週間は、新しいログインだけをシングルサインオンにする',
        'そのあとで、パスワードでのログインを止める',
      ),
      '## 戻れる道を残す',
      'パスワードと2段階認証の管理者アカウントを1つ、対象から外しておきます。回復コードは、2人が取り出せる場所に保管してください。',
    ),
    blocks(
      '사내 인증 시스템 관리자와 두 시간쯤이 필요해요.',
      '## 이 순서로',
      numbered(
        '메일 도메인 확인하기: TXT 레코드 하나',
        '발급자와 클라이언트 ID를 넣고 **한 명**으로 시험하기',
        '일주일은 새 로그인만 통합 로그인으로 하기',
        '그다음에 비밀번호 로그인을 끄기',
      ),
      '## 되돌릴 길 남기기',
      '비밀번호와 2단계 인증을 쓰는 관리자 계정 하나는 빼 두세요. 복구 코드는 두 사람이 꺼낼 수 있는 곳에 두세요.',
    ),
  ),
  section: FOR_ADMINS,
  tags: ['sso', 'security', 'login'],
};

const STATUS: ResourceBody = {
  type: 'link',
  title: say('Service status', '稼働状況', '서비스 상태'),
  summary: say(
    'Whether something is slow, and since when.',
    '遅くなっていないか、いつからかを確認できます。',
    '느린 곳이 있는지, 언제부터인지 볼 수 있어요.',
  ),
  body: say('', '', ''),
  url: 'https://status.kumo-notes.example/',
  section: FOR_ADMINS,
  tags: ['status'],
};

/** Sessions with their dates, and what admins ask for. */
export function liveAndAdmin(calendar: Calendar): readonly DemoContent[] {
  const recorded = { ...paper(calendar), recordingUrl: 'https://videos.kumo-notes.example/paper-to-notes' };
  return [
    {
      kind: 'resource',
      slug: 'paper-to-shared-notes',
      name: 'From paper hand-over to shared notes',
      createdOn: -62,
      by: 'haruka',
      versions: [
        { day: -60, by: 'haruka', note: '', draft: draftOf('resource', paper(calendar), { priority: 3 }) },
        {
          day: -36,
          by: 'haruka',
          note: 'With the recording',
          draft: draftOf('resource', recorded, { priority: 2 }),
        },
      ],
    },
    {
      kind: 'resource',
      slug: 'organise-a-growing-team',
      name: 'Live: organise a growing team',
      createdOn: -22,
      by: 'haruka',
      versions: [
        { day: -20, by: 'haruka', note: '', draft: draftOf('resource', growing(calendar), { priority: 10 }) },
      ],
    },
    {
      kind: 'resource',
      slug: 'security-and-data',
      name: 'Security and data handling (PDF)',
      createdOn: -276,
      by: 'ren',
      versions: [{ day: -274, by: 'ren', note: '', draft: draftOf('resource', SECURITY, { priority: 1 }) }],
    },
    {
      kind: 'resource',
      slug: 'single-sign-on',
      name: 'Single sign-on in an afternoon',
      createdOn: -142,
      by: 'ren',
      versions: [
        {
          day: -140,
          by: 'ren',
          note: 'For admins only',
          draft: draftOf('resource', SINGLE_SIGN_ON, { audience: ADMINS_ONLY, priority: 1 }),
        },
      ],
    },
    {
      kind: 'resource',
      slug: 'service-status',
      name: 'Service status',
      createdOn: -276,
      by: 'ren',
      versions: [{ day: -274, by: 'ren', note: '', draft: draftOf('resource', STATUS, { priority: 0 }) }],
    },
  ];
}
