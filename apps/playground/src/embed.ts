import type { Customer } from './customers.ts';

/** What a page does with the widget: the documented calls, as a list or through the client that takes its place. */
interface Banso {
  push(...commands: (readonly unknown[])[]): unknown;
}

declare global {
  interface Window {
    banso?: Banso;
  }
}

/** A demo's token ends after an hour; a page that stays open asks for the next one before. */
const NEW_TOKEN_AFTER_MS = 45 * 60_000;

let renewal: ReturnType<typeof setInterval> | undefined;

/** The queue that is there before the widget is, and the client afterwards. */
export function banso(): Banso {
  return (window.banso ??= []);
}

/**
 * Puts the documented tag into the page. `?key=` and `?host=` stand for another workspace's key and another service.
 * @param times - How often the tag is there; more than once is a mistake that pages make.
 */
export async function embed({ times = 1 }: { times?: number } = {}): Promise<void> {
  banso();
  const asked = new URLSearchParams(location.search);
  const key = asked.get('key') ?? (await publishableKey());
  const host = asked.get('host');
  for (let count = 0; count < times; count += 1) {
    const tag = scriptTag();
    tag.dataset['key'] = key;
    if (host) pointElsewhere(tag, new URL(host).origin);
    document.head.append(tag);
  }
}

/** The tag as the page's HTML has it, inert: so it needs no right to make addresses of scripts. */
function scriptTag(): HTMLScriptElement {
  const template = document.querySelector<HTMLTemplateElement>('#embed-tag');
  const tag = template?.content.querySelector('script');
  if (!tag) throw new Error('The page has no tag to embed');
  return document.importNode(tag, true);
}

function pointElsewhere(tag: HTMLScriptElement, origin: string): void {
  try {
    tag.src = `${origin}/w/banso.js`;
  } catch {
    // Trusted Types: the loader comes from here then, and only asks the other service
    tag.dataset['host'] = origin;
  }
}

/** Says who is signed in, as the product's pages would, with a token that its server signed. */
export async function identify(customer: Customer): Promise<void> {
  clearInterval(renewal);
  const { id, name, email, language, company } = customer;
  const say = async () => {
    const token = await tokenOf(customer);
    // looked up now: the client may have taken the place of the queue meanwhile
    banso().push(['identify', id, { name, email, locale: language }, { token }]);
  };
  await say();
  banso().push(['group', company.id, { name: company.name }]);
  renewal = setInterval(() => void say(), NEW_TOKEN_AFTER_MS);
}

/** A fact from the product. */
export function track(event: string, properties: Readonly<Record<string, string | number>> = {}): void {
  banso().push(['track', event, properties]);
}

/** The key of the demo. */
export async function publishableKey(): Promise<string> {
  const { publishableKey: key } = (await answerTo('/playground/config.json')) as { publishableKey: string };
  return key;
}

/** A token as the server of the product would sign it. */
export async function tokenOf({ id, company }: Customer): Promise<string> {
  const { token } = (await answerTo('/v1/demo/identity-token', { userId: id, accountId: company.id })) as {
    token: string;
  };
  return token;
}

/** @throws {Error} when the service holds no demo: then there is nobody to be. */
async function answerTo(path: string, body?: object): Promise<unknown> {
  const response = await fetch(
    path,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
