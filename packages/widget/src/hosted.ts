import './elements/banso-survey.define.ts';
import type { PublishedSurvey } from '@banso/contract';
import type { HostedVerdict } from '@banso/contract/survey-links';
import type { AnswerValue } from '@banso/domain/content';
import type { Controller, NewFact, Receipt, WidgetState } from './controller.ts';
import { uuidv7 } from './runtime/uuidv7.ts';

/** What the page of a shared survey says to its script. */
interface HostedData {
  survey: PublishedSurvey;
  /** Of the page's own words. */
  locale: string;
  /** Of the survey's words. */
  surveyLocale: string;
  theme: WidgetState['theme'];
  /** Where facts go. */
  post: string;
  /** The page's id: of an open link, by which whoever answers is known again. */
  page: string;
  /** The score that was clicked in an e-mail; null: none. */
  score: number | null;
  /** What this person has answered by the link already. */
  said: Readonly<Record<string, AnswerValue>>;
}

const REPORTED = new Set<NewFact['type']>([
  'content_shown',
  'content_dismissed',
  'content_snoozed',
  'survey_answered',
  'survey_completed',
]);
/** So long an element waits to hear of a fact's fate; sending goes on. */
const PATIENCE_MS = 4_000;
const AGAIN_MS = 2_000;

/** Sends what the elements report by the link of the page, one fact after the other, until each has arrived or was refused for good. */
class HostedController implements Controller {
  state: WidgetState;
  #data: HostedData;
  #listeners = new Set<() => void>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(data: HostedData) {
    this.#data = data;
    this.state = {
      locale: data.locale,
      contents: { [data.survey.id]: data.survey },
      show: [],
      progress: {},
      unread: 0,
      messages: undefined,
      preferences: undefined,
      launcher: false,
      theme: data.theme,
      pageUrl: '',
      online: true,
      pending: 0,
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(fact: NewFact): Promise<Receipt> {
    if (!REPORTED.has(fact.type)) return Promise.resolve('refused');
    const at = this.now().toISOString();
    const {
      contentId: _content,
      responseId: _response,
      url: _url,
      ...said
    } = fact as Record<string, unknown>;
    const event = { ...said, id: fact.id ?? this.newId(), at };
    this.#change(1);
    const sent = this.#queue.then(() => this.#send(event)).finally(() => this.#change(-1));
    this.#queue = sent;
    const held = new Promise<Receipt>((resolve) => setTimeout(resolve, PATIENCE_MS, 'held'));
    return Promise.race([sent, held]);
  }

  async #send(event: { id: string }): Promise<Receipt> {
    for (;;) {
      const { post, page, surveyLocale } = this.#data;
      const body = { page, sentAt: this.now().toISOString(), locale: surveyLocale, events: [event] };
      const answer = await fetch(post, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // the answer that was clicked last may be on its way when the tab is closed
        keepalive: true,
      }).catch(() => undefined);
      this.#change(0, answer !== undefined);
      if (answer?.ok) {
        const verdict = (await answer.json()) as HostedVerdict;
        this.#moveTo(verdict.url);
        return verdict.refused.length > 0 ? 'refused' : 'arrived';
      }
      const passes = !answer || answer.status >= 500 || answer.status === 429;
      if (!passes) return 'refused';
      await new Promise((resolve) => {
        setTimeout(resolve, AGAIN_MS);
        addEventListener('online', resolve, { once: true });
      });
    }
  }

  /** Whoever answers by an open link has an address of their own from then on: opened again, the page goes on where it was. */
  #moveTo(url: string): void {
    if (this.#data.post === `${url}/facts`) return;
    this.#data = { ...this.#data, post: `${url}/facts` };
    history.replaceState(null, '', `${url}?lang=${encodeURIComponent(this.#data.surveyLocale)}`);
  }

  #change(pending: number, online = this.state.online): void {
    this.state = { ...this.state, pending: this.state.pending + pending, online };
    for (const listener of this.#listeners) listener();
  }

  newId(): string {
    return uuidv7();
  }
  now(): Date {
    return new Date();
  }
  own(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  follow(): void {
    // a survey has nothing to follow
  }
  emit(): void {
    // nobody listens
  }
}

/**
 * Puts the elements of the widget in the place of the plain form. A score that was clicked in an e-mail is sent at once, as if it had been
 * clicked here: a script has done so on a page that somebody looks at, and not whoever follows links to see where they lead.
 */
async function takeOver(): Promise<void> {
  const place = document.getElementById('banso-live');
  const form = document.getElementById('banso-form');
  const said = document.getElementById('banso-data')?.textContent;
  if (!place || !form || !said) return;
  const data = JSON.parse(said) as HostedData;
  await seen();
  const survey = document.createElement('banso-survey');
  survey.controller = new HostedController(data);
  survey.content = data.survey.id;
  survey.embedded = true;
  const [first] = data.survey.questions;
  const before = first && data.said[first.key];
  const chosen = data.score ?? (typeof before === 'number' ? before : undefined);
  if (chosen !== undefined) survey.chosen = chosen;
  place.append(survey);
  await survey.updateComplete;
  await drawn(survey.renderRoot, '.ask');
  form.hidden = true;
  if (data.score === null) return;
  const send = await drawn(survey.renderRoot, '.btn');
  send.click();
}

/** Resolves when the page stands before somebody. */
async function seen(): Promise<void> {
  if (document.visibilityState === 'visible') return;
  await new Promise<void>((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(), { once: true });
  });
}

/** Resolves with the first element that fits, as soon as it is there. */
async function drawn(root: ParentNode & Node, selector: string): Promise<HTMLElement> {
  const find = () => root.querySelector<HTMLElement>(selector);
  const found = find();
  if (found) return found;
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      const come = find();
      if (!come) return;
      watch.disconnect();
      resolve(come);
    });
    watch.observe(root, { childList: true, subtree: true });
  });
}

void takeOver();
