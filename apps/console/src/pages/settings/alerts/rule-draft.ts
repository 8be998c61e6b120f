import type { Role } from '@banso/contract';
import type { AlertRule } from '@banso/contract/alert';
import type { WeekHoursValue } from '../week-hours.tsx';
import { areWeekHours } from '../week-hours.tsx';

type ScoreKind = 'nps' | 'csat' | 'ces';

/** A rule as it is typed. Empty texts ask for nothing. */
export interface RuleDraft {
  name: string;
  about: 'answer' | 'drop';
  surveyId: string;
  score: ScoreKind | '';
  low: string;
  high: string;
  /** Separated by commas. */
  words: string;
  topicId: string;
  segmentId: string;
  members: 'all' | 'roles' | 'some';
  roles: readonly Role[];
  memberIds: readonly string[];
  byMail: boolean;
  webhookIds: readonly string[];
  /** Undefined: at any time. */
  hours: WeekHoursValue | undefined;
  /** Of those hours; null: the workspace's. */
  timeZone: string | null;
  perHour: string;
}

/** The ends of each scale, and the lowest marks, with which a rule begins. */
export const SCALES = {
  nps: { least: 0, most: 10, low: [0, 6] },
  csat: { least: 1, most: 5, low: [1, 2] },
  ces: { least: 1, most: 7, low: [1, 3] },
} as const;
export const OFFICE: WeekHoursValue = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
const ADMINS: readonly Role[] = ['owner', 'admin'];

/** What a new rule proposes: detractors, for everybody. */
export const NEW_RULE: RuleDraft = {
  name: '',
  about: 'answer',
  surveyId: '',
  score: 'nps',
  low: '0',
  high: '6',
  words: '',
  topicId: '',
  segmentId: '',
  members: 'all',
  roles: ADMINS,
  memberIds: [],
  byMail: false,
  webhookIds: [],
  hours: undefined,
  timeZone: null,
  perHour: '20',
};

/** A rule that is there, as the form shows it. */
export function draftOf({ name, when, receivers, hours, perHour }: AlertRule): RuleDraft {
  const { members, byMail, webhookIds } = receivers;
  const isAnswer = when.type === 'answer';
  const score = isAnswer ? when.score : null;
  return {
    ...NEW_RULE,
    name,
    about: when.type,
    surveyId: when.surveyId ?? '',
    score: isAnswer ? (score?.kind ?? '') : when.kind,
    low: `${score?.low ?? ''}`,
    high: `${score?.high ?? ''}`,
    words: isAnswer ? when.words.join(', ') : '',
    topicId: (isAnswer && when.topicId) || '',
    segmentId: (isAnswer && when.segmentId) || '',
    members: members.type === 'members' ? 'some' : members.type,
    roles: members.type === 'roles' ? members.roles : ADMINS,
    memberIds: members.type === 'members' ? members.ids : [],
    byMail,
    webhookIds,
    hours: hours ? { days: hours.days, from: hours.from, to: hours.to } : undefined,
    timeZone: hours?.timeZone ?? null,
    perHour: `${perHour}`,
  };
}

/** Fields at which something can be wrong; hours say it themselves. */
export type Wrong = 'name' | 'when' | 'survey' | 'band' | 'to' | 'hours' | 'perHour';

/** What is missing or wrong, by the field that it stands at. */
export function wrongIn(draft: RuleDraft): ReadonlySet<Wrong> {
  const { about, score, surveyId, members, memberIds, webhookIds, hours, perHour } = draft;
  const asks = score !== '' || [surveyId, draft.topicId, draft.segmentId].some(Boolean);
  const wrong = new Set<Wrong>();
  if (draft.name.trim() === '') wrong.add('name');
  if (about === 'answer' && !asks && wordsOf(draft.words).length === 0) wrong.add('when');
  if (about === 'drop' && surveyId === '') wrong.add('survey');
  if (about === 'answer' && score !== '' && !isBand(score, draft.low, draft.high)) wrong.add('band');
  if (members === 'some' && memberIds.length === 0 && webhookIds.length === 0) wrong.add('to');
  if (hours && !areWeekHours(hours)) wrong.add('hours');
  if (!/^\d+$/.test(perHour) || Number(perHour) < 1 || Number(perHour) > 1_000) wrong.add('perHour');
  return wrong;
}

function isBand(kind: ScoreKind, low: string, high: string): boolean {
  const { least, most } = SCALES[kind];
  return [low, high].every((text) => /^\d+$/.test(text)) && least <= +low && +low <= +high && +high <= most;
}

/** The draft as the API takes it, once nothing is wrong in it. */
export function bodyOf(draft: RuleDraft) {
  const { about, score, surveyId, topicId, segmentId, members, hours } = draft;
  return {
    name: draft.name.trim(),
    when:
      about === 'drop'
        ? { type: 'drop', kind: score === '' ? 'nps' : score, surveyId }
        : {
            type: 'answer',
            surveyId: surveyId || null,
            score: score === '' ? null : { kind: score, low: Number(draft.low), high: Number(draft.high) },
            words: wordsOf(draft.words),
            topicId: topicId || null,
            segmentId: segmentId || null,
          },
    receivers: {
      members: {
        all: { type: 'all' },
        roles: { type: 'roles', roles: draft.roles },
        some: { type: 'members', ids: draft.memberIds },
      }[members],
      byMail: draft.byMail,
      webhookIds: draft.webhookIds,
    },
    hours: hours ? { ...hours, timeZone: draft.timeZone } : null,
    perHour: Number(draft.perHour),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(/[,、，]/u)
    .map((word) => word.trim())
    .filter(Boolean);
}
