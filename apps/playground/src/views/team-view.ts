import { element } from '../dom.ts';
import type { Teammate } from '../notes/note.ts';
import type { Product } from '../product.ts';

const ROLES = { admin: 'roleAdmin', editor: 'roleEditor', viewer: 'roleViewer' } as const;

/** Everybody in the company, and a way to invite more. */
export function teamView(product: Product): HTMLElement {
  const { texts, kept } = product;
  const field = element('input', {
    attributes: {
      type: 'email',
      name: 'email',
      required: '',
      placeholder: 'name@example.com',
      'aria-label': texts.inviteLabel,
      autocomplete: 'off',
    },
  });
  const send = (event: Event) => {
    event.preventDefault();
    product.invite(field.value.trim());
  };
  return element(
    'div',
    { class: 'sheet' },
    element('h1', { text: texts.team }),
    element('p', { class: 'quiet', text: texts.teamAbout }),
    element(
      'form',
      { class: 'line', on: { submit: send } },
      field,
      element('button', {
        class: 'primary',
        text: texts.invite,
        attributes: { type: 'submit', 'data-do': 'invite' },
      }),
    ),
    element(
      'ul',
      { class: 'people' },
      ...kept.teammates.map((one) => person(one.name, one.email, texts[ROLES[one.role]], one)),
      ...kept.invited.map((email) => person(email, '', texts.invited)),
    ),
  );
}

function person(name: string, email: string, state: string, teammate?: Teammate): HTMLLIElement {
  const initial = Array.from(name)[0] ?? '';
  return element(
    'li',
    {},
    element('span', {
      class: teammate ? 'face' : 'face face-open',
      text: initial.toUpperCase(),
      attributes: { 'aria-hidden': 'true' },
    }),
    element(
      'span',
      { class: 'grow' },
      element('b', { text: name }),
      email !== '' && element('span', { class: 'row-meta', text: email }),
    ),
    element('span', { class: 'tag', text: state }),
  );
}
