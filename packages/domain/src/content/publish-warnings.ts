import { opensAs } from '../decide/opens-as.ts';
import type { ExperimentEffect } from '../experiment/publication.ts';
import { experimentEffects } from '../experiment/publication.ts';
import type { Answered } from '../decide/quota.ts';
import { quotaUse } from '../decide/quota.ts';
import { canMatch } from '../targeting/can-match.ts';
import type { Segments } from '../targeting/condition.ts';
import { excludesItself } from '../targeting/excludes-itself.ts';
import { segmentsNamedIn, spelledOut } from '../targeting/segments.ts';
import { safeHref } from '../text/safe-href.ts';
import type { Theme } from '../theme/theme.ts';
import { notableCorrections } from '../theme/contrast-guard.ts';
import type { Instant } from '../time/instant.ts';
import { bodiesOf } from './bodies-of.ts';
import type { ComparedDraft } from './changes-of.ts';
import { conditionsOf } from './conditions-of.ts';
import type { ContentKind, Delivery } from './delivery.ts';
import { sameValue } from './same-value.ts';
import { missingTexts } from './text-fields.ts';

/** What is worth a look before a content is published, and keeps nobody from publishing it. */
export type PublishWarningCode =
  | 'audience_excludes_itself'
  | 'step_excluded_by_audience'
  | 'segment_gone'
  | 'segment_impossible'
  | 'translation_missing'
  | 'link_dead'
  | 'link_insecure'
  | 'same_moment'
  | 'second_nps'
  | 'over_already'
  | 'waves_after_end'
  | 'asked_about_one'
  | 'quota_reached'
  | 'contrast'
  | 'theme_gone'
  | ExperimentEffect;

/** One warning and the field to point at, as in `PublishProblem`; `theme.` and a name for its look. */
export interface PublishWarning {
  path: string;
  code: PublishWarningCode;
  /** The other content that a conflict is with. */
  about?: { id: string; kind: ContentKind; name: string };
  /** How many texts are missing in the language at the end of the path; the path is that of the first one. */
  count?: number;
}

/** A content that customers can see now. */
export interface LiveNeighbour extends ComparedDraft {
  id: string;
  kind: ContentKind;
  name: string;
}

/** What a draft is held against. */
export interface PublishScene {
  now: Instant;
  /** The look of a content that chooses none. */
  theme: Theme;
  /** Looks that a content may choose, by the id of their theme. */
  themes: ReadonlyMap<string, Theme>;
  /** Other contents that customers can see; not the one that is published. */
  live: readonly LiveNeighbour[];
  /** What customers see of this content now; undefined: nothing yet. */
  before?: ComparedDraft | undefined;
  /** How many have answered it, as its quota counts; undefined: it has none. */
  answered?: Answered | undefined;
  /** The saved segments of the workspace. */
  segments: Segments;
}

/**
 * What is worth a look before publishing: segments that are gone or that nobody can be in, steps that the audience can never see,
 * texts that a language lacks, links that can hardly work, what gets in the way of something live, times that are over, what it
 * does to a running experiment, and a look that is gone or had to be corrected so that it can be read. What can not be published at all is a `PublishProblem`.
 */
export function publishWarnings<K extends ContentKind>(
  kind: K,
  draft: ComparedDraft<K>,
  scene: PublishScene,
): PublishWarning[] {
  return [
    ...segmentWarnings(draft, scene.segments),
    ...audienceWarnings(draft, scene.segments),
    ...bodiesOf(draft).flatMap(({ prefix, body }) =>
      [
        ...translationWarnings(kind, { ...draft, body }),
        ...linksOf({ ...draft, body }).flatMap(linkWarnings),
      ].map((warning): PublishWarning => ({ ...warning, path: `${prefix}${warning.path}` })),
    ),
    ...conflicts(kind, draft, scene.live),
    ...timeWarnings(draft.delivery, scene.now),
    ...pacingWarnings(draft.delivery, scene),
    ...experimentEffects(scene.before, draft).map((code): PublishWarning => ({
      path: 'delivery.experiment',
      code,
    })),
    ...themeWarnings(draft.delivery, scene),
  ];
}

function segmentWarnings(draft: ComparedDraft, segments: Segments): PublishWarning[] {
  return conditionsOf(draft).flatMap(({ path, condition }) =>
    segmentsNamedIn(condition).flatMap(({ segmentId, path: field }): PublishWarning[] => {
      const found = segments.get(segmentId);
      if (!found) return [{ path: `${path}.${field}`, code: 'segment_gone' }];
      const whole = spelledOut(found, segments);
      const isPossible = canMatch(whole) && !excludesItself(whole);
      return isPossible ? [] : [{ path: `${path}.${field}`, code: 'segment_impossible' }];
    }),
  );
}

function themeWarnings({ themeId }: Delivery, { theme, themes }: PublishScene): PublishWarning[] {
  const chosen = themeId === undefined ? theme : themes.get(themeId);
  const gone: PublishWarning[] = chosen ? [] : [{ path: 'delivery.themeId', code: 'theme_gone' }];
  return [
    ...gone,
    ...notableCorrections(chosen ?? theme).map(({ path }): PublishWarning => ({
      path: `theme.${path}`,
      code: 'contrast',
    })),
  ];
}

