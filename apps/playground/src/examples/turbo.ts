import '@hotwired/turbo';
import { findCustomer } from '../customers.ts';
import { banso, embed, identify } from '../embed.ts';

// This script runs once: Turbo keeps the head, and so the tag that `embed` puts there, while bodies come and go.
const customer = findCustomer(new URLSearchParams(location.search).get('user') ?? 'en');
await embed();
if (customer) await identify(customer);

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-do=help]')) banso().push(['destroy']);
});
