import type { widgetApi } from '@banso/contract';
import { addMs, SECOND_MS } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import type { Deps } from '../../app-env.ts';
import type { GivenEditions } from '../../published-contents.ts';
import type { Source } from '../../recorder/recorder.ts';

/** What is due within so long goes with the answer. */
const SOON_SECONDS = 3;
/** How long a page may show it without asking. */
const KEPT_MS = 5 * SECOND_MS;
/** How long nobody else gets it: the answer has to come there, and the claim back. */
const RESERVED_MS = 3 * KEPT_MS;

/**
 * What will open by itself in the page that has just opened a session, if that is soon: with its content, and where nothing but code
 * stands between the person and it, kept for this session. Its claim comes when it is shown; if none comes, nothing has been.
 */
export async function opensAtOnce(
  { recorder, published }: Pick<Deps, 'recorder' | 'published'>,
  source: Source,
  show: readonly widgetApi.ShownContent[],
  now: Instant,
  editions: GivenEditions = new Map(),
): Promise<widgetApi.SessionResponse['opens']> {
  const first = show.find(({ kind, surface }) => kind !== 'checklist' && surface !== 'panel');
  if (!first || first.when.trigger || first.when.delaySeconds > SOON_SECONDS) return undefined;
  const { contentId, version, when } = first;
  const content = await published.content(
    source.workspaceId,
    source.locale,
    contentId,
    editions.get(contentId),
  );
  if (!content) return undefined;
  const isKept =
    when.delaySeconds === 0 &&
    (await recorder.reserve(source, { contentId, version, until: addMs(now, RESERVED_MS) }));
  return { content: { ...content }, keptMs: isKept ? KEPT_MS : 0 };
}
