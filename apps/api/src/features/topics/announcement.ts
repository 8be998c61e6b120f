import type { ContentDraft } from '@banso/database';
import type { LocalizedText } from '@banso/domain/content';
import { starterDraft } from '../../contents/starters.ts';
import { inLocales } from '../../contents/templates/template-draft.ts';

const TITLE: LocalizedText = {
  en: 'You said it, we did it',
  ja: 'ご要望にお応えしました',
  ko: '말씀해 주신 것을 반영했어요',
};
const bodyAbout = (name: string): LocalizedText => ({
  en: `You wrote to us about “${name}”. Here is what has changed:`,
  ja: `「${name}」についてご意見をいただき、ありがとうございました。次のように改善しました。`,
  ko: `“${name}”에 대해 의견을 주셔서 감사해요. 이렇게 바뀌었어요.`,
});

/** A draft to the people who said something: what changed is for the team to write. */
export function announcementTo(
  contactIds: readonly string[],
  about: { name: string; locales: string[]; defaultLocale: string },
): ContentDraft {
  const { name, locales, defaultLocale } = about;
  const draft = starterDraft('announcement', name, locales, defaultLocale);
  const say = (text: LocalizedText) => inLocales(text, locales, defaultLocale);
  return {
    ...draft,
    delivery: { ...draft.delivery, audience: { type: 'list', subject: 'contact', ids: [...contactIds] } },
    body: { ...draft.body, title: say(TITLE), body: say(bodyAbout(name)) },
  };
}
