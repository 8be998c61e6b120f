import type { Page } from '@playwright/test';
import { PLAYGROUND_CUSTOMERS } from '../src/demo/cast.ts';
import type { DemoFacts } from '../src/demo/facts.ts';
import { managementApi } from '../src/demo/management-api.ts';
import type { ManagementApi } from '../src/demo/management-api.ts';
import type { Contact } from '../src/demo/records.ts';
import { widgetOn } from '../src/host/widget.ts';
import type { Album } from './album.ts';
import { take } from './album.ts';
import { speakArabic } from './arabic.ts';

/** The widget is read from right to left too; there its own words are English, and the team's Arabic. */
export const WIDGET_LANGUAGES = ['en', 'ja', 'ar'] as const;
type Language = (typeof WIDGET_LANGUAGES)[number];

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

/** What the person writes, and what they are answered. */
const WRITTEN: Record<Language, { praise: string; note: string; reply: string; found: string }> = {
  en: {
    praise: 'Everything we decide is in one place.',
    note: 'Where do I find last month’s minutes?\nI looked under Practice.',
    reply: 'Under Projects, in “Harbour House”. I pinned them for you.',
    found: 'team',
  },
  ja: {
    praise: '決まったことが一か所にまとまっていて、探さなくて済みます。',
    note: '先月の議事録はどこにありますか？\n「所内」フォルダは見ました。',
    reply: '「プロジェクト」フォルダの中です。いちばん上に固定しておきました。',
    found: 'チーム',
  },
  ar: {
    praise: 'كل ما نقرره موجود في مكان واحد.',
    note: 'أين أجد محاضر الشهر الماضي؟\nبحثت في مجلد Practice.',
    reply: 'في مجلد Projects. ثبّتُّها لك في الأعلى.',
    found: 'team',
  },
};

/** The client as the page has it. */
const call = (page: Page, method: 'open' | 'setLocale' | 'close' | 'track', argument?: string) =>
  page.evaluate(
    ([name, given]) => {
      const client = window.banso as never as Record<string, (given?: string) => unknown>;
      return client[name]?.(given);
    },
    [method, argument] as const,
  );

/** Somebody of the demo at work in their product, and the pictures of what they see. */
class Sitting {
  readonly page: Page;
  readonly #album: Album;
  readonly #language: Language;

  constructor(album: Album, page: Page, language: Language) {
    this.page = page;
    this.#album = album;
    this.#language = language;
  }

