import { Team, TeamList } from '@banso/contract/team';
import { AddIcon, Button, Card, Chip, EmptyState, Skeleton, TeamIcon } from '@banso/ui';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import { forget, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useMembers } from '../../accounts/members.ts';
import { TEAMS_PATH } from '../../accounts/teams.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { teamTexts } from './texts.ts';

/** Who shares what comes in, under which name. */
export function TeamsSection() {
  const texts = textsOf(teamTexts);
  const read = useRead(TEAMS_PATH, TeamList);
  const members = useMembers();
  const [editing, setEditing] = useState<Team | 'new'>();
  const all = read.data?.data.data;
  const canChange = may('administer');
  const namesOf = ({ memberIds }: Team) =>
    members
      .filter(({ id }) => memberIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
  return (
    <div class="set-col">
      {!canChange && <NeedsAdmin of="teams" />}
      {read.isPending && <Skeleton shape="cards" count={2} />}
      {!read.isPending && !all && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {all && (
        <Card
          title={texts.title}
          actions={
            canChange && (
              <Button small variant="primary" icon={AddIcon} onClick={() => setEditing('new')}>
                {texts.create}
              </Button>
            )
          }
        >
          {all.length === 0 ? (
            <EmptyState icon={TeamIcon} title={texts.none}>
              {texts.what}
            </EmptyState>
          ) : (
            <div class="stack roomy">
              <p class="hint">{texts.what}</p>
              <ul class="stack roomy" aria-label={texts.title}>
                {all.map((team) => (
                  <li key={team.id} class="row wrap">
                    <div class="grow">
                      <p class="row wrap">
                        <span class="med">{team.name}</span>
                        {team.archived && <Chip>{texts.archived}</Chip>}
                      </p>
                      <p class="muted xs">
                        {texts.count(team.memberIds.length)}
                        {team.memberIds.length > 0 && `: ${namesOf(team)}`}
                      </p>
                    </div>
                    {canChange && (
                      <span class="row">
                        {!team.archived && (
                          <Button small aria-label={texts.edit(team.name)} onClick={() => setEditing(team)}>
                            {texts.change}
                          </Button>
                        )}
                        <Button small variant="ghost" onClick={() => void archive(team, !team.archived)}>
                          {team.archived ? texts.restore : texts.archive}
                        </Button>
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Card>
      )}
      {editing && (
        <TeamDialog
          team={editing === 'new' ? undefined : editing}
          members={members}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

/** Archives a team or brings it back, and says so with the way back. */
async function archive(team: Team, archived: boolean, undoing = false): Promise<void> {
  const texts = textsOf(teamTexts);
  try {
    await api.call('PATCH', `${TEAMS_PATH}/${team.id}`, { schema: Team, body: { archived }, etag: '*' });
    const done = archived ? texts.archivedDone(team.name) : texts.restoredDone(team.name);
    const undo = () => void archive(team, !archived, true);
    toaster.show({ message: done, ...(!undoing && { undo }) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: error.status === 409 ? texts.named : texts.notSaved });
  } finally {
    forget(TEAMS_PATH);
  }
}
