import type { HealthLevel } from '@banso/domain/health';
import { Status } from '@banso/ui';
import type { StatusTone } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { accountTexts } from './texts.ts';

const TONES: Readonly<Record<HealthLevel, StatusTone>> = { good: 'good', average: 'warn', poor: 'bad' };

/** How a customer is, as the team says, with a shape and a word. */
export function HealthStatus({ level }: { level: HealthLevel }) {
  return <Status tone={TONES[level]} label={textsOf(accountTexts).healthLevels[level]} />;
}
