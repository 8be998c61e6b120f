import { account, common } from '@banso/contract';
import { Avatar, Card, Score, Skeleton } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { erasedName } from '../../texts/erased.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { recordTexts } from './record-texts.ts';
import { accountTexts } from './texts.ts';

/** The people of an account who were seen last, with what they scored last. */
export function PeopleCard({ accountId, count }: { accountId: string; count: number }) {
  const texts = { ...textsOf(recordTexts), ...textsOf(accountTexts) };
  const read = useRead('/v1/contacts', common.page(account.Contact), {
    accountId,
    sort: '-lastSeenAt',
    limit: 6,
  });
  const people = read.data?.data.data ?? [];
  return (
    <Card
      title={texts.people}
      busy={read.isPending}
      actions={
        count > 0 && (
          <a class="link xs" href={`/console/contacts?accountId=${accountId}`}>
            {texts.allPeople(count)}
          </a>
        )
      }
    >
      {read.isPending && <Skeleton shape="text" />}
      {read.isSuccess && people.length === 0 && <p class="muted">{texts.noPeople}</p>}
      {people.length > 0 && (
        <ul class="rows">
          {people.map(({ id, name, email, erasedAt, lastScore, lastSeenAt }) => (
            <li key={id}>
              <a href={`/console/contacts/${id}`}>
                <Avatar name={name ?? email ?? '?'} />
                <span class="grow">
                  <span class="med trunc rows-l">
                    {erasedAt === null ? (name ?? email ?? texts.somebody) : erasedName()}
                  </span>
                  <span class="muted xs trunc rows-l">
                    {texts.lastSeen} {lastSeenAt ? formatNear(lastSeenAt) : texts.never}
                  </span>
                </span>
                {lastScore !== null && <Score value={lastScore} label={texts.scored(lastScore)} />}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