function audienceWarnings(draft: ComparedDraft, segments: Segments): PublishWarning[] {
  const audience = spelledOut(draft.delivery.audience, segments);
  if (excludesItself(audience)) return [{ path: 'delivery.audience', code: 'audience_excludes_itself' }];
  return bodiesOf(draft).flatMap(({ prefix, body }) =>
    ('steps' in body ? body.steps : []).flatMap(({ visibleWhen }, index): PublishWarning[] =>
      visibleWhen && excludesItself({ type: 'all', of: [audience, spelledOut(visibleWhen, segments)] })
        ? [{ path: `${prefix}steps.${index}.visibleWhen`, code: 'step_excluded_by_audience' }]
        : [],
    ),
  );
}

function translationWarnings<K extends ContentKind>(
  kind: K,
  { body, locales, defaultLocale }: ComparedDraft<K>,
): PublishWarning[] {
  return locales
    .filter((locale) => locale !== defaultLocale)
    .flatMap((locale): PublishWarning[] => {
      const missing = missingTexts(kind, body, [locale]);
      return missing[0]
        ? [{ path: missing[0].path, code: 'translation_missing', count: missing.length }]
        : [];
    });
}

interface Link {
  path: string;
  href: string;
}

function linksOf({ body }: ComparedDraft): Link[] {
  const link = (path: string, href: string | undefined): Link[] => (href ? [{ path, href }] : []);
  if ('steps' in body)
    return body.steps.flatMap(({ action }, index) => link(`steps.${index}.action.url`, action?.url));
  if ('section' in body) return [...link('url', body.url), ...link('recordingUrl', body.recordingUrl)];
  return 'mode' in body ? link('action.url', body.action?.url) : [];
}

/** Names that no public name server knows (RFC 2606, RFC 6761, RFC 6762), and addresses of private networks (RFC 1918). */
const NOWHERE =
  /^(localhost|.*\.(test|invalid|example|localhost|local|internal)|(.*\.)?example\.(com|net|org))$/;
const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[)/;

function linkWarnings({ path, href }: Link): PublishWarning[] {
  const safe = safeHref(href);
  const [, scheme, host = ''] = /^(https?):\/\/([^/?#:]+|\[[^\]]*\])/.exec(safe ?? '') ?? [];
  if (scheme === undefined) return [];
  const isNumber = /^[\d.]+$/.test(host);
  const isBare = !host.includes('.') && !host.startsWith('[');
  if (NOWHERE.test(host) || PRIVATE.test(host) || (isBare && !isNumber)) return [{ path, code: 'link_dead' }];
  return scheme === 'http' ? [{ path, code: 'link_insecure' }] : [];
}

const opensByItself = (kind: ContentKind, { delivery: { interruptive }, body }: ComparedDraft): boolean =>
  opensAs({ kind, interruptive, mode: 'mode' in body ? body.mode : undefined }) !== undefined;

const asksNps = (draft: ComparedDraft): boolean =>
  bodiesOf(draft).some(
    ({ body }) => 'questions' in body && body.questions.some(({ type }) => type === 'nps'),
  );

function conflicts(
  kind: ContentKind,
  draft: ComparedDraft,
  live: readonly LiveNeighbour[],
): PublishWarning[] {
  return live.flatMap((other): PublishWarning[] => {
    const about = { id: other.id, kind: other.kind, name: other.name };
    const same = isSameAudience(draft, other);
    if (kind === 'survey' && asksNps(draft) && asksNps(other) && (same || isForAll(draft) || isForAll(other)))
      return [{ path: 'delivery.audience', code: 'second_nps', about }];
    const meets =
      same &&
      draft.delivery.priority === other.delivery.priority &&
      opensByItself(kind, draft) &&
      opensByItself(other.kind, other) &&
      arePagesShared(draft.delivery, other.delivery);
    return meets ? [{ path: 'delivery.priority', code: 'same_moment', about }] : [];
  });
}

function isForAll({ delivery: { audience } }: ComparedDraft): boolean {
  return audience.type === 'all' && audience.of.length === 0;
}

const isSameAudience = (one: ComparedDraft, other: ComparedDraft): boolean =>
  sameValue(one.delivery.audience, other.delivery.audience);

/** Patterns are only compared as they are written: other ones may meet on a page all the same. */
function arePagesShared(one: Delivery, other: Delivery): boolean {
  return (
    one.pages.length === 0 ||
    other.pages.length === 0 ||
    one.pages.some((pattern) => other.pages.includes(pattern))
  );
}

function timeWarnings({ endsAt }: Delivery, now: Instant): PublishWarning[] {
  return endsAt !== undefined && endsAt <= now ? [{ path: 'delivery.endsAt', code: 'over_already' }] : [];
}

/** Waves that never come, a clock that lets nobody be asked about a second transaction, and a quota that is full. */
function pacingWarnings(delivery: Delivery, { now, answered }: PublishScene): PublishWarning[] {
  const { waves, transaction, endsAt, recurrence } = delivery;
  const warnings: PublishWarning[] = [];
  if (waves && endsAt !== undefined && endsAt.slice(0, 10) <= waves.from)
    warnings.push({ path: 'delivery.waves.from', code: 'waves_after_end' });
  if (transaction && recurrence.afterAnsweredDays === null)
    warnings.push({ path: 'delivery.recurrence.afterAnsweredDays', code: 'asked_about_one' });
  const use = quotaUse(delivery, answered, now);
  if (use && use.count >= use.limit)
    warnings.push({ path: 'delivery.quota.answers', code: 'quota_reached', count: use.count });
  return warnings;
}
