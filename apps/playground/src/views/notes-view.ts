import { element, icon, ICONS } from '../dom.ts';
import type { Note } from '../notes/note.ts';
import type { Product } from '../product.ts';
import { addressOf } from '../product.ts';
import { link } from './shell.ts';

/** The notes: a list, and the one that is open. */
export function notesView(product: Product): HTMLElement {
  const { note, texts } = product;
  const title = element('h1', { class: 'hidden', text: texts.notes });
  return element(
    'div',
    { class: note ? 'notes notes-open' : 'notes' },
    title,
    list(product),
    note ? editor(product, note) : nothingOpen(product),
  );
}

function list(product: Product): HTMLElement {
  const { texts, kept, note: open } = product;
  const found = kept.notes.filter((note) => matches(note, product.search));
  const look = element('input', {
    attributes: {
      type: 'search',
      placeholder: texts.search,
      'aria-label': texts.search,
      value: product.search,
    },
    on: { change: (event) => product.look((event.target as HTMLInputElement).value.trim()) },
  });
  return element(
    'section',
    { class: 'list', attributes: { 'aria-label': texts.allNotes } },
    element('div', { class: 'find' }, icon(ICONS.search), look),
    element(
      'div',
      { class: 'make' },
      button('primary', 'new-note', texts.newNote, () => product.createNote('blank'), ICONS.plus),
      button('plain', 'from-template', texts.fromTemplate, () => product.createNote('template')),
    ),
    element(
      'ul',
      { class: 'rows' },
      ...found.map((note) => element('li', {}, row(product, note, note.id === open?.id))),
    ),
    found.length === 0 && element('p', { class: 'quiet pad', text: texts.nothingFound }),
  );
}

function row(product: Product, note: Note, isOpen: boolean): HTMLAnchorElement {
  const first = note.body.split('\n').find((text) => text.trim() !== '') ?? '';
  const made = link(
    product,
    addressOf('notes', note.id),
    'row',
    element('b', { text: note.title || product.texts.untitled }),
    element('span', { class: 'row-text', text: first.replace(/^(!|->)\s*/, '') }),
    element('span', { class: 'row-meta', text: `${ago(product, note.daysAgo)} · ${note.folder}` }),
  );
  if (isOpen) made.setAttribute('aria-current', 'true');
  return made;
}

function editor(product: Product, note: Note): HTMLElement {
  const { texts, kept, customer } = product;
  const colleague = kept.teammates.find(({ name }) => name !== customer.name);
  const body = element('textarea', {
    class: 'note-body',
    attributes: { 'aria-label': texts.noteBody, rows: '14' },
    on: { input: () => product.write(note, { body: body.value }) },
  });
  body.value = note.body;
  const title = element('input', {
    class: 'note-title',
    attributes: { 'aria-label': texts.noteTitle, placeholder: texts.untitled, value: note.title },
    on: {
      input: () => {
        product.write(note, { title: title.value });
        const inList = document.querySelector('.row[aria-current] b');
        if (inList) inList.textContent = title.value || texts.untitled;
      },
    },
  });
  return element(
    'article',
    { class: 'editor' },
    element(
      'div',
      { class: 'editor-bar' },
      link(product, addressOf('notes'), 'back', icon(ICONS.back), texts.allNotes),
      element('span', { class: 'path', text: note.folder }),
      colleague &&
        button('plain', 'mention', product.say('mention', { name: colleague.name }), () =>
          product.mention(note, colleague.name),
        ),
    ),
    element(
      'div',
      { class: 'page' },
      title,
      element('p', {
        class: 'by',
        text: product.say('editedBy', { name: note.author, date: ago(product, note.daysAgo) }),
      }),
      body,
      comments(product, note),
    ),
  );
}

function comments(product: Product, note: Note): HTMLElement {
  const { texts } = product;
  const field = element('input', {
    attributes: {
      name: 'comment',
      placeholder: texts.writeComment,
      'aria-label': texts.writeComment,
      autocomplete: 'off',
    },
  });
  const send = (event: Event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text !== '') product.comment(note, text);
  };
  return element(
    'section',
    { class: 'comments' },
    element('h2', { text: texts.comments }),
    ...note.comments.map((text) => element('p', { class: 'comment', text })),
    element(
      'form',
      { class: 'line', on: { submit: send } },
      field,
      element('button', { class: 'plain', text: texts.addComment, attributes: { type: 'submit' } }),
    ),
  );
}

function nothingOpen({ texts }: Product): HTMLElement {
  return element('div', { class: 'editor nothing' }, element('p', { class: 'quiet', text: texts.pickNote }));
}

/** Words of the search may stand in any order, in title or text. */
function matches({ title, body }: Note, search: string): boolean {
  const text = `${title} ${body}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const ago = ({ customer }: Product, days: number): string =>
  new Intl.RelativeTimeFormat(customer.language, { numeric: 'auto' }).format(-days, 'day');

/** A button with its name for scripts. */
export function button(
  look: 'primary' | 'plain',
  name: string,
  text: string,
  press: () => void,
  picture?: string,
): HTMLButtonElement {
  return element(
    'button',
    { class: look, attributes: { type: 'button', 'data-do': name }, on: { click: press } },
    picture !== undefined && icon(picture),
    text,
  );
}
