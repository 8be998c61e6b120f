import './styles/kumo.css';
import { CUSTOMERS, findCustomer } from './customers.ts';
import { element } from './dom.ts';
import { embed, identify } from './embed.ts';
import type { Place } from './product.ts';
import { Product } from './product.ts';
import { keepCustomer, lastCustomer, scheme } from './store.ts';
import { foldersView } from './views/folders-view.ts';
import { notesView } from './views/notes-view.ts';
import { settingsView } from './views/settings-view.ts';
import { bar, sidebar } from './views/shell.ts';
import { teamView } from './views/team-view.ts';

const VIEWS: Readonly<Record<Place, (product: Product) => HTMLElement>> = {
  notes: notesView,
  team: teamView,
  folders: foldersView,
  settings: settingsView,
};

/** Who is signed in: as the address says, else as last time, else whoever reads the browser's language. */
function firstCustomer() {
  const asked = new URLSearchParams(location.search).get('user') ?? lastCustomer();
  const reads = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => findCustomer(tag));
  const found = findCustomer(asked) ?? findCustomer(reads ?? 'en') ?? CUSTOMERS[0];
  if (!found) throw new Error('Nobody can sign in');
  return found;
}

const TOLD_FOR_MS = 4_000;

const app = document.querySelector('#app');
const status = element('div', { class: 'notice', attributes: { role: 'status' } });
document.body.append(status);
let silence: ReturnType<typeof setTimeout> | undefined;

/** Says what has just happened, for a while, beside whatever the person is at. */
function tell(words: string): void {
  clearTimeout(silence);
  status.textContent = words;
  if (words !== '') silence = setTimeout(() => tell(''), TOLD_FOR_MS);
}

const customer = firstCustomer();
keepCustomer(customer);
const product = new Product(customer, { draw, tell });

function draw(): void {
  const { texts, place } = product;
  document.documentElement.lang = product.customer.language;
  document.documentElement.dataset['scheme'] = scheme();
  document.title = `${texts[place]} · Kumo Notes`;
  const focused = document.activeElement?.getAttribute('data-do');
  const main = element('main', { class: 'main' }, VIEWS[place](product));
  app?.replaceChildren(bar(product), element('div', { class: 'kumo' }, sidebar(product), main));
  if (focused) app?.querySelector<HTMLElement>(`[data-do="${CSS.escape(focused)}"]`)?.focus();
}

addEventListener('popstate', draw);
draw();
try {
  await embed();
  await identify(customer);
} catch {
  // the product stands here without the widget, and says so
  product.isAlone = true;
  draw();
}
