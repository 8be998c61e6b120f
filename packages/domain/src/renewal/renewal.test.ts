import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RenewingAccount } from './renewal.ts';
import { accountAfter, accountBefore, decideRenewal } from './renewal.ts';

const yen = (amountMinor: number) => ({ amountMinor, currency: 'JPY' });
const ACCOUNT: RenewingAccount = {
  renewalDate: '2026-03-31',
  recurringRevenue: yen(1_200_000),
  lifecycle: 'established',
};

describe('decideRenewal', () => {
  test('a renewal moves the date on, and may change the amount', () => {
    const made = decideRenewal(ACCOUNT, {
      outcome: 'renewed',
      nextDueDate: '2027-03-31',
      amountAfter: yen(1_500_000),
    });
    expect(made).toMatchObject({ renewal: { amountBefore: yen(1_200_000), amountAfter: yen(1_500_000) } });
    expect('renewal' in made && accountAfter(made.renewal)).toEqual({
      renewalDate: '2027-03-31',
      recurringRevenue: yen(1_500_000),
      lifecycle: 'established',
    });
  });

  test('who did not renew has left: nothing recurs, and nothing is due any more', () => {
    const made = decideRenewal(ACCOUNT, { outcome: 'churned' });
    expect('renewal' in made && accountAfter(made.renewal)).toEqual({
      renewalDate: null,
      recurringRevenue: yen(0),
      lifecycle: 'churned',
    });
  });

  test.each([
    { decision: { outcome: 'renewed' }, problem: { field: 'nextDueDate', code: 'required' } },
    {
      decision: { outcome: 'renewed', nextDueDate: '2026-03-31' },
      problem: { field: 'nextDueDate', code: 'not_later' },
    },
    {
      decision: { outcome: 'churned', nextDueDate: '2027-03-31' },
      problem: { field: 'nextDueDate', code: 'not_allowed' },
    },
    {
      decision: { outcome: 'churned', amountAfter: yen(1) },
      problem: { field: 'amountAfter', code: 'not_allowed' },
    },
  ] as const)('refuses $decision', ({ decision, problem }) =>
    expect(decideRenewal(ACCOUNT, decision)).toEqual({ problem }),
  );

  test('nothing is due where no renewal date is known', () =>
    expect(decideRenewal({ ...ACCOUNT, renewalDate: null }, { outcome: 'churned' })).toEqual({
      problem: { code: 'nothing_due' },
    }));

  test('what is taken back is as it was', () => {
    fc.assert(
      fc.property(
        fc.record({
          renewalDate: fc.constantFrom('2026-01-01', '2026-06-30'),
          recurringRevenue: fc.option(fc.nat().map(yen)),
          lifecycle: fc.constantFrom('onboarding', 'at_risk', 'churned'),
        }),
        fc.boolean(),
        (account, leaves) => {
          const made = decideRenewal(
            account,
            leaves ? { outcome: 'churned' } : { outcome: 'renewed', nextDueDate: '2027-01-01' },
          );
          if (!('renewal' in made)) throw new Error('it can be decided');
          expect(accountBefore(made.renewal)).toEqual(account);
        },
      ),
    );
  });
});
