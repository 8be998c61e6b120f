import type { NpsBand } from '../statistics/nps.ts';
import type { LocalizedText } from './localized.ts';

export interface NpsQuestion {
  key: string;
  type: 'nps';
  text: LocalizedText;
  required: boolean;
  /** What 0 and 10 mean, in words. */
  labels: { low: LocalizedText; high: LocalizedText };
}

export interface TextQuestion {
  key: string;
  type: 'text';
  text: LocalizedText;
  required: boolean;
}

export type SurveyQuestion = NpsQuestion | TextQuestion;

export interface SurveyBody {
  title: LocalizedText;
  /** Asked one at a time. The first NPS question carries the score of the response. */
  questions: readonly SurveyQuestion[];
  /** Free text asked right after the score, worded for the band and answered under {@link FOLLOW_UP_KEY}; `null`: not asked. */
  followUps: Readonly<Record<NpsBand, LocalizedText | null>>;
  /** The last words, by band of the score. */
  endings: Readonly<Record<NpsBand, LocalizedText>>;
}

/** The question key under which the follow-up is answered, whatever the band. */
export const FOLLOW_UP_KEY = 'reason';
