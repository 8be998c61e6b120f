import type { LinkCode } from '@banso/contract/links';
import { type Catalogue, plural } from '../../../texts/use-texts.ts';

const en = {
  title: 'Links',
  check: 'Check links',
  looking: 'Looking whether the links work…',
  failed: 'The links could not be checked now. You can publish all the same.',
  again: 'Try again',
  off: 'This installation looks at nothing outside, so links are not checked.',
  none: 'There is no link to the web in it.',
  fine: (n: number) => plural(n, { one: '1 link answers.', other: `${n} links answer.` }),
  unchecked: (n: number) =>
    plural(n, { one: '1 link was not checked in time.', other: `${n} links were not checked in time.` }),
  code: {
    gone: 'There is nothing at this address any more.',
    unreachable: 'This address does not answer.',
    private: 'This address leads into a private network.',
    insecure: 'This address is not encrypted. Use https.',
    wrong_type: 'What is at this address is no video and no image.',
    too_large: 'This image has more than 2 MB.',
  } satisfies Record<LinkCode, string> as Record<LinkCode, string>,
  close: 'Close',
};
const ja: typeof en = {
  title: 'リンク',
  check: 'リンクを確認',
  looking: 'リンクを確認しています…',
  failed: 'リンクを確認できませんでした。このまま公開することはできます。',
  again: '再試行',
  off: 'この環境では外部に接続しないため、リンクは確認されません。',
  none: 'ウェブへのリンクはありません。',
  fine: (n) => `${n}件のリンクは応答しています。`,
  unchecked: (n) => `${n}件のリンクは時間内に確認できませんでした。`,
  code: {
    gone: 'このリンク先はもうありません。',
    unreachable: 'このリンク先は応答しません。',
    private: 'このリンク先は社内などの限られたネットワークです。',
    insecure: 'このリンク先は暗号化されていません。https を使ってください。',
    wrong_type: 'このリンク先は動画や画像ではありません。',
    too_large: 'この画像は2 MBを超えています。',
  },
  close: '閉じる',
};
const ko: typeof en = {
  title: '링크',
  check: '링크 확인',
  looking: '링크를 확인하고 있어요…',
  failed: '지금은 링크를 확인할 수 없어요. 그래도 게시할 수 있어요.',
  again: '다시 시도',
  off: '이 설치는 밖으로 연결하지 않아서 링크를 확인하지 않아요.',
  none: '웹으로 가는 링크가 없어요.',
  fine: (n) => `링크 ${n}개가 응답해요.`,
  unchecked: (n) => `링크 ${n}개는 제때 확인하지 못했어요.`,
  code: {
    gone: '이 주소에는 이제 아무것도 없어요.',
    unreachable: '이 주소가 응답하지 않아요.',
    private: '이 주소는 내부 네트워크로 이어져요.',
    insecure: '암호화되지 않은 주소예요. https를 쓰세요.',
    wrong_type: '이 주소에 있는 것은 동영상이나 이미지가 아니에요.',
    too_large: '이 이미지는 2 MB가 넘어요.',
  },
  close: '닫기',
};

/** The words of links that are checked. */
export const linkTexts: Catalogue<typeof en> = { en, ja, ko };
