import type { PreviewAs } from '@banso/contract/preview';
import type { ContentRecord, Db } from '@banso/database';
import { people } from '@banso/database';
import { localeOf } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import { doersIn, progressWith } from '../offer/offer-of.ts';
import { judge, readPerson, situationOfOne } from '../offer/one-person.ts';
import { liveEdition, type LiveContents } from '../published-contents.ts';
import { catalogueOf } from '../recorder/catalogue.ts';
import { anywhere, NO_PAGE } from '../recorder/situation.ts';
import { draftAsLive, liveWith } from './draft-as-live.ts';

/**
 * How one person would find a content, were its draft live now and they on a page that it is for.
 * @throws {AppError} `not_found`, or `erased`.
 */
export async function previewAs(
  db: Db,
  workspaceId: string,
  { live, record, contact, at }: { live: LiveContents; record: ContentRecord; contact: string; at: Instant },
): Promise<PreviewAs> {
  const draft = draftAsLive(record, at);
  const catalogue = catalogueOf(liveWith(live, record.id, draft));
  const one = await readPerson(db, workspaceId, catalogue, contact);
  const situation = await situationOfOne(db, workspaceId, one, { page: NO_PAGE, at });
  const candidate = anywhere(draft.candidate);
  const others = [...live.values()].filter(({ id }) => id !== record.id);
  const { verdict } = judge(situation, [candidate, ...others.map((other) => other.candidate)])(candidate);
  const given = liveEdition(draft, situation.editions?.get(record.id) ?? draft);
  const { locales, defaultLocale } = record.draft;
  const progress = [...one.known.progress.values()];
  return {
    contact,
    at,
    locale: localeOf([one.actor.locale], locales, defaultLocale),
    variant: given.variant,
    verdict,
    progress:
      given.kind === 'checklist'
        ? progressWith(
            {
              actor: one.actor,
              progressAt: (key) => one.known.progress.get(key),
              names: await people.namesOf(db, workspaceId, doersIn(progress)),
            },
            given,
            situation.facts,
          )
        : null,
  };
}
