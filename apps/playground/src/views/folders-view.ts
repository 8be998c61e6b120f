import { element, icon, ICONS } from '../dom.ts';
import type { Product } from '../product.ts';
import { button } from './notes-view.ts';

/** The company's folders, and who sees them. */
export function foldersView(product: Product): HTMLElement {
  const { texts, kept } = product;
  const cards = kept.folders.map(({ name, shared }) => {
    const count = kept.notes.filter(({ folder }) => folder === name).length;
    return element(
      'li',
      {},
      element('span', { class: 'tile' }, icon(ICONS.folder)),
      element(
        'span',
        { class: 'grow' },
        element('b', { text: name }),
        element('span', {
          class: 'row-meta',
          text: count === 1 ? texts.noteIn : product.say('notesIn', { count }),
        }),
      ),
      shared
        ? element('span', { class: 'tag tag-done' }, icon(ICONS.check), texts.shared)
        : button('plain', 'share', texts.shareFolder, () => product.share(name)),
    );
  });
  return element(
    'div',
    { class: 'sheet' },
    element('h1', { text: texts.folders }),
    element('p', { class: 'quiet', text: texts.foldersAbout }),
    element('ul', { class: 'people' }, ...cards),
  );
}
