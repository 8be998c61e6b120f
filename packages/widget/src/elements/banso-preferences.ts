import type { widgetApi } from '@banso/contract';
import { ASKING, LESS_DAYS } from '@banso/domain/decide';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Receipt } from '../controller.ts';
import type { PreferenceMessages } from '../messages/en/preferences.ts';
import { loadPreferenceMessages } from '../messages/own-messages.ts';
import { say } from '../messages/say.ts';
import { accent } from '../styles/accent.ts';
import { contract } from '../styles/contract.ts';
import { controls } from '../styles/controls.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { options } from '../styles/options.ts';
import { preferences } from '../styles/preferences.ts';
import { AboutMe } from './about-me.ts';
import { aboutMe, languageName } from './about-me-view.ts';
import type { AboutMeWays } from './about-me-view.ts';
import { BansoElement } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { fire } from './fire.ts';
import { icon } from './icon.ts';
import { keepTyping } from './keep-typing.ts';
import { PLACES, placeNow, putLauncher } from './launcher-places.ts';
import type { PlaceName } from './launcher-places.ts';

const DOWN = 'M5 8l5 5 5-5';
const FILE_NAME = 'my-data.json';

type PreferenceScene = Scene<PreferenceMessages>;
type Choice = Partial<widgetApi.Preferences>;

/**
 * What the person says about us: how often something may open by itself, in which language we speak, where the button stands; and
 * what is known about them, as a list, as a file, and with the way to have it erased.
 * @fires banso-preference - The person chose; `detail.asking`, or `detail.locale`, null for the page's.
 * @csspart base - Everything inside.
 * @csspart panel - The framed surface.
 * @cssprop --banso-accent - Any colour; made legible by itself.
 */
export class BansoPreferences extends BansoElement<PreferenceMessages> {
  static override styles = [contract, accent, frame, controls, fields, options, preferences];
  static override properties = {
    ...BansoElement.properties,
    news: { attribute: false },
  };
  /** @internal What became of the last choice. */
  declare news: string;

  #about: AboutMe | undefined;
  #confirming = false;
  /** What was chosen and whose fate is not known. */
  #choice: Choice = {};

  constructor() {
    super(loadPreferenceMessages);
    this.news = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  /** What was read of one person is not shown to the next. */
  #forget(): void {
    this.#about = undefined;
    this.#confirming = false;
    this.#choice = {};
    this.news = '';
  }

  protected override firstUpdated(): void {
    keepTyping(this);
  }

  protected override draw(scene: PreferenceScene): unknown {
    const { texts, state } = scene;
    if (!state.preferences) {
      this.#forget();
      return nothing;
    }
    const chosen = { ...state.preferences, ...this.#choice };
    return html`
      <section class="panel" part="panel" role="group" aria-label=${texts.title}>
        ${this.embedded ? nothing : html`<div class="top"><h2>${texts.title}</h2></div>`}
        <div class="scroll">
          ${this.#asking(chosen, texts)}
          ${this.#language(chosen, scene)}
          ${state.launcher ? this.#place(texts) : nothing}
          ${this.#known(scene)}
        </div>
        <div class="foot"><span class="s" role="status">${this.news || (state.online ? texts.saves : texts.offline)}</span></div>
      </section>`;
  }

  #asking({ asking }: widgetApi.Preferences, texts: PreferenceMessages): TemplateResult {
    const meaning = {
      usual: texts.usualText,
      less: say(texts.lessText, { n: LESS_DAYS }),
      never: texts.neverText,
    };
    const choices = ASKING.map(
      (one) => html`
        <label class="opt">
          <input type="radio" name="asking" .checked=${one === asking} @change=${() => void this.#choose({ asking: one })}>
          <span>${texts[one]} <small class="m">${meaning[one]}</small></span>
        </label>`,
    );
    return html`
      <fieldset class="pref">
        <legend class="lab" data-heading tabindex="-1">${texts.asking}</legend>
        <div class="opts">${choices}</div>
      </fieldset>`;
  }

