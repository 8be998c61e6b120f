import { findCustomer } from './customers.ts';
import { embed, identify } from './embed.ts';

/** Who is signed in on a host page: `?user=` says it by id or language; `none` is nobody, and nothing said is English. */
const asked = new URLSearchParams(location.search).get('user') ?? 'en';
const times = Number(document.documentElement.dataset['embedTimes'] ?? 1);

await embed({ times });
const customer = findCustomer(asked);
if (customer) await identify(customer);