  /** The page is in its language: what is read from the right is no language of the product. */
  async read(): Promise<void> {
    await this.widget.ready();
    if (this.#language !== 'ar') return;
    await this.page.evaluate(() => void (document.documentElement.dir = 'rtl'));
    await call(this.page, 'setLocale', 'ar');
    await this.widget.ready();
  }

  get widget(): ReturnType<typeof widgetOn> {
    return widgetOn(this.page);
  }

  /** The button at this place under a survey or a checklist. */
  foot(at: number): ReturnType<Page['locator']> {
    return this.page.locator('.foot:visible button:not([aria-haspopup])').nth(at);
  }

  async picture(name: string): Promise<void> {
    const darken = (dark: boolean) =>
      this.page.evaluate(
        (scheme) => void (document.documentElement.dataset['scheme'] = scheme),
        dark ? 'dark' : 'light',
      );
    await take(this.#album, this.page, `widget-${name}-${this.#language}`, SIZES, darken);
  }

  async open(target: string): Promise<void> {
    await call(this.page, 'open', target);
    await this.widget.panel.locator('[data-heading]').first().waitFor();
  }

  /** Goes to a place of the panel by its tabs. */
  async go(tab: number): Promise<void> {
    await this.widget.panel.getByRole('navigation').getByRole('button').nth(tab).click();
  }
}

/** Opens the product for somebody who reads this language. */
async function sit(album: Album, demo: DemoFacts, language: Language): Promise<Sitting> {
  if (language === 'ar') await speakArabic(managementApi(demo));
  const context = await album.browser.newContext({ locale: language, timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto(`${demo.playgroundUrl}?user=${language === 'ar' ? 'en' : language}`);
  const sitting = new Sitting(album, page, language);
  await sitting.read();
  await page.locator('main li a').nth(1).click();
  return sitting;
}

/** Every state of the widget that a person can come to, in every size and scheme. */
export async function widgetPictures(album: Album, demo: DemoFacts, language: Language): Promise<void> {
  const sitting = await sit(album, demo, language);
  await takeSurvey(sitting, WRITTEN[language].praise);
  await takePanel(sitting);
  await takeGuides(sitting, WRITTEN[language].found);
  await takeMessages(sitting, managementApi(demo), language);
  await takeQuestions(sitting);
  await sitting.open('compare-versions');
  await sitting.picture('news');
  await takeEnd(sitting);
  await sitting.page.context().close();
}

/** How an announcement comes by itself. Whoever was interrupted is left alone: each kind takes a demo of its own. */
export const COMING = ['popover', 'banner'] as const;

/** An announcement that has come by itself. */
export async function announcementPicture(
  album: Album,
  demo: DemoFacts,
  language: Language,
  mode: (typeof COMING)[number],
): Promise<void> {
  await announce(managementApi(demo), mode);
  const sitting = await sit(album, demo, language);
  await sitting.page.locator(`banso-announcement [part=${mode === 'popover' ? 'panel' : mode}]`).waitFor();
  await sitting.picture(mode);
  await sitting.page.context().close();
}

async function takeSurvey(sitting: Sitting, praise: string): Promise<void> {
  const { page } = sitting;
  const { survey, launcher } = sitting.widget;
  const radio = (score: number) => survey.getByRole('radio', { name: `${score}`, exact: true });
  await survey.waitFor();
  await sitting.picture('survey');
  await sitting.foot(0).click();
  await survey.locator('[data-heading]').waitFor();
  await sitting.picture('survey-later');
  await sitting.foot(0).click();
  await sitting.foot(1).click();
  await survey.locator('[data-heading]').waitFor();
  await sitting.picture('survey-never');
  await sitting.foot(0).click();
  await radio(0).focus();
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('ArrowRight');
  await survey.locator('.btn').waitFor();
  await sitting.picture('survey-by-keyboard');
  await radio(9).click();
  await survey.getByRole('textbox').waitFor();
  await sitting.picture('survey-follow-up');
  await survey.getByRole('textbox').fill(praise);
  await survey.locator('.btn').click();
  await survey.locator('.seal:not(.grey)').waitFor();
  await sitting.picture('survey-thanks');
  await survey.getByRole('button').first().click();
  await launcher.waitFor();
  await sitting.picture('launcher');
}

async function takePanel(sitting: Sitting): Promise<void> {
  const { page, widget } = sitting;
  const { panel, launcher } = widget;
  await launcher.click();
  await panel.getByRole('navigation').waitFor();
  await sitting.picture('home');
  await page.context().setOffline(true);
  await panel.locator('.note').waitFor();
  await sitting.picture('home-offline');
  await page.context().setOffline(false);
  await sitting.go(1);
  await panel.locator('[data-content]').first().waitFor();
  await sitting.picture('checklists');
  await panel.locator('[data-content]').first().getByRole('button').first().click();
  await panel.getByRole('listitem').first().waitFor();
  await sitting.picture('checklist');
  await panel.locator('#remind').click();
  await panel.getByRole('menu').waitFor();
  await sitting.picture('checklist-remind');
  await panel.getByRole('menuitem').nth(1).click();
  await panel.locator('.seal').waitFor();
  await sitting.picture('checklist-put-off');
  await sitting.foot(0).click();
  await sitting.foot(0).click();
  await panel.getByRole('radio').first().waitFor();
  await sitting.picture('checklist-not-for-me');
  await call(page, 'close');
}

async function takeGuides(sitting: Sitting, found: string): Promise<void> {
  const { panel } = sitting.widget;
  await call(sitting.page, 'open', 'resources');
  const search = panel.getByRole('searchbox');
  await search.waitFor();
  await sitting.picture('guides');
  await search.fill(found);
  await panel.locator('banso-resources .row').first().waitFor();
  await sitting.picture('guides-found');
  await search.fill('zzz');
  await panel.locator('banso-resources .mid').waitFor();
  await sitting.picture('guides-nothing');
  await search.fill('');
  await panel.locator('banso-resources .card .row').first().click();
  await panel.getByRole('article').waitFor();
  await sitting.picture('guide-session');
  await panel.getByRole('button').first().click();
  await panel.locator('banso-resources .list .row').first().click();
  await panel.getByRole('article').waitFor();
  await sitting.picture('guide');
  await panel.locator('.foot button').first().click();
  await panel.locator('.foot button').first().waitFor({ state: 'detached' });
  await sitting.picture('guide-rated');
}

async function takeMessages(sitting: Sitting, api: ManagementApi, language: Language): Promise<void> {
  const { page, widget } = sitting;
  const { panel } = widget;
  const { note, reply } = WRITTEN[language];
  await call(page, 'open', 'messages');
  const field = panel.getByRole('textbox');
  await field.waitFor();
  await sitting.picture('messages-none');
  await field.fill(note);
  await page.context().setOffline(true);
  await field.press('Control+Enter');
  await panel.getByRole('listitem').nth(1).waitFor();
  await sitting.picture('messages-offline');
  await page.context().setOffline(false);
  await widget.sent();
  const { userId } = PLAYGROUND_CUSTOMERS[language === 'ar' ? 'en' : language];
  const contacts = await api.list<Contact>('/v1/contacts');
  const contactId = contacts.find(({ externalId }) => externalId === userId)?.id;
  await api.send('POST', '/v1/messages', { contactId, text: reply });
  await call(page, 'close');
  await page.reload();
  await sitting.read();
  await widget.launcher.click();
  await panel.locator('.av').first().waitFor();
  await sitting.picture('home-unread');
  await call(page, 'open', 'messages');
  await panel.getByRole('listitem').nth(2).waitFor();
  await sitting.picture('messages');
}

async function takeQuestions(sitting: Sitting): Promise<void> {
  const { panel } = sitting.widget;
  const next = () => panel.locator('.foot .btn').click();
  await call(sitting.page, 'open', 'search-csat');
  await panel.getByRole('radio').nth(1).waitFor();
  await sitting.picture('question-faces');
  await panel.getByRole('radio').nth(1).click();
  await panel.getByRole('radio').nth(3).click();
  await panel.getByRole('textbox').waitFor();
  await sitting.picture('question-choice');
  await panel.getByRole('textbox').fill('…');
  await next();
  await panel.locator('textarea').waitFor();
  await sitting.picture('question-words');
  await call(sitting.page, 'close');
  await call(sitting.page, 'open', 'invite-ces');
  await panel.getByRole('radio').nth(6).waitFor();
  await sitting.picture('question-effort');
  await sitting.page.context().setOffline(true);
  await panel.getByRole('radio').nth(6).click();
  await panel.locator('.seal').waitFor();
  await sitting.picture('survey-stored');
  await sitting.page.context().setOffline(false);
  await sitting.widget.sent();
}

/** Publishes the demo's maintenance note for everybody, now. */
async function announce(api: ManagementApi, mode: (typeof COMING)[number]): Promise<void> {
  const announcements = await api.list<Announcement>('/v1/announcements');
  const find = (slug: string): Announcement => {
    const found = announcements.find((one) => one.slug === slug);
    if (!found) throw new Error(`The demo has no announcement "${slug}"`);
    return found;
  };
  const path = `/v1/announcements/${find('maintenance').id}`;
  const [{ draft }, forEverybody] = await Promise.all([
    api.get<Announcement>(path),
    api.get<Announcement>(`/v1/announcements/${find('compare-versions').id}`),
  ]);
  const delivery = { ...forEverybody.draft.delivery, priority: 900, delaySeconds: 0, interruptive: true };
  const shown = { ...draft, delivery, body: { ...draft.body, mode } };
  const { etag } = await api.send('PATCH', path, { draft: shown }, '*');
  await api.send('POST', `${path}/publish`, {}, etag);
}

interface Announcement {
  id: string;
  slug: string;
  draft: { delivery: object; body: object };
}

/** What is missing is done, and the last step ticked. */
async function takeEnd(sitting: Sitting): Promise<void> {
  const { page, widget } = sitting;
  await call(page, 'track', 'folder_shared');
  await widget.sent();
  await page.reload();
  await sitting.read();
  await call(page, 'open', 'getting-started');
  await widget.panel.locator('.now button.btn').click();
  await widget.panel.locator('.party').waitFor();
  await sitting.picture('checklist-party');
}
