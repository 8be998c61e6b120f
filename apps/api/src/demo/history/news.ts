import { PERSONAS } from '../customers/personas.ts';
import type { Chance } from '../random.ts';
import type { Visit } from './diary.ts';
import { publishedOn } from './published-on.ts';
import type { KnownContent } from './published-on.ts';

const SEES_IT = 0.3;
const OPENS_IT = 0.4;
/** It waits for people whom the playground lets somebody be. */
const KEPT_FOR: ReadonlySet<string> = new Set(PERSONAS.map(({ externalId }) => externalId));

/** Lets people find an announcement in the panel, and some of them read it, each once. */
export function newsRead(visits: readonly Visit[], news: KnownContent, chance: Chance): void {
  const read = new Set<string>();
  for (const { person, day, deeds } of visits) {
    const ref = publishedOn(news, day);
    const { externalId } = person;
    const draw = chance.fork(`${externalId} ${day}`);
    if (!ref || KEPT_FOR.has(externalId) || read.has(externalId) || !draw.happens(SEES_IT)) continue;
    deeds.push({ type: 'content_shown', ...ref, surface: 'panel' });
    if (!draw.happens(OPENS_IT)) continue;
    deeds.push({ type: 'content_opened', ...ref });
    read.add(externalId);
  }
}
