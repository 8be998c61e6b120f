import type { organisation } from '@banso/contract';
import { Team } from '@banso/contract/team';
import { Button, Checkbox, Dialog, Field, FieldGroup, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { forget, useRead } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { TEAMS_PATH } from '../../accounts/teams.ts';
import { teamTexts } from './texts.ts';

/** Props of {@link TeamDialog}. */
export interface TeamDialogProps {
  /** Undefined: a new one is made. */
  team: Team | undefined;
  members: readonly z.infer<typeof organisation.Member>[];
  onClose: () => void;
}

/** A team's name and who is in it. */
export function TeamDialog({ team, members, onClose }: TeamDialogProps) {
  const texts = textsOf(teamTexts);
  const submit = useSubmit();
  // its ETag: nothing that somebody else changed since is overwritten
  const seen = useRead(`${TEAMS_PATH}/${team?.id ?? ''}`, Team, undefined, { enabled: team !== undefined });
  const [name, setName] = useState(team?.name ?? '');
  const [memberIds, setMemberIds] = useState<readonly string[]>(team?.memberIds ?? []);
  const [tried, setTried] = useState(false);
  const wrongName =
    tried && name.trim() === ''
      ? texts.missing
      : submit.errorAt('name') === undefined
        ? undefined
        : texts.taken;
  const save = () => {
    setTried(true);
    if (name.trim() === '') return;
    const body = { name: name.trim(), memberIds };
    void submit.run(async () => {
      if (team === undefined) await api.call('POST', TEAMS_PATH, { schema: Team, body });
      else
        await api.call('PATCH', `${TEAMS_PATH}/${team.id}`, {
          schema: Team,
          body,
          etag: seen.data?.etag ?? '*',
        });
      forget(TEAMS_PATH);
      onClose();
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={save}
      title={team === undefined ? texts.create : texts.edit(team.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.save}
          </Button>
        </>
      }
    >
      <div class="fields">
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 412 ? texts.conflict : texts.notSaved}
          </Notice>
        )}
        <Field label={texts.name} error={wrongName}>
          <Input value={name} onValue={setName} maxLength={80} required />
        </Field>
        <FieldGroup legend={texts.members}>
          {members.map(({ id, name: label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={memberIds.includes(id)}
              onChange={(on) =>
                setMemberIds(on ? [...memberIds, id] : memberIds.filter((each) => each !== id))
              }
            />
          ))}
        </FieldGroup>
      </div>
    </Dialog>
  );
}
