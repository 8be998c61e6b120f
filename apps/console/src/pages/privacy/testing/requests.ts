import type { erasure } from '@banso/contract';
import { anId } from '../../accounts/testing/records.ts';

/** An open wish of the fifth, due in 15 days. */
export function aRequest(over: Partial<erasure.Erasure> = {}): erasure.Erasure {
  return {
    id: anId('era'),
    contact: { id: anId('con'), externalId: 'user-42', name: 'Mika', email: null, erased: false },
    account: null,
    source: 'contact',
    status: 'open',
    requestedAt: '2026-01-05T10:00:00.000Z',
    dueAt: '2026-02-04T10:00:00.000Z',
    withdrawnAt: null,
    carriedOutAt: null,
    carriedOutBy: null,
    liftedAt: null,
    liftedBy: null,
    ...over,
  };
}
