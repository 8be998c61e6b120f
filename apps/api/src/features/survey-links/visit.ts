import type { PublishedSurvey } from '@banso/contract';
import type { PersonRecord, SurveyLinkRecord, WorkspaceRecord } from '@banso/database';
import { contentState, people, recordedResponses, surveyLinks, workspaces } from '@banso/database';
import type { AnswerValue, LinkStanding } from '@banso/domain/content';
import { hasText, linkStanding, localeOf } from '@banso/domain/content';
import type { Theme } from '@banso/domain/theme';
import type { Deps } from '../../app-env.ts';
import type { LiveContent } from '../../published-contents.ts';
import { madeId } from '../../recorder/made-id.ts';
import type { LinkAddress } from './link-token.ts';
import { readLinkToken } from './link-token.ts';

type VisitDeps = Pick<Deps, 'database' | 'clock' | 'published' | 'settings'>;
export type LiveSurvey = Extract<LiveContent, { kind: 'survey' }>;

/** Somebody who follows a link, with everything that their page depends on. */
export interface Visit {
  address: LinkAddress;
  link: SurveyLinkRecord;
  workspace: WorkspaceRecord;
  /** Undefined: nobody whom we know, yet. */
  person: PersonRecord | undefined;
  /** Undefined: it was archived. */
  survey: LiveSurvey | undefined;
  standing: LinkStanding;
  /** The one response that a person can give by a link; undefined: we do not know them yet. */
  responseId: string | undefined;
  /** What they have said by this link; undefined to a question: nothing yet. */
  said: ReadonlyMap<string, AnswerValue>;
}

/** Who follows an address, and what they meet; undefined: it leads nowhere, and what it led to cannot be told. */
export async function visitOf(deps: VisitDeps, token: string): Promise<Visit | undefined> {
  const { database, clock, published, settings } = deps;
  const address = readLinkToken(settings.secret, token);
  if (!address) return undefined;
  const { workspaceId, linkId, contactId } = address;
  const workspace = await workspaces.find(database.control, workspaceId);
  if (!workspace) return undefined;
  const responseId = contactId === undefined ? undefined : responseIdOf(linkId, contactId);
  const { link, person, states, response, answers } = await database
    .forWorkspace(workspaceId)
    .read(async (db) => {
      const ids = contactId === undefined ? [] : [contactId];
      const responses = responseId === undefined ? [] : [responseId];
      const [known] = await people.list(db, workspaceId, ids);
      const [begun] = await recordedResponses.list(db, workspaceId, responses);
      return {
        link: await surveyLinks.find(db, workspaceId, linkId),
        person: known,
        states: await contentState.listStates(db, workspaceId, ids),
        response: begun,
        answers: begun ? await recordedResponses.listAnswers(db, workspaceId, responses) : [],
      };
    });
  const isGone = contactId !== undefined && (!person || person.erasedAt !== null);
  if (!link || isGone) return undefined;
  const live = (await published.of(workspaceId)).get(link.contentId);
  const survey = live?.kind === 'survey' ? live : undefined;
  const now = clock.now();
  return {
    address,
    link,
    workspace,
    person,
    survey,
    responseId,
    standing: linkStanding({
      now,
      link,
      isLive: survey !== undefined && isLive(survey, now),
      response,
      lastAnsweredAt: states.find(({ contentId }) => contentId === link.contentId)?.state.lastAnsweredAt,
    }),
    said: new Map(
      answers.map(({ question, number, text, options }) => [question, options ?? number ?? text]),
    ),
  };
}

function isLive({ candidate: { status, startsAt, endsAt } }: LiveSurvey, now: string): boolean {
  return (
    status === 'published' &&
    (startsAt === undefined || startsAt <= now) &&
    (endsAt === undefined || endsAt > now)
  );
}

/** The id is made of link and person: however often they come, and on whatever device, it is one response. */
export function responseIdOf(linkId: string, contactId: string): string {
  return `rsp_${madeId(['link', linkId, contactId])}`;
}

/** In which languages a visitor could read the survey, and which of them they get. */
export function languagesOf(
  { person, survey, workspace }: Visit,
  asked: { lang: string | undefined; acceptLanguage: string | undefined },
): { locale: string; available: string[]; wanted: string[] } {
  const title = survey?.body.title ?? {};
  const written = Object.keys(title).filter((tag) => hasText(title, tag));
  const available = written.length > 0 ? written : [survey?.defaultLocale ?? workspace.defaultLocale];
  const wanted = [
    asked.lang,
    person?.chosenLocale,
    person?.locale,
    ...acceptedIn(asked.acceptLanguage ?? ''),
  ].filter((tag) => typeof tag === 'string' && tag !== '') as string[];
  const fallback = survey?.defaultLocale ?? workspace.defaultLocale;
  return { locale: localeOf(wanted, available, fallback), available, wanted };
}

/** The tags of an `Accept-Language`, the most wanted first. */
function acceptedIn(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().split(/\s*;\s*q=/);
      return { tag, weight: weight === '' ? 1 : Number(weight) || 0 };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The survey as the widget would get it, and what it wears; undefined while nobody is to see it. */
export async function surveyOf(
  { published }: Pick<Deps, 'published'>,
  { address, link, workspace }: Visit,
  locale: string,
): Promise<{ survey: PublishedSurvey; theme: Theme } | undefined> {
  const found = await published.content(address.workspaceId, locale, link.contentId);
  return found?.kind === 'survey' ? { survey: found, theme: workspace.theme } : undefined;
}
