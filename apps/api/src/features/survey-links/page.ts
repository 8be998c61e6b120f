import type { PublishedChoice, PublishedQuestion, PublishedScale, PublishedSurvey } from '@banso/contract';
import { OTHER_KEY, optionsInOrder, scaleOf, scoresOf } from '@banso/domain/content';
import type { AnswerValue } from '@banso/domain/content';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { fieldOf, otherFieldOf } from './form-answers.ts';
import type { HostedWords } from './words.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What stands around whatever the page shows. */
export interface Frame {
  token: string;
  workspace: string;
  words: HostedWords;
  /** Of the page's own words. */
  lang: string;
  /** Of the survey's words. */
  locale: string;
  /** Tags that the survey is written in. */
  available: readonly string[];
  title: string;
  /** The rest of the address that a change of language keeps. */
  score?: number | undefined;
}

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;
/** The writing direction of a language. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (RTL.test(locale) ? 'rtl' : 'ltr');

/** A whole page. What stands in its head asks no other host for anything, and no search engine keeps it. */
export function pageOf(frame: Frame, content: Html, script?: Html): Html {
  const { token, lang, title, workspace } = frame;
  return html`<!doctype html>
<html lang="${lang}" dir="${directionOf(frame.locale)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/s/${token}/look.css" />
    <title>${title === '' ? workspace : `${title} · ${workspace}`}</title>
    ${script ?? ''}
  </head>
  <body>
    <header>
      <p class="who">${workspace}</p>
      ${languageSwitch(frame)}
    </header>
    <main>${content}</main>
  </body>
</html> `;
}

function languageSwitch({ available, locale, words, score }: Frame): Html | string {
  if (available.length < 2) return '';
  const kept = score === undefined ? '' : `&score=${score}`;
  return html`<nav aria-label="${words.language}">
    ${available.map((tag) => {
      const name = nameOf(tag);
      return tag === locale
        ? html`<a href="?lang=${tag}${kept}" lang="${tag}" aria-current="true">${name}</a>`
        : html`<a href="?lang=${tag}${kept}" lang="${tag}" hreflang="${tag}">${name}</a>`;
    })}
  </nav>`;
}

/** A language in its own words. */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // no such language
  }
}

/** One thing to say, and no survey. */
export function sayingPage(frame: Frame, said: { title: string; text: string; own?: string }): Html {
  return pageOf(
    frame,
    html`<section class="card say">
      <h1>${said.title}</h1>
      ${said.own ? html`<p class="own" lang="${frame.locale}" dir="${directionOf(frame.locale)}">${said.own}</p>` : ''}
      <p>${said.text}</p>
    </section>`,
  );
}

/** What a form shows. */
export interface FormScene {
  survey: PublishedSurvey;
  /** Questions on this page, one after the other. */
  shown: readonly PublishedQuestion[];
  step: number;
  steps: number;
  /** What stands chosen or written already. */
  values: ReadonlyMap<string, AnswerValue>;
  /** The question without an answer that it needs. */
  missing?: string | undefined;
  /** Nothing of what was sent is kept. */
  failed?: boolean;
  pageId: string;
  /** For an order of options that stays the same for one person. */
  responseId: string;
  isOpen: boolean;
  /** Scores can be changed yet. */
  isChosen: boolean;
}

