import { CUSTOMERS } from '../customers.ts';
import type { Customer } from '../customers.ts';
import { element, icon, ICONS } from '../dom.ts';
import type { Place, Product } from '../product.ts';
import { addressOf, PLACES } from '../product.ts';

const PICTURES: Readonly<Record<Place, string>> = {
  notes: ICONS.note,
  team: ICONS.team,
  folders: ICONS.folder,
  settings: ICONS.settings,
};

/** A link inside the product: it stays in the page. */
export function link(
  product: Product,
  address: string,
  className: string,
  ...children: (Node | string)[]
): HTMLAnchorElement {
  const follow = (event: Event) => {
    const { metaKey, ctrlKey, shiftKey } = event as MouseEvent;
    if (metaKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    product.go(address);
  };
  return element(
    'a',
    { class: className, attributes: { href: address }, on: { click: follow } },
    ...children,
  );
}

/** The quiet bar on top: what this is, who one is, the way to the console. */
export function bar(product: Product): HTMLElement {
  const { texts, customer } = product;
  return element(
    'aside',
    { class: 'bar', attributes: { 'aria-label': texts.playground } },
    element(
      'p',
      { class: 'bar-about' },
      element('strong', { text: texts.playground }),
      ' ',
      product.isAlone ? texts.noDemo : texts.playgroundAbout,
    ),
    element(
      'div',
      { class: 'who', attributes: { role: 'group', 'aria-label': texts.signedInAs } },
      ...CUSTOMERS.map((one) => chip(product, one, one.id === customer.id)),
    ),
    element('a', {
      class: 'bar-link',
      text: texts.openExamples,
      attributes: { href: '/playground/examples/' },
    }),
    element('a', { class: 'bar-link', text: texts.openConsole, attributes: { href: '/console/' } }),
  );
}

function chip(product: Product, customer: Customer, isOn: boolean): HTMLButtonElement {
  const { name, initials, language, languageName, company } = customer;
  return element(
    'button',
    {
      class: 'chip',
      attributes: {
        type: 'button',
        'aria-pressed': String(isOn),
        title: `${company.name}, ${languageName}`,
        'data-user': customer.id,
      },
      on: { click: () => void product.become(customer) },
    },
    element('span', { class: 'face', text: initials, attributes: { 'aria-hidden': 'true' } }),
    element('span', { text: name, attributes: { lang: language } }),
  );
}

/** The way around: places, and the company's folders. */
export function sidebar(product: Product): HTMLElement {
  const { texts, customer, place, kept } = product;
  const places = PLACES.map((one) => {
    const made = link(
      product,
      addressOf(one),
      'nav-link',
      icon(PICTURES[one]),
      element('span', { text: texts[one] }),
    );
    if (one === place) made.setAttribute('aria-current', 'page');
    return made;
  });
  const folders = kept.folders.map(({ name }) =>
    link(
      product,
      addressOf('folders'),
      'nav-link nav-folder',
      icon(ICONS.folder),
      element('span', { text: name }),
    ),
  );
  return element(
    'nav',
    { class: 'side', attributes: { 'aria-label': texts.sections } },
    element(
      'div',
      { class: 'brand' },
      element('i', { class: 'cloud', attributes: { 'aria-hidden': 'true' } }),
      element('span', { text: customer.company.name }),
    ),
    element('div', { class: 'nav-main' }, ...places),
    element('p', { class: 'side-head', text: texts.folders }),
    element('div', { class: 'nav-folders' }, ...folders),
    element(
      'div',
      { class: 'me' },
      element('span', { class: 'face', text: customer.initials, attributes: { 'aria-hidden': 'true' } }),
      element('span', { text: customer.name }),
    ),
  );
}
