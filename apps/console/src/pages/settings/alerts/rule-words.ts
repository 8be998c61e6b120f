import type { Role } from '@banso/contract';
import type { AlertRule } from '@banso/contract/alert';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { memberTexts } from '../members/texts.ts';
import { alertTexts } from './texts.ts';

/** What ids in rules are called; undefined for what is not there any more. */
export type NameOf = (
  kind: 'survey' | 'topic' | 'segment' | 'webhook' | 'member',
  id: string,
) => string | undefined;

/** Members by their roles: "Owner, Admin". */
export const roleWords = (roles: readonly Role[]): string =>
  roles.map((role) => textsOf(memberTexts).roles[role]).join(', ');

/** What a rule is about, in a line. */
export function aboutWords({ when }: AlertRule, nameOf: NameOf): string {
  const texts = textsOf(alertTexts);
  const named = (kind: Parameters<NameOf>[0], id: string) => nameOf(kind, id) ?? texts.gone;
  if (when.type === 'drop') return texts.dropLine(when.kind.toUpperCase(), named('survey', when.surveyId));
  const { score, words, topicId, segmentId, surveyId } = when;
  const parts = [
    score && texts.scoreLine(score.kind.toUpperCase(), score.low, score.high),
    words.length > 0 && texts.wordsLine(words.join(', ')),
    topicId !== null && texts.topicLine(named('topic', topicId)),
    segmentId !== null && texts.segmentLine(named('segment', segmentId)),
    surveyId !== null && texts.surveyLine(named('survey', surveyId)),
  ];
  return parts.filter((part) => typeof part === 'string').join(' · ');
}

/** When it told somebody last, and what it holds back, in a line. */
export function toldWords({ told: { lastAt, waiting } }: AlertRule): string {
  const texts = textsOf(alertTexts);
  const last = lastAt === null ? texts.toldNever : texts.toldLast(formatNear(lastAt));
  return waiting === 0 ? last : `${last} · ${texts.waitingLine(waiting)}`;
}

/** Who is told, and when, in a line. */
export function receiverWords({ receivers, hours, perHour }: AlertRule, nameOf: NameOf): string {
  const texts = textsOf(alertTexts);
  const { members, byMail, webhookIds } = receivers;
  const who =
    members.type === 'all'
      ? texts.everybody
      : members.type === 'roles'
        ? roleWords(members.roles)
        : members.ids.map((id) => nameOf('member', id) ?? texts.gone).join(', ');
  const parts = [
    who,
    byMail && texts.byMailLine,
    ...webhookIds.map((id) => nameOf('webhook', id) ?? texts.gone),
    hours && `${hours.from}–${hours.to}`,
    texts.perHourLine(perHour),
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}
