import { plainText } from '@banso/domain/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { HomeMessages } from '../messages/en/home.ts';
import type { Scene } from './banso-element.ts';
import { icon } from './icon.ts';
import { offers } from './offers.ts';
import { onward } from './resource-row.ts';

const NEWS_SHOWN = 5;
const SPARK = 'M10 3l1.7 5.3L17 10l-5.3 1.7L10 17l-1.7-5.3L3 10l5.3-1.7z';

/** What is new, in the panel's home: announcements on offer, the newest first. */
export function panelNews(
  { state, texts }: Scene<HomeMessages>,
  open: (id: string) => void,
): TemplateResult | typeof nothing {
  const news = offers(state, 'announcement')
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
    .slice(0, NEWS_SHOWN);
  if (news.length === 0) return nothing;
  const rows = news.map(({ id, lang, title, body }) => {
    const isNew = state.show.some(({ contentId, unread }) => contentId === id && unread);
    return html`
      <button type="button" class="row" data-content=${id} @click=${() => open(id)}>
        <span class="tile">${icon(SPARK)}</span>
        <span class="cut" lang=${lang}>
          <span class="t1">${title}</span>
          <span class="m">${plainText(body.slice(0, 1))}</span>
        </span>
        ${isNew ? html`<span class="tag">${texts.fresh}</span>` : onward}
      </button>`;
  });
  return html`
    <h3 class="sec">${texts.news}</h3>
    <div class="list">${rows}</div>`;
}
