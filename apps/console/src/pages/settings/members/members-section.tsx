import { common, organisation, permissionsOf, ROLES } from '@banso/contract';
import type { PermissionOverrides, Role } from '@banso/contract';
import { AddIcon, Avatar, Button, Card, DefinitionList, Dialog, Select, Skeleton, Table } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { ApiError } from '../../../data/api.ts';
import { forget, useRead } from '../../../data/query.ts';
import { api, may, me, refreshSession } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { reaches, rolesUpTo } from './role-reach.ts';
import { overridesFor, TEXT_RIGHTS, textRightOf } from './text-rights.ts';
import type { TextRight } from './text-rights.ts';
import { memberTexts } from './texts.ts';

type Member = z.infer<typeof organisation.Member>;

/** Who is in the team and may do what; who is invited. */
export function MembersSection() {
  const texts = textsOf(memberTexts);
  const read = useRead('/v1/members', common.page(organisation.Member), { limit: 200 });
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Member>();
  const members = read.data?.data.data;
  const canChange = may('administer');
  return (
    <div class="set-col">
      {!canChange && <NeedsAdmin of="members" />}
      {read.isPending && <Skeleton shape="table" />}
      {!read.isPending && !members && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {members && (
        <Card
          title={texts.title}
          meta={texts.count(members.length)}
          flush
          actions={
            canChange && (
              <span class="set-actions">
                <Button small variant="primary" icon={AddIcon} onClick={() => setInviting(true)}>
                  {texts.invite}
                </Button>
              </span>
            )
          }
        >
          <Table
            caption={texts.title}
            columns={columns(canChange, setRemoving)}
            rows={members}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
          />
        </Card>
      )}
      {canChange && <Invitations members={members ?? []} />}
      <Card title={texts.whatRoles}>
        <DefinitionList items={ROLES.map((role) => ({ term: texts.roles[role], detail: texts.can[role] }))} />
        <p class="muted xs">{texts.textsWhat}</p>
      </Card>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {removing && <RemoveDialog member={removing} onClose={() => setRemoving(undefined)} />}
    </div>
  );
}

/** Why a change of a member was refused. */
function refusal(error: unknown): string {
  const texts = textsOf(memberTexts);
  if (!(error instanceof ApiError)) throw error;
  return { 409: texts.lastOwner, 403: texts.notAllowed }[error.status] ?? texts.notChanged;
}

/** Answers what went wrong, or undefined when it worked. */
async function put(
  member: Member,
  body: z.infer<typeof organisation.MemberUpdate>,
): Promise<string | undefined> {
  try {
    await api.call('PATCH', `/v1/members/${member.id}`, { schema: organisation.Member, body });
    if (member.id === me.peek()?.member.id) void refreshSession(); // one's own rights are others now
    return undefined;
  } catch (error) {
    return refusal(error);
  } finally {
    forget('/v1/members');
  }
}

async function changeRole(member: Member, role: Role, undoing = false): Promise<void> {
  const texts = textsOf(memberTexts);
  const wrong = await put(member, { role });
  toaster.show({
    message: wrong ?? texts.changed(member.name, texts.roles[role]),
    ...(!wrong && !undoing && { undo: () => void changeRole(member, member.role, true) }),
  });
}

async function changeTexts(member: Member, overrides: PermissionOverrides, undoing = false): Promise<void> {
  const texts = textsOf(memberTexts);
  const wrong = await put(member, { overrides });
  toaster.show({
    message: wrong ?? texts.textsChanged(member.name),
    ...(!wrong && !undoing && { undo: () => void changeTexts(member, member.overrides, true) }),
  });
}

/** Who may read what customers write, and who may reply. */
function TextsSelect({ member }: { member: Member }) {
  const texts = textsOf(memberTexts);
  const own = me.value?.member;
  const [pending, setPending] = useState<TextRight>();
  const right = textRightOf(member.overrides, member.permissions);
  const byRole = textRightOf(
    { read_texts: true, reply: true },
    permissionsOf(member.role, overridesFor('role')),
  );
  const label = (each: TextRight) =>
    each === 'role' ? texts.byRole(texts.textRights[byRole]) : texts.textRights[each];
  if (!own || !may('administer') || !reaches(own.role, member.role)) return <>{label(right)}</>;
  const change = async (next: TextRight) => {
    setPending(next);
    await changeTexts(member, overridesFor(next));
    setPending(undefined);
  };
  return (
    <Select
      aria-label={texts.textsOf(member.name)}
      options={TEXT_RIGHTS.map((each) => ({ value: each, label: label(each) }))}
      value={pending ?? right}
      onValue={(next) => void change(next)}
    />
  );
}

function RoleSelect({ member }: { member: Member }) {
  const texts = textsOf(memberTexts);
  const own = me.value?.member;
  const [pending, setPending] = useState<Role>();
  if (!own || !may('administer') || !reaches(own.role, member.role)) return <>{texts.roles[member.role]}</>;
  const change = async (role: Role) => {
    setPending(role);
    await changeRole(member, role);
    setPending(undefined);
  };
  return (
    <Select
      class="role"
      aria-label={texts.roleOf(member.name)}
      options={rolesUpTo(own.role).map((role) => ({ value: role, label: texts.roles[role] }))}
      value={pending ?? member.role}
      onValue={(role) => void change(role)}
    />
  );
}

function columns(canChange: boolean, onRemove: (member: Member) => void): TableColumn<Member>[] {
  const texts = textsOf(memberTexts);
  const own = me.value?.member;
  return [
    {
      id: 'name',
      header: texts.name,
      rowHeader: true,
      phone: 'title',
      cell: ({ id, name, email }) => (
        <span class="row member">
          <Avatar name={name} size="l" />
          <span class="grow">
            <span class="trunc member-l">
              {name} {id === own?.id && <span class="muted reg">({texts.you})</span>}
            </span>
            <span class="muted reg trunc member-l">{email}</span>
          </span>
        </span>
      ),
    },
    { id: 'role', header: texts.role, phone: 'below', cell: (member) => <RoleSelect member={member} /> },
    {
      id: 'texts',
      header: texts.customerTexts,
      phone: 'below',
      cell: (member) => <TextsSelect member={member} />,
    },
    {
      id: 'seen',
      header: texts.seen,
      phone: 'below-end',
      cell: ({ lastSeenAt }) => (
        <span class="muted nowrap">{lastSeenAt ? formatNear(lastSeenAt) : texts.never}</span>
      ),
    },
    {
      id: 'actions',
      header: texts.actions,
      hideHeader: true,
      align: 'end',
      phone: 'end',
      cell: (member) =>
        canChange && own && member.id !== own.id && reaches(own.role, member.role) ? (
          <Button
            small
            variant="ghost"
            aria-label={`${texts.remove}: ${member.name}`}
            onClick={() => onRemove(member)}
          >
            {texts.remove}
          </Button>
        ) : null,
    },
  ];
}

function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const texts = textsOf(memberTexts);
  const submit = useSubmit();
  const remove = () =>
    submit.run(async () => {
      try {
        await api.call('DELETE', `/v1/members/${member.id}`, { schema: z.unknown() });
        toaster.show({ message: texts.removed(member.name) });
      } catch (error) {
        toaster.show({ message: refusal(error) });
      }
      forget('/v1/members');
      forget('/v1/accounts');
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.removeTitle(member.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="danger" busy={submit.busy} onClick={() => void remove()}>
            {texts.remove}
          </Button>
        </>
      }
    >
      <p>{texts.removeWhat}</p>
    </Dialog>
  );
}
