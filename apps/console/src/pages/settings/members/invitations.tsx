import { common, organisation } from '@banso/contract';
import { Button, Card, Skeleton } from '@banso/ui';
import * as z from 'zod';
import { ApiError } from '../../../data/api.ts';
import { forget, useRead } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { memberTexts } from './texts.ts';

/** Invitations that can still be accepted; each can be withdrawn. */
export function Invitations({ members }: { members: readonly { id: string; name: string }[] }) {
  const texts = textsOf(memberTexts);
  const read = useRead('/v1/invitations', common.page(organisation.Invitation), { limit: 200 });
  const invitations = read.data?.data.data ?? [];
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name;

  const withdraw = async (id: string, email: string) => {
    try {
      await api.call('DELETE', `/v1/invitations/${id}`, { schema: z.unknown() });
      toaster.show({ message: texts.withdrawn(email) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toaster.show({ message: texts.notChanged });
    }
    forget('/v1/invitations');
  };

  return (
    <Card title={texts.pending} meta={texts.pendingWhat}>
      {read.isPending && <Skeleton shape="text" count={2} />}
      {read.error && !read.data && <p class="muted">{texts.failedWhat}</p>}
      {read.isSuccess && invitations.length === 0 && <p class="muted">{texts.noPending}</p>}
      <ul class="invited">
        {invitations.map(({ id, email, role, invitedBy, expiresAt }) => {
          const by = nameOf(invitedBy);
          return (
            <li key={id}>
              <span class="grow">
                <span class="med trunc member-l">{email}</span>
                <span class="muted xs row wrap">
                  <span>{texts.roles[role]}</span>
                  {by && <span>{texts.invitedBy(by)}</span>}
                  <span>{texts.expires(formatNear(expiresAt))}</span>
                </span>
              </span>
              <Button
                small
                variant="ghost"
                aria-label={`${texts.withdraw}: ${email}`}
                onClick={() => void withdraw(id, email)}
              >
                {texts.withdraw}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
