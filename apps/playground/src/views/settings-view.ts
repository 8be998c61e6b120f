import { element, icon, ICONS } from '../dom.ts';
import type { Product } from '../product.ts';
import { button } from './notes-view.ts';

/** The person, their calendar, and the product's own light. */
export function settingsView(product: Product): HTMLElement {
  const { texts, customer, kept } = product;
  const paper = choice(product, 'light', texts.paper);
  const night = choice(product, 'dark', texts.night);
  return element(
    'div',
    { class: 'sheet' },
    element('h1', { text: texts.settings }),
    setting(
      texts.profile,
      `${customer.name} · ${customer.email}`,
      element('span', { class: 'face', text: customer.initials, attributes: { 'aria-hidden': 'true' } }),
    ),
    setting(texts.company, customer.company.name),
    setting(
      texts.calendar,
      texts.calendarAbout,
      kept.calendar
        ? element('span', { class: 'tag tag-done' }, icon(ICONS.check), texts.connected)
        : button('plain', 'connect-calendar', texts.connect, () => product.connectCalendar(), ICONS.calendar),
    ),
    setting(
      texts.appearance,
      texts.appearanceAbout,
      element(
        'div',
        { class: 'pair', attributes: { role: 'group', 'aria-label': texts.appearance } },
        paper,
        night,
      ),
    ),
    setting(texts.help, texts.helpAbout),
    element('banso-preferences' as 'div', { class: 'inline' }),
  );
}

function setting(name: string, about: string, control?: HTMLElement): HTMLElement {
  return element(
    'section',
    { class: 'setting' },
    element(
      'div',
      { class: 'grow' },
      element('h2', { text: name }),
      element('p', { class: 'quiet', text: about }),
    ),
    control,
  );
}

function choice(product: Product, chosen: 'light' | 'dark', text: string): HTMLButtonElement {
  const made = button('plain', `scheme-${chosen}`, text, () => product.choose(chosen));
  made.setAttribute('aria-pressed', String(product.scheme === chosen));
  return made;
}
