import { common } from '@banso/contract';
import type * as contract from '@banso/contract/journey';
import { CoverageQuery, CoverageReport, UnheardAccount, UnheardQuery } from '@banso/contract/journey';
import { coverage, type CoverageFilter, type CoverageRecord } from '@banso/database';
import { wilson } from '@banso/domain/statistics';
import { addMs, DAY_MS } from '@banso/domain/time';
import type { Deps } from '../../app-env.ts';
import { json, operation, router } from '../../operation.ts';

const tags = ['reports'];

/** Of which customers somebody was heard. Mounted with the other reports. */
export const coverageRoutes = ({ database, clock }: Deps) =>
  router()
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/reports/coverage',
        tags,
        summary: 'Of how many accounts, and of how much recurring revenue, somebody was heard lately',
        description:
          'An account is heard when somebody of it answered a survey or wrote a message in the days asked for. Accounts that have left are not counted. Revenue is told by currency. The cost grows with accounts and people, not with answers.',
        request: { query: CoverageQuery },
        responses: { 200: json(CoverageReport, 'The shares, with what they stand on') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { days, ...asked } = c.req.valid('query');
        const to = clock.now();
        const from = addMs(to, -days * DAY_MS);
        const records = await database
          .forWorkspace(workspaceId)
          .read((db) => coverage.heard(db, workspaceId, from, filterOf(asked)));
        return c.json({ from, to, ...sharesOf(records) }, 200);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: '/v1/reports/coverage/unheard',
        tags,
        summary: 'The accounts of which nobody was heard, the next renewal first',
        request: { query: UnheardQuery },
        responses: { 200: json(common.page(UnheardAccount), 'A page of accounts') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { days, limit, cursor, ...asked } = c.req.valid('query');
        const since = addMs(clock.now(), -days * DAY_MS);
        const found = await database
          .forWorkspace(workspaceId)
          .read((db) => coverage.listUnheard(db, workspaceId, since, filterOf(asked), { limit, cursor }));
        return c.json(found, 200);
      },
    );

const filterOf = ({
  owner,
  plan,
}: {
  owner?: string | undefined;
  plan?: string | undefined;
}): CoverageFilter => ({ ownerId: owner === 'none' ? null : owner, plan });

/** The shares of accounts and of revenue of which somebody was heard. */
export function sharesOf(records: readonly CoverageRecord[]): Omit<contract.CoverageReport, 'from' | 'to'> {
  const sum = (
    of: keyof Pick<CoverageRecord, 'accounts' | 'revenueMinor'>,
    some: readonly CoverageRecord[],
  ) => some.reduce((all, record) => all + record[of], 0);
  const heard = records.filter(({ isHeard }) => isHeard);
  const currencies = [...new Set(records.flatMap(({ currency }) => currency ?? []))];
  return {
    accounts: wilson(sum('accounts', heard), sum('accounts', records)) ?? null,
    revenue: currencies.map((currency) => {
      const inIt = records.filter((record) => record.currency === currency);
      const heardMinor = sum(
        'revenueMinor',
        inIt.filter(({ isHeard }) => isHeard),
      );
      const allMinor = sum('revenueMinor', inIt);
      return { currency, heardMinor, allMinor, percent: allMinor > 0 ? (100 * heardMinor) / allMinor : null };
    }),
    withoutRevenue: sum(
      'accounts',
      records.filter(({ currency }) => currency === null),
    ),
  };
}