/** The questions as a plain form, which the script of the page takes the place of where there is one. */
export function formPage(frame: Frame, scene: FormScene, forScript: object): Html {
  const { words, token, locale } = frame;
  const { survey, shown, step, steps, isOpen } = scene;
  const isLast = step + shown.length >= steps;
  const content = html`
    <h1 lang="${survey.lang}">${survey.title || words.from(frame.workspace)}</h1>
    <div id="banso-live"></div>
    <form class="card" method="post" action="/s/${token}" id="banso-form">
      <input type="hidden" name="page" value="${scene.pageId}" />
      <input type="hidden" name="version" value="${survey.version}" />
      <input type="hidden" name="lang" value="${locale}" />
      ${steps > 1 ? html`<p class="count">${words.progress(step + 1, steps)}</p>` : ''}
      ${scene.failed ? html`<p class="bad" role="alert"><b>${words.failed.title}</b> ${words.failed.text}</p>` : ''}
      ${shown.map((question) => field(question, scene, words))}
      ${scene.isChosen ? html`<p class="hint">${words.chosen}</p>` : ''}
      <div class="foot">
        <button type="submit">${isLast ? words.send : words.next}</button>
        ${step > 0 ? html`<a class="back" href="?lang=${locale}&step=${step - 1}">${words.back}</a>` : ''}
      </div>
    </form>
    <p class="note">${isOpen ? words.open : words.private}</p>`;
  const data = JSON.stringify(forScript).replaceAll('<', '\\u003c');
  return pageOf(
    frame,
    content,
    html`<script type="application/json" id="banso-data">${raw(data)}</script>
      <script type="module" src="/w/hosted.js"></script>`,
  );
}

function field(question: PublishedQuestion, scene: FormScene, words: HostedWords): Html {
  const { key, type, text, required } = question;
  const { survey, missing } = scene;
  const lang = html`lang="${survey.lang}" dir="${directionOf(survey.lang)}"`;
  const asked = html`<input type="hidden" name="q" value="${key}" />`;
  const error = missing === key ? html`<p class="bad" id="e.${key}" role="alert">${words.missing}</p>` : '';
  const mark = required || type === 'statement' ? '' : html` <small>(${words.optional})</small>`;
  switch (type) {
    case 'statement':
      return html`<div class="ask" ${lang}>${asked}<p class="words">${text}</p></div>`;
    case 'text':
      return html`<div class="ask" ${lang}>
        ${asked}<label for="f.${key}">${text}${mark}</label>${error}
        <textarea id="f.${key}" name="${fieldOf(key)}" rows="4" maxlength="10000">${valueText(scene, key)}</textarea>
      </div>`;
    case 'choice':
    case 'choices':
      return html`<fieldset class="ask" ${lang}>
        ${asked}<legend>${text}${mark}</legend>
        ${error}${optionsFields(question, scene, words)}
      </fieldset>`;
    default:
      return html`<fieldset class="ask" ${lang}>
        ${asked}<legend>${text}${mark}</legend>
        ${error}${scaleFields(question, scene)}
      </fieldset>`;
  }
}

const valueText = ({ values }: FormScene, key: string): string => {
  const value = values.get(key);
  return typeof value === 'string' ? value : '';
};

function scaleFields({ key, type, labels }: PublishedScale, { values }: FormScene): Html {
  const scores = scoresOf(scaleOf(type) ?? { low: 0, high: 10 });
  return html`<div class="scale n${scores.length}">
      ${scores.map(
        (score) =>
          html`<label
            ><input
              type="radio"
              name="${fieldOf(key)}"
              value="${score}"
              ${values.get(key) === score ? 'checked' : ''} /><span>${score}</span></label
          >`,
      )}
    </div>
    <div class="ends"><span>${labels.low}</span><span>${labels.high}</span></div>`;
}

function optionsFields(
  question: PublishedChoice,
  { values, responseId }: FormScene,
  words: HostedWords,
): Html {
  const { key, type, other } = question;
  const chosen = values.get(key);
  const isChosen = (option: string) =>
    typeof chosen === 'object' && chosen !== null && chosen.includes(option);
  const line = (option: { key: string; text: string }) =>
    html`<label class="option"
      ><input
        type="${type === 'choice' ? 'radio' : 'checkbox'}"
        name="${fieldOf(key)}"
        value="${option.key}"
        ${isChosen(option.key) ? 'checked' : ''} /><span>${option.text}</span></label
    >`;
  return html`${optionsInOrder(question, responseId).map(line)}
  ${
    other
      ? html`${line({ key: OTHER_KEY, text: other })}
        <input class="other" name="${otherFieldOf(key)}" maxlength="1000" aria-label="${words.other}" />`
      : ''
  }`;
}