  #language({ locale }: widgetApi.Preferences, { texts, state }: PreferenceScene): TemplateResult {
    const { languages = [] } = state;
    const offered = locale === null || languages.includes(locale) ? languages : [...languages, locale];
    const options = offered.map(
      (tag) =>
        html`<option value=${tag} lang=${tag} .selected=${tag === locale}>${languageName(tag, tag)}</option>`,
    );
    const chosen = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) void this.#choose({ locale: target.value || null });
    };
    return html`
      <div class="pref">
        <label class="lab" for="language">${texts.language}</label>
        <select class="f" id="language" @change=${chosen}>
          <option value="" .selected=${locale === null}>${texts.asPage}</option>
          ${options}
        </select>
      </div>`;
  }

  #place(texts: PreferenceMessages): TemplateResult {
    const now = placeNow();
    const options = PLACES.map(
      (one) => html`<option value=${one} .selected=${one === now}>${texts.places[one]}</option>`,
    );
    const chosen = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      putLauncher(target.value as PlaceName);
      this.news = texts.placed;
    };
    // It can have been dragged meanwhile.
    return html`
      <div class="pref">
        <label class="lab" for="place">${texts.place}</label>
        <select class="f" id="place" @focus=${() => this.requestUpdate()} @change=${chosen}>${options}</select>
      </div>`;
  }

  #known(scene: PreferenceScene): TemplateResult {
    const { texts } = scene;
    const about = this.#about;
    const isOpen = about !== undefined && about.known.status !== 'closed';
    return html`
      <div class="about">
        <button type="button" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => this.#toggle(isOpen)}>
          <span>${texts.known} <span class="m">${texts.knownText}</span></span>
          ${icon(DOWN)}
        </button>
        ${about && aboutMe(about.known, this.#confirming, scene, this.#ways)}
      </div>`;
  }

  #toggle(isOpen: boolean): void {
    const { source } = this;
    if (!source) return;
    this.#confirming = false;
    this.#about ??= new AboutMe(source, () => this.requestUpdate());
    if (isOpen) this.#about.close();
    else void this.#about.open();
  }

  #ways: AboutMeWays = {
    again: () => void this.#about?.open(),
    download: () => void this.#download(),
    confirm: (asking) => {
      this.#confirming = asking;
      void this.#focusStep();
    },
    wish: (erased) => void this.#wish(erased),
  };

  async #wish(erased: boolean): Promise<void> {
    this.#confirming = false;
    this.news = '';
    const fate = this.#about?.wish(erased);
    await this.#focusStep();
    await this.#say(await fate);
    this.requestUpdate();
  }

  async #download(): Promise<void> {
    this.news = '';
    const file = await this.#about?.file().catch(() => undefined);
    if (file !== undefined) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
      link.download = FILE_NAME;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }
    const texts = await loadPreferenceMessages(this.source?.state.locale ?? '');
    if (texts) this.news = file === undefined ? texts.notDownloaded : texts.downloaded;
  }

  async #choose(choice: Choice): Promise<void> {
    this.#choice = { ...this.#choice, ...choice };
    this.news = '';
    this.requestUpdate();
    fire(this, 'banso-preference', choice);
    let fate: Receipt;
    try {
      fate = (await this.source?.report({ type: 'preference_set', ...choice })) ?? 'held';
    } catch {
      fate = 'held';
    }
    // What is taken back has to be drawn before.
    await this.updateComplete;
    for (const [name, value] of Object.entries(choice))
      if (this.#choice[name as keyof Choice] === value) Reflect.deleteProperty(this.#choice, name);
    await this.#say(fate);
    this.requestUpdate();
  }

  /** In the language that holds now. */
  async #say(fate: Receipt | undefined): Promise<void> {
    const texts = await loadPreferenceMessages(this.source?.state.locale ?? '');
    if (fate && texts) this.news = texts.saved[fate];
  }

  async #focusStep(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-step]')?.focus();
  }
}
