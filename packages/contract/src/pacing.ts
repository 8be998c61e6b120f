// Apart from the index: only the tab of an editor that shows it loads what its schema needs.
import * as z from 'zod';
import { Day } from './common.ts';

/** How far a survey is with what paces it, as its draft says. */
export const SurveyPacing = z.object({
  answered: z.object({
    /** Ever. */
    total: z.int(),
    /** In the wave of today; null: it has no waves. */
    inWave: z.int().nullable(),
  }),
  /** The wave of today, or the first one before it begins; null: it has none. */
  wave: z.object({ number: z.int().min(1), from: Day, to: Day }).nullable(),
  /** What happened lately and nobody was asked about; null: it is not about anything that happens. */
  openTransactions: z.int().nullable(),
});
export type SurveyPacing = z.infer<typeof SurveyPacing>;
