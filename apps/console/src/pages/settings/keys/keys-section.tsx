import type { organisation } from '@banso/contract';
import { AddIcon, Button, Card, Chip, Dialog, EmptyState, KeyIcon, Skeleton, Table } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatDay, formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useKeys } from '../use-keys.ts';
import type { Key } from '../use-keys.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { ServerCards } from './server-cards.tsx';
import { ShownOnce } from './shown-once.tsx';
import { keyTexts } from './texts.ts';

/** A key that was just made, with what is answered once. */
export type KeyCreated = z.infer<typeof organisation.KeyCreated>;

/** The keys of the workspace: what works, making one, and taking one away for ever. */
export function KeysSection() {
  const texts = textsOf(keyTexts);
  const read = useKeys();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<KeyCreated>();
  const [revoking, setRevoking] = useState<Key>();
  if (!may('administer')) return <NeedsAdmin of="keys" />;
  const keys = read.data?.data.data;

  const onMade = (created: KeyCreated) => {
    setMaking(false);
    forget('/v1/keys');
    if (created.key === null) toaster.show({ message: texts.uploaded(created.name) });
    else setMade(created);
  };
  return (
    <div class="set-col">
      {read.isPending && <Skeleton shape="table" />}
      {!read.isPending && !keys && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {keys && (
        <Card
          title={texts.title}
          flush
          actions={
            <span class="set-actions">
              <Button small variant="primary" icon={AddIcon} onClick={() => setMaking(true)}>
                {texts.create}
              </Button>
            </span>
          }
        >
          {keys.length === 0 ? (
            <EmptyState icon={KeyIcon} title={texts.none}>
              {texts.noneWhat}
            </EmptyState>
          ) : (
            <Table
              caption={texts.title}
              columns={columns(setRevoking)}
              rows={keys}
              rowKey={({ id }) => id}
              rowName={({ name }) => name}
            />
          )}
        </Card>
      )}
      <ServerCards />
      {making && <NewKeyDialog onClose={() => setMaking(false)} onMade={onMade} />}
      {made && <ShownOnce made={made} onClose={() => setMade(undefined)} />}
      {revoking && <RevokeDialog target={revoking} onClose={() => setRevoking(undefined)} />}
    </div>
  );
}

function columns(onRevoke: (key: Key) => void): TableColumn<Key>[] {
  const texts = textsOf(keyTexts);
  return [
    {
      id: 'name',
      header: texts.name,
      rowHeader: true,
      phone: 'title',
      cell: ({ name, kind }) => (
        <span class="key-name">
          <span class="med">{name}</span>
          <span class="muted reg xs">{texts.kinds[kind]}</span>
        </span>
      ),
    },
    {
      id: 'hint',
      header: texts.ends,
      phone: 'below-end',
      cell: ({ hint }) => <span class="mono muted">…{hint}</span>,
    },
    {
      id: 'scopes',
      header: texts.rights,
      phone: 'below',
      cell: ({ kind, scopes, algorithm }) => (
        <span class="row wrap key-scopes">
          {kind === 'secret' && scopes.map((scope) => <Chip key={scope}>{texts.scopes[scope]}</Chip>)}
          {algorithm && <Chip>{algorithm}</Chip>}
        </span>
      ),
    },
    {
      id: 'created',
      header: texts.created,
      wideOnly: true,
      cell: ({ createdAt }) => <span class="nowrap">{formatDay(createdAt)}</span>,
    },
    {
      id: 'used',
      header: texts.used,
      cell: ({ lastUsedAt }) => (
        <span class="muted nowrap">{lastUsedAt ? formatNear(lastUsedAt) : texts.never}</span>
      ),
    },
    {
      id: 'actions',
      header: texts.actions,
      hideHeader: true,
      align: 'end',
      phone: 'end',
      cell: (key) => (
        <Button
          small
          variant="ghost"
          aria-label={`${texts.revoke}: ${key.name}`}
          onClick={() => onRevoke(key)}
        >
          {texts.revoke}
        </Button>
      ),
    },
  ];
}

function RevokeDialog({ target, onClose }: { target: Key; onClose: () => void }) {
  const texts = textsOf(keyTexts);
  const submit = useSubmit();
  const revoke = async () => {
    const worked = await submit.run(async () => {
      await api.call('DELETE', `/v1/keys/${target.id}`, { schema: z.unknown() });
    });
    forget('/v1/keys');
    toaster.show({ message: worked ? texts.revoked(target.name) : texts.notRevoked });
    if (worked) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.revokeTitle(target.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="danger" busy={submit.busy} onClick={() => void revoke()}>
            {texts.revoke}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{texts.revokeWhat[target.kind]}</p>
        <p class="muted">
          {target.lastUsedAt ? texts.lastUsed(formatNear(target.lastUsedAt)) : texts.neverUsed}
        </p>
      </div>
    </Dialog>
  );
}
