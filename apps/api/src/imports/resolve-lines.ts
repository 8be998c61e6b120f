import type { Db } from '@banso/database';
import { imports } from '@banso/database';
import type { ImportChoices, ImportSource, ReadRow, RowProblem, RowProblemCode } from '@banso/domain/history';
import { unique } from '../recorder/load.ts';
import type { Brought } from '../recorder/brought.ts';
import { idsOfLine } from '../recorder/brought.ts';

/** A line whose person and company are found, or why they cannot be. */
export type ResolvedLine = { brought: Brought } | { line: number; problems: RowProblem[] };

/**
 * Finds out whom lines are about. Somebody is known by the id of the customer's product, else by an address that one user alone has;
 * who has neither goes by their address from now on. A company goes by its id, else by a name that one account alone has.
 */
export async function resolveLines(
  db: Db,
  workspaceId: string,
  of: {
    source: ImportSource;
    choices: ImportChoices;
    columnOf: (field: 'email' | 'accountName') => string | null;
  },
  rows: readonly { line: number; row: ReadRow }[],
): Promise<ResolvedLine[]> {
  const emails = unique(rows.flatMap(({ row }) => (row.externalId === null ? (row.email ?? []) : [])));
  const names = unique(
    rows.flatMap(({ row: { account } }) => (account?.externalId === null ? (account.name ?? []) : [])),
  );
  const people = Map.groupBy(await imports.listByEmail(db, workspaceId, emails), ({ email }) => email);
  const accounts = Map.groupBy(await imports.listByName(db, workspaceId, names), ({ name }) => name);

  return rows.map(({ line, row }): ResolvedLine => {
    const fail = (field: 'email' | 'accountName', code: RowProblemCode, value: string): ResolvedLine => ({
      line,
      problems: [{ column: of.columnOf(field), code, value }],
    });
    const found = row.email === null ? [] : (people.get(row.email) ?? []);
    if (row.externalId === null && found.length > 1) return fail('email', 'several_people', row.email ?? '');
    const externalId = row.externalId ?? found[0]?.externalId ?? row.email ?? '';
    const { account } = row;
    const named = account?.externalId === null ? (accounts.get(account.name ?? '') ?? []) : [];
    if (named.length > 1) return fail('accountName', 'several_accounts', account?.name ?? '');
    return {
      brought: {
        line,
        who: { identity: 'verified', externalId },
        profile: { name: row.name, email: row.email },
        mayCreate: of.choices.people === 'create',
        account: accountOf(account, named[0]?.id),
        contentId: row.surveyId,
        version: row.version,
        locale: row.locale,
        answeredAt: row.answeredAt,
        ...idsOfLine(row, { source: of.source, externalId }),
      },
    };
  });
}

function accountOf(account: ReadRow['account'], id: string | undefined): Brought['account'] {
  if (account === null) return undefined;
  if (id !== undefined) return { id };
  const { externalId, name } = account;
  return { externalId: externalId ?? name ?? '', name };
}
