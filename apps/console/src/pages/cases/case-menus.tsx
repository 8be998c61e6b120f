import { CHOSEN_OUTCOMES } from '@banso/contract/cases';
import type { CaseChange } from '@banso/contract/cases';
import type { CaseOutcome } from '@banso/domain/cases';
import { Button, CheckIcon, Menu, PersonIcon, SnoozeIcon, TeamIcon } from '@banso/ui';
import { me } from '../../data/session.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { useMembers } from '../accounts/members.ts';
import { useTeams } from '../accounts/teams.ts';
import { waitsFrom } from './case-words.ts';
import { caseTexts } from './texts.ts';

/** What a menu is told to do, with the words for when it is done. */
export type OnChange = (change: CaseChange, done: string) => void;

/** Who works on it. @param current - The owner now; undefined: several, of several people. */
export function OwnerMenu({
  current,
  label,
  onChange,
}: {
  current?: string | null;
  label: string;
  onChange: OnChange;
}) {
  const texts = textsOf(caseTexts);
  const members = useMembers().filter(({ role }) => role !== 'viewer');
  const own = me.value?.member.id;
  const item = (id: string, name: string) => ({
    id,
    label: name,
    checked: current === id,
    onSelect: () => onChange({ ownerId: id }, texts.assigned(name)),
  });
  const mine = members.find(({ id }) => id === own);
  return (
    <Menu
      label={texts.assignTo}
      sections={[
        ...(mine
          ? [
              {
                id: 'me',
                items: [{ ...item(mine.id, mine.name), label: texts.takeIt, keys: ['M'] }],
              },
            ]
          : []),
        {
          id: 'team',
          heading: texts.assignTo,
          items: members.filter(({ id }) => id !== own).map(({ id, name }) => item(id, name)),
        },
        {
          id: 'nobody',
          items: [
            {
              id: 'none',
              label: texts.nobody,
              checked: current === null,
              onSelect: () => onChange({ ownerId: null }, texts.unassigned),
            },
          ],
        },
      ]}
      trigger={(props) => (
        <Button small icon={PersonIcon} {...props}>
          {label}
        </Button>
      )}
    />
  );
}

/**
 * Which team it is for; nothing where there are none. Its owner goes on with it if they are in the team.
 * @param current - The team now; undefined: several, of several teams.
 */
export function TeamMenu({
  current,
  ownerId,
  label,
  onChange,
}: {
  current?: string | null;
  ownerId?: string | null;
  label: string;
  onChange: OnChange;
}) {
  const texts = textsOf(caseTexts);
  const teams = useTeams();
  if (teams.length === 0) return null;
  return (
    <Menu
      label={texts.handTo}
      sections={[
        {
          id: 'teams',
          heading: texts.handTo,
          items: teams.map(({ id, name, memberIds }) => ({
            id,
            label: name,
            checked: current === id,
            onSelect: () => {
              const isLeft = typeof ownerId === 'string' && !memberIds.includes(ownerId);
              onChange({ teamId: id, ...(isLeft && { ownerId: null }) }, texts.handed(name));
            },
          })),
        },
        {
          id: 'nobody',
          items: [
            {
              id: 'none',
              label: texts.noTeam,
              checked: current === null,
              onSelect: () => onChange({ teamId: null }, texts.unhanded),
            },
          ],
        },
      ]}
      trigger={(props) => (
        <Button small icon={TeamIcon} {...props}>
          {label}
        </Button>
      )}
    />
  );
}

/** Until when it waits. @param waits - It waits now: the waiting can be ended. */
export function SnoozeMenu({ waits, onChange }: { waits: boolean; onChange: OnChange }) {
  const texts = textsOf(caseTexts);
  const until = (at: string) => onChange({ snoozedUntil: at }, texts.snoozed(formatNear(at)));
  const labels = {
    hours: texts.snoozeHours,
    tomorrow: texts.snoozeTomorrow,
    days: texts.snoozeDays,
    week: texts.snoozeWeek,
  } as const;
  return (
    <Menu
      label={texts.snooze}
      sections={[
        {
          id: 'until',
          items: (Object.keys(labels) as (keyof typeof labels)[]).map((id) => ({
            id,
            label: labels[id],
            onSelect: () => until(waitsFrom()[id]),
          })),
        },
        ...(waits
          ? [
              {
                id: 'wake',
                items: [
                  {
                    id: 'now',
                    label: texts.wake,
                    onSelect: () => onChange({ snoozedUntil: null }, texts.woken),
                  },
                ],
              },
            ]
          : []),
      ]}
      trigger={(props) => (
        <Button small icon={SnoozeIcon} {...props}>
          {texts.snooze}
        </Button>
      )}
    />
  );
}

/** With which outcome it is closed. */
export function CloseMenu({ onChange }: { onChange: OnChange }) {
  const texts = textsOf(caseTexts);
  return (
    <Menu
      label={texts.closeAs}
      align="end"
      sections={[
        {
          id: 'as',
          heading: texts.closeAs,
          items: CHOSEN_OUTCOMES.map((outcome: Exclude<CaseOutcome, 'withdrawn'>) => ({
            id: outcome,
            label: texts.outcomes[outcome],
            ...(outcome === 'resolved' && { keys: ['E'] }),
            onSelect: () =>
              onChange({ status: 'closed', outcome }, texts.closedDone(texts.outcomes[outcome])),
          })),
        },
      ]}
      trigger={(props) => (
        <Button small variant="primary" icon={CheckIcon} {...props}>
          {texts.close}
        </Button>
      )}
    />
  );
}
