import { isWithheld } from '@banso/contract';
import type { CustomerText } from '@banso/contract';
import { Notice } from '@banso/ui';
import { may } from '../data/session.ts';
import { textsOf } from '../texts/use-texts.ts';
import type { Catalogue } from '../texts/use-texts.ts';

const texts: Catalogue<{ withheld: string; title: string; what: string }> = {
  en: {
    withheld: 'Text withheld',
    title: 'You see scores and facts, not the words',
    what: 'You do not have the permission to read what customers write. An admin can give it to you under Settings → Members.',
  },
  ja: {
    withheld: '本文は非表示',
    title: 'スコアと事実のみが表示され、本文は表示されません',
    what: 'お客様が書いた内容を読む権限がありません。管理者は「設定 → メンバー」で権限を付与できます。',
  },
  ko: {
    withheld: '본문 숨김',
    title: '점수와 사실만 보이고 본문은 보이지 않습니다',
    what: '고객이 쓴 내용을 읽을 권한이 없습니다. 관리자가 설정 → 멤버에서 권한을 줄 수 있습니다.',
  },
};

/** The words of a text where nothing but words can stand; in their place, that they are withheld. */
export const wordsOf = (text: CustomerText): string => (isWithheld(text) ? textsOf(texts).withheld : text);

/** What somebody wrote, or that the reader may not read it. */
export function Said({ text }: { text: CustomerText }) {
  return isWithheld(text) ? <em class="muted">{textsOf(texts).withheld}</em> : <>{text}</>;
}

/** Says why there are no words, to whoever may not read them. */
export function WithheldNotice() {
  const words = textsOf(texts);
  return may('read_texts') ? null : <Notice title={words.title}>{words.what}</Notice>;
}
