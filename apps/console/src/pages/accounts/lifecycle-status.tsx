import type { account } from '@banso/contract';
import { Status } from '@banso/ui';
import type { StatusTone } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { accountTexts } from './texts.ts';

const TONES: Readonly<Record<account.Lifecycle, StatusTone>> = {
  onboarding: 'info',
  adopting: 'info',
  established: 'good',
  at_risk: 'bad',
  churned: 'none',
};

/** How far a customer has come, with a shape and a word. */
export function LifecycleStatus({ lifecycle }: { lifecycle: account.Lifecycle }) {
  return <Status tone={TONES[lifecycle]} label={textsOf(accountTexts).lifecycles[lifecycle]} />;
}
